import fc from "fast-check";
import type { AccountInput } from "../../src/model/account.js";
import { admitted, type Figure, notNegative, signed, unitOf } from "./figures.js";
import { spelledRecord } from "./history.js";
import { accountId } from "./names.js";
import type { Notation } from "./notation.js";
import type { ProfileFigures } from "./profile.js";
import { spelledWallets, walletsRecipe } from "./wallets.js";
import { nudge, nullable, weighted } from "./weighted.js";

const recipe = fc.record({
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
export type AccountRecipe = typeof recipe extends fc.Arbitrary<infer Recipe> ? Recipe : never;
export const accountRecipe: fc.Arbitrary<AccountRecipe> = recipe;

export function spelledAccount(
  recipe: AccountRecipe,
  figures: ProfileFigures & { readonly profileId: string },
  notation: Notation,
): AccountInput {
  const { moment, target, timing, topup, history, profileId } = figures;
  const wallets = spelledWallets(recipe.wallets, target, availableOf(figures), moment.at, notation);
  return notation.object<AccountInput>({
    id: recipe.id,
    currency: notation.currency(target.currency),
    timeZone: moment.zone === "UTC" ? notation.optional(null) : moment.zone,
    asOf: notation.optionalInstant(timing.asOf),
    owed: spelledOwed(recipe, figures, notation),
    billedThrough: notation.optionalInstant(timing.billedThrough),
    limits: spelledLimits(recipe, figures, notation),
    wallets: wallets.length === 0 ? notation.optional(null) : wallets,
    paymentMethod: spelledMethod(recipe, figures, notation),
    autoTopupAmount: notation.optionalAmount(topup.override),
    autoTopupResumedAt: notation.optionalInstant(timing.resumedAt),
    topups: history.length === 0 ? notation.optional(null) : history.map((past) => spelledRecord(past, profileId, notation)),
  });
}

const availableOf = ({ target, trigger }: ProfileFigures): Figure | null => (target.held && trigger.known ? trigger.observed : null);

function spelledOwed({ otherFigure }: AccountRecipe, { target, trigger }: ProfileFigures, notation: Notation): AccountInput["owed"] {
  const other = notation.optionalAmount(otherFigure);
  const watched = notation.optionalAmount(trigger.known ? trigger.observed : null);
  const owed = notation.object({ outstanding: other, overdue: other, unbilled: other });
  if (target.held) return otherFigure === null ? notation.optional(null) : owed;
  return notation.object({ ...owed, [target.basis]: watched });
}

function spelledLimits(recipe: AccountRecipe, { trigger, topup, limitNames }: ProfileFigures, notation: Notation): AccountInput["limits"] {
  const stated = (state: "known" | "unlimited" | "missing", figure: Figure) =>
    state === "missing" ? undefined : state === "unlimited" ? null : notation.amount(figure);
  const limits = {
    other: recipe.otherLimit === "unlimited" ? null : notation.amount(recipe.otherLimitFigure),
    [limitNames.trigger]: stated(trigger.limitState, trigger.limit),
    [limitNames.topup]: topup.ownLimit === null ? undefined : stated(topup.ownLimitState, topup.ownLimit),
  };
  return notation.object(limits);
}

function spelledMethod({ method }: AccountRecipe, { topup, target }: ProfileFigures, notation: Notation): AccountInput["paymentMethod"] {
  if (method === null) return notation.optional(null);
  const { type, autoCollect, minCharge } = method;
  const least =
    minCharge === null
      ? null
      : minCharge.about === "any"
        ? minCharge.figure
        : topup.charge + BigInt(minCharge.nudge) * unitOf(target.minorDigits);
  return notation.object({ type, autoCollect, minCharge: notation.optionalAmount(least === null ? null : admitted(least, 0n)) });
}
