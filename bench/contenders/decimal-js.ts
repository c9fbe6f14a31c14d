import { deepStrictEqual } from "node:assert/strict";
import { Decimal as SharedDecimal } from "decimal.js";
import { type Decision, evaluate, parseAccount, parseProfile } from "auto-topup";
import type { Contender } from "../harness.js";
import type { Situation } from "../situations.js";
import { inTurn } from "./in-turn.js";
import { type Operands, operandsOf, type TopupOperands } from "./operands.js";

/** As exact as the library's own. */
const Decimal = SharedDecimal.clone({ defaults: true, precision: 1000 });
type Decimal = SharedDecimal;
const ZERO = new Decimal(0);
const HUNDRED = new Decimal(100);
const MINOR_DIGITS = 2;

/** The figures that a decision shows. */
interface Figures {
  readonly observed: string;
  readonly inFlight: string;
  readonly effective: string;
  readonly limit: string | null;
  readonly threshold: string;
  readonly distance: string;
  readonly topup: { readonly credit: string; readonly charge: string; readonly fits: boolean } | null;
}

/** The arithmetic of the rule and nothing else: from canonical text (f1), and from Decimals made beforehand (f2). */
export function decimalJs({ profile: input, cases }: Situation): Contender[] {
  const profile = parseProfile(input);
  const texts = cases.map(({ account: each, at }) => {
    const account = parseAccount(each);
    const operands = operandsOf(profile, account, at);
    deepStrictEqual(fromText(operands), figuresOf(evaluate({ profile, account, at })));
    return operands;
  });
  return [
    { key: "f1", run: inTurn(texts, fromText) },
    { key: "f2", run: inTurn(texts.map(allDecimals), fromDecimals) },
  ];
}

function fromText(operands: Operands<string>): Figures {
  return figures(decimals(operands), operands.topup, topupDecimals);
}

function fromDecimals(operands: Operands<Decimal>): Figures {
  return figures(operands, operands.topup, itself);
}

function allDecimals(operands: Operands<string>): Operands<Decimal> {
  return { ...decimals(operands), topup: topupDecimals(operands.topup) };
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

/** What a decision of the library says of the same. */
function figuresOf({ trigger, checks }: Decision): Figures {
  const { observed, inFlight, effective, limit, threshold, distance } = trigger as NonNullable<typeof trigger>;
  const amount = checks.find(({ guard }) => guard === "amount")?.facts;
  const caps = checks.find(({ guard }) => guard === "caps");
  return {
    ...{ observed, inFlight, effective, limit, threshold: threshold as string, distance: distance as string },
    topup: caps?.passed == null ? null : { credit: amount?.credit as string, charge: amount?.charge as string, fits: caps.passed },
  };
}
