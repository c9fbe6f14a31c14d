import { readWith } from "../../base/parser.js";
import { type Lot, lotSchema } from "../../model/lot.js";
import { type WalletInput, walletParser } from "../../model/wallet.js";
import { type Blueprint, built, type Overrides } from "./built.js";

/** Of the unit in which its account pays. */
export const walletIn = (unit: string): WalletInput => ({ id: "w1", unit, balance: "4" });

const wallet: Blueprint<WalletInput> = {
  defaults: (said) => {
    const { balance, ...rest } = walletIn("USD");
    return said.lots == null ? { ...rest, balance } : rest;
  },
  short: {},
  read: walletParser.read,
};

const lot: Blueprint<Lot> = {
  defaults: () => ({ id: "l1", remaining: "4" }),
  short: {},
  read: (input) => readWith(lotSchema, input),
};

/**
 * A wallet: `w1`, in USD, which holds 4. Given `lots`, it has no `balance` beside them. One of another unit than its
 * account's currency needs a `rate`; that is seen where it is put into an account.
 *
 * @param overrides fields to have instead
 * @returns a new wallet as a caller writes it, plain and complete
 * @throws InvalidInputError where that is no valid wallet, paths relative to `overrides`
 *
 * @example
 * ```ts
 * import { walletBalance } from "auto-topup";
 * import { aLot, AT, aWallet } from "auto-topup/testing";
 *
 * aWallet(); //=> { id: "w1", unit: "USD", balance: "4" }
 *
 * const credits = aWallet({ unit: "credits", rate: "0.10", lots: [aLot(), aLot({ id: "l2", expiresAt: AT })] });
 * walletBalance(credits, { at: AT }).available; //=> "4"
 * walletBalance(credits, { at: AT }).expired; //=> "4"
 * ```
 */
export function aWallet(overrides: Overrides<WalletInput> = {}): WalletInput {
  return built(wallet, overrides);
}

/**
 * A lot: `l1`, of which 4 is left; active, from ever and for ever.
 *
 * @param overrides fields to have instead
 * @returns a new lot as a caller writes it, plain and complete
 * @throws InvalidInputError where that is no valid lot, paths relative to `overrides`
 *
 * @example
 * ```ts
 * import { aLot } from "auto-topup/testing";
 *
 * aLot({ status: "pendingPayment" }); //=> { id: "l1", remaining: "4", status: "pendingPayment" }
 * ```
 */
export function aLot(overrides: Overrides<Lot> = {}): Lot {
  return built(lot, overrides);
}
