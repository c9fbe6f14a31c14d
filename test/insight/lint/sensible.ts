import fc from "fast-check";
import type {
  AccountInput,
  Cap,
  Duration,
  PaymentsInput,
  ProfileInput,
  SettlementInput,
  SimulateInput,
  TimelineEventInput,
  TopupRuleInput,
  TriggerInput,
} from "../../../src/index.js";
import { DAY } from "../../../src/base/instant.js";
import { nullable, weighted } from "../../../src/testing/recipes/weighted.js";

const FROM = Date.UTC(2026, 5, 1);
const DAYS = 60;
const HOUR = DAY / 24;
const instant = (ms: number): string => new Date(ms).toISOString();

const days = (value: number): Duration => ({ value, unit: "day" });
const DIRECT_DEBIT_DAYS = 3;
const BY_HAND_DAYS = 10;

interface Recipe {
  readonly kind: "dollars" | "credits" | "credit limit" | "unbilled" | "in advance";
  readonly reach: number;
  readonly percent: boolean;
  readonly boundary: "inclusive" | "exclusive";
  readonly mode: TopupRuleInput["mode"] | "untilClear";
  readonly amount: string;
  readonly beyond: number;
  readonly bounds: { readonly min: string | null; readonly max: string | null; readonly step: string | null };
  readonly settlement: SettlementInput;
  readonly inFlight: "net" | "block" | "ignore";
  readonly expiry: Duration | null;
  readonly cooldown: Duration | null;
  readonly caps: readonly Cap[] | null;
  readonly failures: ProfileInput["failures"];
  readonly creditLasts: { readonly value: number; readonly unit: "day" | "month" } | null;
  readonly required: boolean;
  readonly method: NonNullable<AccountInput["paymentMethod"]> | null;
  readonly own: string | null;
  readonly pays: "pays" | "declines" | "never pays";
  readonly every: 1 | 4;
  readonly usage: readonly { readonly day: number; readonly hour: number; readonly amount: number }[];
}

const letters = { expected: "LETTER", card: "RECEIPT", directDebit: "NOTICE" };
const window = fc.constantFrom<Cap["window"]>({ calendar: "day" }, { calendar: "month" }, { rolling: days(7) });
const cap: fc.Arbitrary<Cap> = fc.record({
  window,
  maxCharge: nullable(3, fc.constantFrom("30", "100", "400")),
  maxCount: weighted([5, 3], [2, 1], [1, 0]),
  onExceed: weighted([3, "refuse"], [1, "reduce"]),
});

const recipe: fc.Arbitrary<Recipe> = fc.record({
  kind: weighted([3, "dollars"], [2, "credits"], [3, "credit limit"], [1, "unbilled"], [2, "in advance"]),
  reach: weighted([3, 20], [2, 50], [1, 10], [1, 300]),
  percent: weighted([3, false], [1, true]),
  boundary: weighted([3, "inclusive"], [1, "exclusive"]),
  mode: weighted([4, "fixedAmount"], [3, "toTarget"], [2, "toPercentOfLimit"], [2, "untilClear"]),
  amount: weighted([3, "60"], [3, "100"], [1, "10"], [1, "20"], [1, "60.005"]),
  beyond: weighted([4, 60], [2, 100], [1, 0], [1, -10]),
  bounds: fc.record({
    min: nullable(8, fc.constantFrom("10", "120")),
    max: nullable(8, fc.constantFrom("15", "200")),
    step: nullable(8, fc.constantFrom("5", "20", "70")),
  }),
  settlement: weighted<SettlementInput>(
    [4, { kind: "expectedPayment", autoCollect: true, correspondence: letters }],
    [2, { kind: "expectedPayment", autoCollect: false, correspondence: { expected: "LETTER" } }],
    [1, { kind: "invoice", autoCollect: false, netTermsDays: 7, requirePaid: true }],
    [1, { kind: "invoice", autoCollect: true, netTermsDays: 0 }],
    [1, { kind: "grant" }],
  ),
  inFlight: weighted([4, "net"], [2, "block"], [1, "ignore"]),
  expiry: nullable(4, weighted([3, days(14)], [1, days(30)], [1, days(2)], [1, { value: 6, unit: "hour" } as Duration])),
  cooldown: nullable(4, weighted([3, days(1)], [2, days(7)], [1, days(30)], [1, days(0)], [1, { value: 6, unit: "hour" } as Duration])),
  caps: nullable(6, fc.array(cap, { maxLength: 2 })),
  failures: weighted<ProfileInput["failures"]>(
    [5, null],
    [1, "none"],
    [1, {}],
    [1, { retryAfter: days(2), suspendAfter: 4 }],
    [1, { retryAfter: days(2) }],
    [1, { retryAfter: days(2), backoff: "doubling", maxRetryAfter: days(14) }],
  ),
  creditLasts: nullable(7, weighted([1, { value: 1, unit: "month" }], [1, { value: 5, unit: "day" }])),
  required: weighted([3, false], [1, true]),
  method: weighted<Recipe["method"]>(
    [4, { type: "card", autoCollect: true }],
    [3, { type: "directDebit", autoCollect: true }],
    [1, { type: "card", autoCollect: true, minCharge: "40" }],
    [1, null],
  ),
  own: nullable(9, fc.constantFrom("15", "80")),
  pays: weighted([4, "pays"], [1, "declines"], [2, "never pays"]),
  every: weighted([1, 1], [1, 4]),
  usage: fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: DAYS - 1 }),
      hour: fc.integer({ min: 0, max: 23 }),
      amount: fc.integer({ min: 1, max: 12 }),
    }),
    { maxLength: 40 },
  ),
});

/** A profile as somebody might write it, faults and all, for an account that it fits, with moderate usage on some days. */
export const sensibleScenarios: fc.Arbitrary<SimulateInput> = recipe.map(scenarioOf);

const LIMIT = 500;

function scenarioOf(drawn: Recipe): SimulateInput {
  const profile = profileOf(drawn);
  return {
    profile,
    account: accountOf(drawn),
    from: instant(FROM),
    to: instant(FROM + DAYS * DAY),
    evaluateOn: { everyMinutes: (24 * 60) / drawn.every },
    timeline: drawn.usage.map(({ day, hour, amount }): TimelineEventInput => ({
      type: "usage",
      at: instant(FROM + day * DAY + hour * HOUR),
      amount: String(amount),
      ...(drawn.kind === "unbilled" ? { basis: "unbilled" } : isHeld(drawn) ? {} : { basis: "outstanding" }),
    })),
    payments: paymentsOf(drawn),
  };
}

const isHeld = ({ kind }: Recipe): boolean => kind === "dollars" || kind === "credits";

function profileOf(drawn: Recipe): ProfileInput {
  const { inFlight, expiry, cooldown, caps, failures, creditLasts, required } = drawn;
  return {
    id: "p1",
    trigger: triggerOf(drawn),
    topup: topupOf(drawn),
    settlement: settlementOf(drawn),
    credit: creditLasts && isHeld(drawn) ? { expiresAfter: creditLasts } : null,
    inFlight,
    inFlightExpiresAfter: expiry,
    cooldown,
    caps,
    failures,
    requirePaymentMethod: required,
  };
}

/** Money owed is already invoiced. */
function settlementOf(drawn: Recipe): SettlementInput {
  const { settlement } = drawn;
  return settlement.kind === "invoice" && !isHeld(drawn) ? { kind: "expectedPayment", autoCollect: settlement.autoCollect } : settlement;
}

function limitOf({ kind }: Recipe): number {
  return kind === "in advance" ? 0 : LIMIT;
}

function triggerOf(drawn: Recipe): TriggerInput {
  const { kind, reach, percent, boundary } = drawn;
  if (isHeld(drawn)) {
    const basis = "balance" as const;
    return percent
      ? { basis, type: "percentOfLimit", value: String((reach * 100) / LIMIT), referenceLimit: "credit", boundary }
      : { basis, type: "absoluteAmount", value: String(reach), boundary };
  }
  const basis = kind === "unbilled" ? "unbilled" : "outstanding";
  return percent
    ? { basis, type: "percentOfLimit", value: String(100 - (reach * 100) / LIMIT), referenceLimit: "credit", boundary }
    : { basis, type: "absoluteAmount", value: String(reach), referenceLimit: "credit", boundary };
}

/** Where the trigger fires, by the words of the drawn rule. */
function thresholdOf(drawn: Recipe): number {
  if (isHeld(drawn)) return drawn.reach;
  return drawn.percent ? (limitOf(drawn) * (LIMIT - drawn.reach)) / LIMIT : limitOf(drawn) - drawn.reach;
}

function topupOf(drawn: Recipe): TopupRuleInput {
  const { mode, amount, beyond, bounds } = drawn;
  const goal = thresholdOf(drawn) + (isHeld(drawn) ? beyond : -beyond);
  const kept = bounds.min !== null && bounds.max !== null && Number(bounds.min) > Number(bounds.max) ? { ...bounds, max: null } : bounds;
  switch (mode) {
    case "fixedAmount":
      return { mode, value: amount, ...kept };
    case "untilClear":
      return { mode: "fixedAmount", value: amount, repeat: "untilClear", ...kept };
    case "toTarget":
      return { mode, value: String(goal), ...kept };
    case "toPercentOfLimit":
      return { mode, value: String(Math.max(0, (goal * 100) / LIMIT)), referenceLimit: "credit", ...kept };
  }
}

/** As it stands a little short of the threshold, with nothing past. */
function accountOf(drawn: Recipe): AccountInput {
  const { kind, method, own, creditLasts } = drawn;
  const start = String(thresholdOf(drawn) + (isHeld(drawn) ? 5 : -5));
  const wallet = { id: "w1", ...(creditLasts ? { lots: [{ id: "first", remaining: start }] } : { balance: start }) };
  return {
    id: "a1",
    currency: "USD",
    asOf: instant(FROM),
    limits: { credit: String(limitOf(drawn)) },
    ...(kind === "dollars" && { wallets: [{ ...wallet, unit: "USD" }] }),
    ...(kind === "credits" && { wallets: [{ ...wallet, unit: "credits", rate: "0.5", scale: 2 }] }),
    ...(!isHeld(drawn) && {
      owed: { outstanding: kind === "unbilled" ? "0" : start, overdue: "0", unbilled: kind === "unbilled" ? start : "0" },
    }),
    ...(kind === "unbilled" && { billedThrough: instant(FROM) }),
    paymentMethod: method,
    autoTopupAmount: own,
    topups: [],
  };
}

function paymentsOf(drawn: Recipe): PaymentsInput {
  const { method, pays } = drawn;
  const settlement = settlementOf(drawn);
  const collected = settlement.kind !== "grant" && settlement.autoCollect && method !== null;
  if (pays === "declines" && collected) return { otherwise: "declined" };
  if (collected) return { settleAfter: method.type === "card" ? null : days(DIRECT_DEBIT_DAYS) };
  return pays === "pays" ? { settleAfter: days(BY_HAND_DAYS) } : { otherwise: "unanswered" };
}
