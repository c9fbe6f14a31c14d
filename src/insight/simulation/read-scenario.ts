import type { Decimal } from "../../base/decimal.js";
import { type InputIssue, InvalidInputError } from "../../base/errors.js";
import { amount, instant } from "../../base/fields.js";
import { type Instant, MINUTE, toMs } from "../../base/instant.js";
import { readLeaf, readOr, type Reading, readWith } from "../../base/parser.js";
import { made, list, optional, type Schema } from "../../base/schema.js";
import { resolvedOrderSchema } from "../../ledger/source-order.js";
import { type Account, accountParser } from "../../model/account.js";
import { type Order, PRESETS, type ResolvedOrder } from "../../model/draw-order.js";
import { durationMs } from "../../model/duration.js";
import { type Cadence, readCadence } from "./cadence.js";
import { type Payments, paymentsSchema } from "./payments.js";
import { type TimelineEvent, type TimelineEventInput, timelineEventSchema } from "./timeline.js";
import { readDecimal } from "./read-decimal.js";
import { fallsOnFault, paidIntoFault } from "./usage-target.js";

/** A scenario as it was read. */
export interface Scenario {
  readonly account: Account;
  readonly timeline: readonly TimelineEvent[];
  readonly from: Instant;
  readonly to: Instant;
  readonly evaluateOn: Cadence;
  readonly payments: Payments;
  readonly costPerCharge: Decimal | null;
  readonly drawDownOrder: ResolvedOrder;
}

const timelineSchema = /* @__PURE__ */ list<TimelineEvent, TimelineEventInput>(timelineEventSchema);
const costSchema = /* @__PURE__ */ made(() => optional(amount({ atLeast: "0" })));

/** How each key of a scenario is read. */
export const scenarioReaders: { readonly [Key in keyof Scenario]: (value: unknown) => Reading<Scenario[Key]> } = {
  account: (value) => accountParser.read(value),
  timeline: (value) => readWith(timelineSchema, value),
  from: readInstant,
  to: readInstant,
  evaluateOn: readCadence,
  payments: (value) => readWith(paymentsSchema as Schema<Payments>, value),
  costPerCharge: (value) => readDecimal(costSchema, value),
  drawDownOrder: (value) => readOr(PRESETS.openmeter, value, readOrder),
};

function readInstant(value: unknown): Reading<Instant> {
  return readLeaf(instant, value);
}

function readOrder(value: unknown): Reading<ResolvedOrder> {
  const reading = readWith<ResolvedOrder>(resolvedOrderSchema as Schema<ResolvedOrder, Order>, value);
  if ("issues" in reading || reading.value.kinds === null || reading.value.kinds.includes("lot")) return reading;
  return { issues: [{ path: [], code: "conflict", message: "must be an order that draws from lots: nothing would be drawn" }] };
}

/** The scenario, where its parts go together. Throws `InvalidInputError`. */
export function consistent<Read extends Scenario>(scenario: Read): Read {
  const issues = [...periodFaults(scenario), ...timelineFaults(scenario), ...effortFaults(scenario)];
  if (issues.length > 0) throw new InvalidInputError(issues);
  return scenario;
}

function periodFaults({ account, from, to }: Scenario): InputIssue[] {
  return [
    ...(from >= to ? [{ path: ["to"], code: "conflict", message: "must be later than from" } as const] : []),
    ...(account.asOf !== null && account.asOf > from
      ? [{ path: ["account", "asOf"], code: "conflict", message: "must not be after from: the account is as it stands then" } as const]
      : []),
  ];
}

function timelineFaults({ account, timeline }: Scenario): InputIssue[] {
  return timeline.flatMap((event, index) => {
    const fault = eventFault(event, account);
    return fault === null ? [] : [{ ...fault, path: ["timeline", index, ...fault.path] }];
  });
}

function eventFault(event: TimelineEvent, account: Account): InputIssue | null {
  switch (event.type) {
    case "usage":
    case "usageRate":
      return fallsOnFault(event, account);
    case "payment":
      return paidIntoFault(event, account);
    case "invoice":
      return event.amount === null && account.owed.unbilled === null
        ? { path: ["amount"], code: "missing_companion", message: "is needed: what is unbilled is unknown" }
        : null;
    case "limit":
    case "paymentMethod":
      return null;
  }
}

/** More instants than this take minutes to play: a typing error, as a rule. */
const MOST_INSTANTS = 10_000_000;

function effortFaults({ from, to, evaluateOn, timeline }: Scenario): InputIssue[] {
  const tooMany = (path: InputIssue["path"], length: number, every: number): InputIssue[] =>
    length / every > MOST_INSTANTS ? [{ path, code: "out_of_range", message: `comes to more than ${MOST_INSTANTS} instants` }] : [];
  return [
    ...(typeof evaluateOn === "object" && "everyMinutes" in evaluateOn
      ? tooMany(["evaluateOn", "everyMinutes"], toMs(to) - toMs(from), evaluateOn.everyMinutes * MINUTE)
      : []),
    ...timeline.flatMap((event, index) => {
      if (event.type !== "usageRate") return [];
      const first = Math.max(toMs(from), toMs(event.from ?? from));
      const last = Math.min(toMs(to), toMs(event.until ?? to));
      return tooMany(["timeline", index, "every"], last - first, durationMs(everyOf(event)));
    }),
  ];
}

/** How often a rate takes a step. */
export function everyOf({ every }: Extract<TimelineEvent, { type: "usageRate" }>): NonNullable<typeof every> {
  return every ?? { value: 1, unit: "hour" };
}
