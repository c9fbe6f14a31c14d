import * as fc from "fast-check";
import { currencyCode, minorDigits } from "../../base/currency.js";
import type { Basis } from "../../model/basis.js";
import type { Wallet } from "../../model/wallet.js";
import { type Figure, positive, unitOf, WHOLE } from "./figures.js";
import { walletId } from "./names.js";
import { nullable, weighted } from "./weighted.js";

const rate: fc.Arbitrary<Figure> = fc.oneof(
  { weight: 6, arbitrary: weighted([3, unitOf(2)], [2, WHOLE], [1, 3n * unitOf(3)], [1, WHOLE / 3n], [1, 7n * WHOLE]) },
  { weight: 2, arbitrary: positive },
);

export interface TargetRecipe {
  readonly basis: Basis;
  readonly scheduled: boolean;
  readonly currency: string;
  readonly wallet: {
    readonly id: string;
    readonly unit: "own" | "custom" | "foreign";
    readonly custom: string;
    readonly foreign: string;
    readonly scale: number | null;
    readonly rate: Figure;
    readonly ownRate: "unstated" | "one" | "another";
    readonly type: Wallet["type"];
  };
  readonly found: "byId" | "onlyActive" | "byUnit";
  readonly fault: "noWallet" | "frozen" | "closed" | "ambiguous" | null;
  readonly restriction: "none" | "own" | "other";
}

export const targetRecipe: fc.Arbitrary<TargetRecipe> = fc.record({
  basis: weighted<Basis>([8, "balance"], [4, "outstanding"], [2, "overdue"], [3, "unbilled"]),
  scheduled: weighted([5, false], [1, true]),
  currency: weighted([5, "USD"], [2, "JPY"], [2, "KWD"], [1, "EUR"], [1, "CLF"]),
  wallet: fc.record({
    id: walletId,
    unit: weighted([5, "own"], [4, "custom"], [2, "foreign"]),
    custom: weighted([4, "credits"], [1, "Credits"], [1, "GPU hours"], [1, "usdc"]),
    foreign: weighted([2, "GBP"], [1, "JPY"], [1, "KWD"]),
    scale: nullable(3, fc.integer({ min: 0, max: 12 })),
    rate,
    ownRate: weighted([6, "unstated"], [3, "one"], [1, "another"]),
    type: weighted([6, "prepaid"], [1, "promotional"], [1, "postpaid"]),
  }),
  found: weighted([6, "byId"], [3, "onlyActive"], [3, "byUnit"]),
  fault: weighted([70, null], [1, "noWallet"], [1, "frozen"], [1, "closed"], [3, "ambiguous"]),
  restriction: weighted([27, "none"], [17, "own"], [1, "other"]),
});

/** What is topped up, and how the profile finds it. */
export interface Target extends Pick<TargetRecipe, "basis" | "scheduled" | "currency" | "found" | "fault"> {
  readonly held: boolean;
  /** The decimal places of the account's currency, and of the basis's unit. */
  readonly minorDigits: number;
  readonly places: number;
  readonly unit: string;
  readonly walletId: string;
  readonly walletType: Wallet["type"];
  readonly scale: number | null;
  readonly rate: Figure;
  readonly rateStated: boolean;
  /** The profile's `currency`. */
  readonly restrictedTo: string | null;
}

export const isCustom = (unit: string): boolean => currencyCode(unit) === null;

export function targetOf({ basis, scheduled, currency, wallet, found, fault, restriction }: TargetRecipe): Target {
  const held = basis === "balance";
  const foreign = wallet.foreign === currency ? "EUR" : wallet.foreign;
  const unit = !held || wallet.unit === "own" ? currency : wallet.unit === "custom" ? wallet.custom : foreign;
  const own = unit === currency;
  const restricted = held && found === "byUnit" ? "own" : restriction;
  return {
    basis,
    held,
    scheduled,
    currency,
    minorDigits: minorDigits(currency) ?? 2,
    places: minorDigits(unit) ?? wallet.scale ?? 9,
    unit,
    walletId: wallet.id,
    walletType: wallet.type,
    scale: isCustom(unit) ? wallet.scale : null,
    rate: held && !(own && wallet.ownRate !== "another") ? wallet.rate : WHOLE,
    rateStated: !own || wallet.ownRate !== "unstated",
    found,
    fault: held ? fault : null,
    restrictedTo: restricted === "none" ? null : restricted === "own" ? unit : "GBP",
  };
}
