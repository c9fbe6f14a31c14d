import { minorDigits } from "../../base/currency.js";
import { constant, type Decimal, decimal, floorTo, unitOf, ZERO } from "../../base/decimal.js";
import { type Amount, amountOf, type Measure, measureOf } from "../../engine/amount.js";
import { reducedTo } from "../../engine/reduction.js";
import type { Target } from "../../engine/target.js";
import { type Wanted, wantedCredit } from "../../engine/wanted.js";
import type { ParsedCap } from "../../model/cap.js";
import type { TopupRule } from "../../model/topup-rule.js";
import type { BoundingRule } from "./bounds.js";
import { type Ceiling, least as leastOf, limit } from "./ceiling.js";
import { leastAsked } from "./least-asked.js";
import type { Terms } from "./terms.js";

/** What one top-up asks for before the caps, at most. */
export interface Asked {
  /** Null where nothing bounds it. */
  readonly amount: BoundedAmount | null;
  /** Null where the rate is unknown. */
  readonly measure: Measure | null;
  /** The least of it. 0 where usage can make it as little as a step. */
  readonly least: Decimal;
  /** Whether it is charged or refused: no cap reduces it. */
  readonly whole: boolean;
  /** Anything from the least up may be asked for, as usage decides; otherwise it is this much, or more than is left. */
  readonly free: boolean;
  /** What every charge is a multiple of. */
  readonly grid: Decimal;
  /** Whether every such multiple can be asked for, and nothing else: an amount that is repeated until clear. */
  readonly pieces: boolean;
}

interface BoundedAmount extends Amount {
  readonly because: BoundingRule;
}

/** Null where nothing can ever be charged. */
export function askedOf({ profile, currency, target, override }: Terms): Asked | null {
  const { topup } = profile;
  const digits = minorDigits(currency as string) as number;
  const minor = unitOf(digits);
  const free = topup.mode !== "fixedAmount";
  const whole = !profile.caps.some(reduces);
  if (target === null) return { amount: null, measure: null, least: ZERO, whole, free, grid: minor, pieces: false };

  const measure = measureOf(topup, target, digits);
  const price = measure.quantum.times(measure.rate);
  const grid = floorTo(price, minor).equals(price) ? price : minor;
  const once = override !== null || (topup.mode === "fixedAmount" && topup.repeat === "once");
  const single = free && override === null ? justWanted(leastAsked(profile, measure)) : onceWanted(topup, target, override);
  const least = amountOf(single, topup, measure)?.charge ?? ZERO;
  const common = { measure, least, whole, free, grid, pieces: false };
  if (!once && topup.max === null) {
    const piece = free || !whole ? null : pieceOf(topup, measure, minor);
    const rest = piece === null ? {} : { free: true, pieces: true, grid: piece };
    return { ...common, ...rest, amount: null };
  }

  // A rule that computes asks for as much as usage makes it: at most its maximum.
  const most = once ? single : justWanted(constant(topup.max as string));
  const amount = amountOf(most, topup, measure);
  return amount && { ...common, amount: { ...amount, because: once ? ruleOf(amount) : rule("max") } };
}

function justWanted(credit: Decimal): Wanted {
  return { credit, adjustments: [] };
}

/** What a fixed amount, or the account's own, asks for once. */
function onceWanted(topup: TopupRule, target: Target, override: string | null): Wanted {
  return wantedCredit(topup, { basis: null, triggerLimit: null, topupLimit: null }, target, override, null) as Wanted;
}

/** What one of many costs, where nothing rounds or raises them. */
function pieceOf({ value, min }: TopupRule, measure: Measure, minor: Decimal): Decimal | null {
  const credit = constant(value);
  const charge = credit.times(measure.rate);
  const whole = floorTo(credit, measure.quantum).equals(credit) && floorTo(charge, minor).equals(charge);
  return whole && (min === null || !constant(min).greaterThan(credit)) ? charge : null;
}

export function reduces({ onExceed, maxCharge }: ParsedCap): boolean {
  return onExceed === "reduce" && maxCharge !== null;
}

/** What the last word on a fixed amount was. */
function ruleOf({ adjustments }: Amount): BoundingRule {
  const last = adjustments.map((each) => each.rule).findLast((each) => each !== "rounding");
  if (last === "minimum") return rule("min");
  if (last === "maximum") return rule("max");
  return last === "override" ? { rule: "override", path: ["autoTopupAmount"] } : { rule: "amount", path: ["topup", "value"] };
}

function rule(name: "min" | "max"): BoundingRule {
  return { rule: name, path: ["topup", name] };
}

const NO_AMOUNT: Amount = { credit: ZERO, charge: ZERO, adjustments: [] };

/** The most that may be charged where so much is left; null where nothing may. */
export function withinReach(left: Decimal, { amount, measure, grid, pieces }: Asked, topup: TopupRule): Decimal | null {
  if (amount !== null && !amount.charge.greaterThan(left)) return amount.charge;
  if (measure === null || pieces) return left.lessThan(grid) ? null : floorTo(left, grid);
  return reducedTo(left, amount ?? NO_AMOUNT, topup, measure)?.charge ?? null;
}

/** The most that one top-up charges: what it asks for, and what each cap lets through on its own. */
export function mostPerTopup(asked: Asked, { profile: { caps, topup } }: Terms): Ceiling {
  const byCaps = caps.map((cap, index): Ceiling => {
    if (cap.maxCount === 0) return limit(ZERO, { rule: "cap", path: ["caps", index, "maxCount"] });
    if (cap.maxCharge === null) return null;
    const because: BoundingRule = { rule: "cap", path: ["caps", index, "maxCharge"] };
    const left = decimal(cap.maxCharge);
    const refused = asked.whole && asked.least.greaterThan(left);
    return limit((refused ? null : withinReach(left, asked, topup)) ?? ZERO, because);
  });
  return leastOf(asked.amount && limit(asked.amount.charge, asked.amount.because), ...byCaps);
}
