import { deepStrictEqual } from "node:assert/strict";
import { Decimal as SharedDecimal } from "decimal.js";
import type { Contender } from "../harness.js";
import type { Situation } from "../situations.js";
import { arithmetic, checkedOperands, type Figures, MINOR_DIGITS } from "./figures.js";
import { inTurn } from "./in-turn.js";
import type { Operands, TopupOperands } from "./operands.js";

/** As exact as the library's own. */
const Decimal = SharedDecimal.clone({ defaults: true, precision: 1000 });
type Decimal = SharedDecimal;
const ZERO = new Decimal(0);
const HUNDRED = new Decimal(100);

/** The arithmetic of the rule and nothing else: from canonical text (f1), and from Decimals made beforehand (f2). */
export function decimalJs(situation: Situation): Contender[] {
  const made = checkedOperands(situation).map(({ given, decided }) => {
    const operands = { ...decimals(given), topup: topupDecimals(given.topup) };
    deepStrictEqual(figuresFromDecimals(operands), decided);
    return operands;
  });
  return [arithmetic("f1", situation, decimalJsFigures), { key: "f2", run: inTurn(made, figuresFromDecimals) }];
}

/** Also what follows the hand-written validator. */
export function decimalJsFigures(operands: Operands<string>): Figures {
  return figures(decimals(operands), operands.topup, topupDecimals);
}

function figuresFromDecimals(operands: Operands<Decimal>): Figures {
  return figures(operands, operands.topup, itself);
}

function decimals(operands: Operands<string>): Omit<Operands<Decimal>, "topup"> {
  return {
    side: operands.side,
    basis: operands.basis.map(decimal),
    pendingUsage: operands.pendingUsage === null ? null : decimal(operands.pendingUsage),
    inFlight: operands.inFlight.map(decimal),
    limit: operands.limit === null ? null : decimal(operands.limit),
    value: decimal(operands.value),
  };
}

function topupDecimals(operands: TopupOperands<string>): TopupOperands<Decimal> {
  return {
    goal: decimal(operands.goal),
    step: operands.step === null ? null : decimal(operands.step),
    rate: decimal(operands.rate),
    capped: operands.capped.map(decimal),
    maxCharge: decimal(operands.maxCharge),
  };
}

/** Those of the top-up are read only where one is due. */
function figures<Given>(operands: Omit<Operands<Decimal>, "topup">, given: Given, read: (given: Given) => TopupOperands<Decimal>): Figures {
  const { side, limit, value } = operands;
  const isOwed = side === "owed";
  const held = sum(operands.basis);
  const observed = operands.pendingUsage === null ? held : held.minus(operands.pendingUsage);
  const inFlight = sum(operands.inFlight);
  const effective = isOwed ? observed.minus(inFlight) : observed.plus(inFlight);
  const threshold = limit === null ? value : limit.times(value).div(HUNDRED);
  const distance = isOwed ? threshold.minus(effective) : effective.minus(threshold);
  return {
    observed: observed.toFixed(),
    inFlight: inFlight.toFixed(),
    effective: effective.toFixed(),
    limit: limit === null ? null : limit.toFixed(),
    threshold: threshold.toFixed(),
    distance: distance.toFixed(),
    topup: distance.greaterThan(ZERO) ? null : topup(isOwed, effective, limit, read(given)),
  };
}

function topup(
  isOwed: boolean,
  effective: Decimal,
  limit: Decimal | null,
  { goal, step, rate, capped, maxCharge }: TopupOperands<Decimal>,
): Figures["topup"] {
  const target = limit === null ? goal : limit.times(goal).div(HUNDRED);
  const wanted = isOwed ? effective.minus(target) : target.minus(effective);
  const credit = step === null ? wanted.toDecimalPlaces(MINOR_DIGITS, Decimal.ROUND_CEIL) : wanted.toNearest(step, Decimal.ROUND_CEIL);
  const charge = credit.times(rate).toDecimalPlaces(MINOR_DIGITS);
  return { credit: credit.toFixed(), charge: charge.toFixed(), fits: sum(capped).plus(charge).lessThanOrEqualTo(maxCharge) };
}

function sum(values: readonly Decimal[]): Decimal {
  let total = values[0] ?? ZERO;
  for (let index = 1; index < values.length; index++) total = total.plus(values[index] as Decimal);
  return total;
}

function itself<Value>(value: Value): Value {
  return value;
}

function decimal(text: string): Decimal {
  return new Decimal(text);
}
