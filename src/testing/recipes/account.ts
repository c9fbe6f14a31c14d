import * as fc from "fast-check";
import type { AccountInput, PaymentMethod } from "../../model/account.js";
import { admitted, type Figure, notNegative, signed, unitOf } from "./figures.js";
import { spelledRecord } from "./history-placed.js";
import { accountId } from "./names.js";
import type { Notation } from "./notation.js";
import type { Placed } from "./profile-spelled.js";
import type { LimitState } from "./trigger.js";
import { spelledWallets, type WalletsRecipe, walletsRecipe } from "./wallets.js";
import { nudge, type Nudge, nullable, weighted } from "./weighted.js";

export interface AccountRecipe {
  readonly id: string;
  readonly otherFigure: Figure | null;
  readonly otherLimit: "figure" | "unlimited";
  readonly otherLimitFigure: Figure;
  readonly wallets: WalletsRecipe;
  readonly method: {
    readonly type: PaymentMethod["type"];
    readonly autoCollect: boolean;
    readonly minCharge: { readonly about: "charge" | "any"; readonly nudge: Nudge; readonly figure: Figure } | null;
  } | null;
}

export const accountRecipe: fc.Arbitrary<AccountRecipe> = fc.record({
  id: accountId,
  otherFigure: nullable(4, signed),
  otherLimit: weighted([3, "figure"], [1, "unlimited"]),
  otherLimitFigure: notNegative,
  wallets: walletsRecipe,
  method: nullable(
    2,
    fc.record({
      type: weighted([3, "card"], [2, "directDebit"], [1, "other"]),
      autoCollect: weighted([4, true], [1, false]),
      minCharge: nullable(5, fc.record({ about: weighted([2, "charge"], [1, "any"]), nudge, figure: notNegative })),
    }),
  ),
});

export function spelledAccount(recipe: AccountRecipe, placed: Placed, notation: Notation): AccountInput {
  const { moment, target, timing, topup, history, profileId } = placed;
  const wallets = spelledWallets(recipe.wallets, target, availableOf(placed), moment.at, notation);
  return notation.object<AccountInput>({
    id: recipe.id,
    currency: notation.currency(target.currency),
    timeZone: moment.zone === "UTC" ? notation.optional(null) : moment.zone,
    asOf: notation.optionalInstant(timing.asOf),
    owed: spelledOwed(recipe, placed, notation),
    billedThrough: notation.optionalInstant(timing.billedThrough),
    limits: spelledLimits(recipe, placed, notation),
    wallets: wallets.length === 0 ? notation.optional(null) : wallets,
    paymentMethod: spelledMethod(recipe, placed, notation),
    autoTopupAmount: notation.optionalAmount(topup.override),
    autoTopupResumedAt: notation.optionalInstant(timing.resumedAt),
    topups: history.length === 0 ? notation.optional(null) : history.map((past) => spelledRecord(past, profileId, notation)),
  });
}

const availableOf = ({ target, trigger }: Placed): Figure | null => (target.held && trigger.known ? trigger.observed : null);

function spelledOwed({ otherFigure }: AccountRecipe, { target, trigger }: Placed, notation: Notation): AccountInput["owed"] {
  const other = notation.optionalAmount(otherFigure);
  const watched = notation.optionalAmount(trigger.known ? trigger.observed : null);
  const owed = notation.object({ outstanding: other, overdue: other, unbilled: other });
  if (target.held) return otherFigure === null ? notation.optional(null) : owed;
  return notation.object({ ...owed, [target.basis]: watched });
}

function spelledLimits(recipe: AccountRecipe, { trigger, topup, limitNames }: Placed, notation: Notation): AccountInput["limits"] {
  const stated = (state: LimitState, figure: Figure): ReturnType<Notation["optionalAmount"]> =>
    state === "missing" ? undefined : state === "unlimited" ? null : notation.amount(figure);
  const limits = {
    other: recipe.otherLimit === "unlimited" ? null : notation.amount(recipe.otherLimitFigure),
    [limitNames.trigger]: stated(trigger.limitState, trigger.limit),
    [limitNames.topup]: topup.ownLimit === null ? undefined : stated(topup.ownLimitState, topup.ownLimit),
  };
  return notation.object(limits);
}

function spelledMethod({ method }: AccountRecipe, { topup, target }: Placed, notation: Notation): AccountInput["paymentMethod"] {
  if (method === null) return notation.optional(null);
  const { type, autoCollect, minCharge } = method;
  const least =
    minCharge === null
      ? null
      : minCharge.about === "any"
        ? minCharge.figure
        : admitted(topup.charge + BigInt(minCharge.nudge) * unitOf(target.minorDigits), 0n);
  return notation.object({ type, autoCollect, minCharge: notation.optionalAmount(least) });
}
