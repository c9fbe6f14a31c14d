import type { Amount } from "../../base/fields.js";
import { type AccountInput, accountParser } from "../../model/account.js";
import { type Blueprint, built, type Overrides } from "./built.js";
import { walletIn } from "./wallet.js";

/**
 * What an account that is built shall have instead of the defaults: any field of an account, or the wallet's balance
 * alone.
 *
 * @example
 * ```ts
 * import { type AccountOverrides, anAccount } from "auto-topup/testing";
 *
 * const empty: AccountOverrides = { balance: "0", paymentMethod: null };
 * anAccount(empty).wallets; //=> [{ id: "w1", unit: "USD", balance: "0" }]
 * ```
 */
export interface AccountOverrides extends Overrides<AccountInput> {
  /** What the default wallet holds; `null` = unknown. Not beside `wallets`. */
  readonly balance?: Amount | null | undefined;
}

/**
 * What an account that owes shall have instead of the defaults: any field of an account, or the two figures alone.
 *
 * @example
 * ```ts
 * import { anOwingAccount, type OwingAccountOverrides } from "auto-topup/testing";
 *
 * const wealthy: OwingAccountOverrides = { outstanding: "430", credit: null };
 * anOwingAccount(wealthy).limits; //=> { credit: null }
 * ```
 */
export interface OwingAccountOverrides extends Overrides<AccountInput> {
  /** What is outstanding; `null` = unknown. Not beside `owed`. */
  readonly outstanding?: Amount | null | undefined;
  /** The limit `credit`; `null` = unlimited. Not beside `limits`. */
  readonly credit?: Amount | null | undefined;
}

export const heldAccount: Blueprint<AccountInput> = {
  defaults: ({ currency = "USD" }) => ({
    id: "a1",
    currency,
    wallets: [walletIn(currency)],
    paymentMethod: { type: "card", autoCollect: true },
    topups: [],
  }),
  short: { balance: ["wallets", 0, "balance"] },
  read: accountParser.read,
};

export const owingAccount: Blueprint<AccountInput> = {
  defaults: () => ({
    id: "a1",
    currency: "USD",
    owed: { outstanding: "430" },
    limits: { credit: "500" },
    paymentMethod: { type: "card", autoCollect: true },
    topups: [],
  }),
  short: { outstanding: ["owed", "outstanding"], credit: ["limits", "credit"] },
  read: accountParser.read,
};

/**
 * An account that pays in advance: `a1`, in USD, with the wallet `w1` of its currency, which holds 4; a card that can be
 * charged; no top-ups yet. Due under `aProfile`.
 *
 * @param overrides fields to have instead; `balance` is what the wallet holds
 * @returns a new account as a caller writes it, plain and complete
 * @throws InvalidInputError where that is no valid account, paths relative to `overrides`
 *
 * @example
 * ```ts
 * import { evaluate } from "auto-topup";
 * import { anAccount, aProfile, AT } from "auto-topup/testing";
 *
 * evaluate({ profile: aProfile(), account: anAccount({ balance: "10.01" }), at: AT }).outcome; //=> "notDue"
 * evaluate({ profile: aProfile(), account: anAccount({ balance: "10" }), at: AT }).outcome; //=> "due"
 * evaluate({ profile: aProfile(), account: anAccount({ balance: null }), at: AT }).reason; //=> "basisUnknown"
 * ```
 */
export function anAccount(overrides: AccountOverrides = {}): AccountInput {
  return built(heldAccount, overrides);
}

/**
 * An account that pays afterwards: `a1`, in USD, owes 430 of a limit `credit` of 500; a card that can be charged; no
 * top-ups yet. Due under `anOwedProfile`.
 *
 * @param overrides fields to have instead; `outstanding` and `credit` are the two figures
 * @returns a new account as a caller writes it, plain and complete
 * @throws InvalidInputError where that is no valid account, paths relative to `overrides`
 *
 * @example
 * ```ts
 * import { evaluate } from "auto-topup";
 * import { anOwedProfile, anOwingAccount, AT } from "auto-topup/testing";
 *
 * evaluate({ profile: anOwedProfile(), account: anOwingAccount({ outstanding: "399.99" }), at: AT }).outcome; //=> "notDue"
 * evaluate({ profile: anOwedProfile(), account: anOwingAccount({ credit: null }), at: AT }).reason; //=> "unlimited"
 * ```
 */
export function anOwingAccount(overrides: OwingAccountOverrides = {}): AccountInput {
  return built(owingAccount, overrides);
}
