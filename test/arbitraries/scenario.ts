import fc from "fast-check";
import type {
  AccountInput,
  CapInput,
  Duration,
  ProfileInput,
  SimulateInput,
  TimelineEventInput,
  TopupRecordInput,
} from "../../src/index.js";
import { nullable, SHRINKING, weighted } from "./weighted.js";

const HOUR = 3_600_000;

/** Starts beside a change of the clocks: by an hour, by half of one, over midnight. */
const starts = fc.constantFrom(
  { timeZone: "UTC", start: "2025-05-31T00:00:00.000Z" },
  { timeZone: "America/New_York", start: "2025-03-08T12:00:00.000Z" },
  { timeZone: "America/New_York", start: "2025-11-01T12:00:00.000Z" },
  { timeZone: "Australia/Lord_Howe", start: "2025-04-04T21:00:00.000Z" },
  { timeZone: "America/St_Johns", start: "2006-10-28T02:30:00.000Z" },
);
export const LENGTH_HOURS = 96;

/** Hours after the start, on a coarse grid, so that much happens at one instant; now and then a millisecond off. */
const onGrid = fc.tuple(fc.integer({ min: -2, max: LENGTH_HOURS / 6 + 1 }), weighted([8, 0], [1, 1], [1, -1]));
type Place = readonly [sixths: number, ms: number];

/** Small sums that meet often, some with a fraction that no currency has. */
export const sums: fc.Arbitrary<string> = weighted(
  [6, "10"],
  [4, "5"],
  [3, "20"],
  [2, "1"],
  [2, "30"],
  [1, "0.5"],
  [1, "7.25"],
  [1, "0.001"],
  [1, "99999999999999999999.00000000000000000001"],
);
const everyday = weighted([4, "10"], [3, "20"], [2, "5"], [2, "30"], [1, "7.25"], [1, "50"]);
const signed = fc.oneof(SHRINKING, sums, fc.constant("0"), fc.constant("-10"));

const wait: fc.Arbitrary<Duration> = weighted(
  [3, { value: 0, unit: "day" }],
  [3, { value: 6, unit: "hour" }],
  [3, { value: 1, unit: "day" }],
  [1, { value: 90, unit: "minute" }],
  [1, { value: 3, unit: "day" }],
);
const wallets = ["w1", "w2"] as const;
const limitName = fc.constantFrom("credit", "other");

/** What a timeline, an account and a profile refer to; what is not there is replaced by what is. */
export interface Shape {
  readonly held: boolean;
  readonly lots: boolean;
  readonly several: boolean;
}
export const shape: fc.Arbitrary<Shape> = fc.record({ held: fc.boolean(), lots: fc.boolean(), several: weighted([3, false], [1, true]) });

const trigger = fc.record({
  basis: fc.constantFrom("outstanding", "overdue", "unbilled"),
  type: weighted([3, "absoluteAmount"], [2, "percentOfLimit"]),
  value: everyday,
  boundary: weighted([3, "inclusive"], [1, "exclusive"]),
  scheduled: weighted([7, false], [1, true]),
});
const topup = fc.record({
  mode: weighted([5, "fixedAmount"], [2, "toTarget"], [1, "toPercentOfLimit"]),
  value: everyday,
  repeat: weighted([3, "once"], [1, "untilClear"]),
});
const caps: fc.Arbitrary<CapInput[]> = fc.array(
  fc.record({
    window: fc.constantFrom<CapInput["window"]>({ calendar: "day" }, { calendar: "week" }, { rolling: { value: 1, unit: "day" } }),
    maxCharge: everyday,
    maxCount: nullable(5, fc.integer({ min: 1, max: 3 })),
    onExceed: weighted([2, "refuse"], [1, "reduce"]),
    counts: weighted([2, "automatic"], [1, "all"]),
  }),
  { maxLength: 1 },
);
const habits = fc.record({
  settlement: weighted([3, "none"], [2, "invoice"], [2, "invoice, paid first"], [2, "grant"], [1, "expected"]),
  inFlight: weighted([4, "net"], [2, "block"], [1, "ignore"]),
  inFlightExpiresAfter: nullable(8, wait),
  cooldown: nullable(6, wait),
  failures: weighted<ProfileInput["failures"] | undefined>(
    [3, undefined],
    [2, "none"],
    [2, { retryAfter: { value: 6, unit: "hour" }, backoff: "doubling", suspendAfter: 3 }],
    [1, { suspendAfter: 1 }],
  ),
  caps: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: caps }),
  expires: weighted([3, null], [1, 1], [1, 2]),
  requirePaymentMethod: weighted([9, false], [1, true]),
  walletNamed: fc.boolean(),
});

/** A profile that fits the shape; some of what it names is not there. */
export const profileOf = ({ held, several }: Shape): fc.Arbitrary<ProfileInput> =>
  fc.record({ trigger, topup, habits }).map(({ trigger: t, topup: u, habits: h }): ProfileInput => {
    const absolute = t.type === "absoluteAmount";
    const { basis, boundary, value } = t;
    const watched = held ? "balance" : basis;
    const schedule = { basis: "schedule", every: { value: 1, unit: "day" }, startingAt: "2006-01-01T06:00:00Z" };
    const ruled = held
      ? { basis: "balance", type: t.type, value, boundary, ...(!absolute && { referenceLimit: "credit" }) }
      : { basis, type: t.type, value, boundary, referenceLimit: "credit" };
    const sized =
      u.mode === "fixedAmount"
        ? { mode: u.mode, value: u.value, repeat: t.scheduled ? "once" : u.repeat }
        : { mode: u.mode, value: u.value, ...(u.mode === "toPercentOfLimit" && { referenceLimit: "other" }) };
    const credit = h.expires === null ? undefined : { expiresAfter: { value: h.expires, unit: "day" } as const, priority: h.expires };
    return {
      id: "p1",
      trigger: (t.scheduled ? schedule : ruled) as ProfileInput["trigger"],
      topup: { ...sized, ...(t.scheduled && { basis: watched }) } as ProfileInput["topup"],
      settlement: settlementOf(h.settlement, held),
      inFlight: h.inFlight,
      inFlightExpiresAfter: h.inFlightExpiresAfter,
      cooldown: h.cooldown,
      caps: h.caps,
      failures: h.failures,
      credit,
      requirePaymentMethod: h.requirePaymentMethod,
      walletId: held && (several || h.walletNamed) ? "w1" : null,
    };
  });

function settlementOf(kind: "none" | "invoice" | "invoice, paid first" | "grant" | "expected", held: boolean): ProfileInput["settlement"] {
  if (kind === "grant") return { kind };
  if (kind === "none" || !held || kind === "expected") return { kind: "expectedPayment", autoCollect: kind === "expected" };
  return { kind: "invoice", autoCollect: true, netTermsDays: 7, requirePaid: kind === "invoice, paid first" };
}

const lots = fc.array(
  fc.record({
    remaining: sums,
    status: weighted([5, "active"], [1, "pendingPayment"]),
    effective: nullable(7, onGrid),
    expires: nullable(3, onGrid),
    created: nullable(5, onGrid),
    priority: nullable(5, fc.integer({ min: 0, max: 2 })),
    scoped: weighted([4, false], [1, true]),
  }),
  { maxLength: 4 },
);
const records = fc.array(
  fc.record({
    manual: weighted([4, false], [1, true]),
    charge: everyday,
    credit: nullable(5, everyday),
    created: onGrid,
    credited: nullable(8, onGrid),
    status: weighted([2, "paid"], [3, "pending"], [2, "failed"], [1, "voided"], [2, "unknown"]),
    own: weighted([3, true], [1, false]),
    here: weighted([5, true], [1, false]),
  }),
  { maxLength: 3 },
);
const book = fc.record({
  currency: weighted([4, "USD"], [1, "JPY"], [1, "KWD"]),
  credits: weighted([3, false], [1, true]),
  balance: nullable(1, signed),
  owed: fc.record({
    outstanding: nullable(1, signed),
    overdue: nullable(1, fc.constantFrom("0", "5", "10")),
    unbilled: nullable(3, signed),
  }),
  asOf: nullable(5, fc.integer({ min: -2, max: 0 })),
  billed: fc.boolean(),
  credit: nullable(1, fc.constantFrom("0", "20", "30", "50")),
  status: weighted([15, "active"], [1, "frozen"]),
  pendingUsage: weighted([5, "0"], [1, "2.5"]),
  lots,
  records,
  method: weighted([3, true], [1, false]),
  override: weighted([9, null], [1, "15"]),
});

const iso = (ms: number): string => new Date(ms).toISOString();
const placed = (start: number, [sixths, ms]: Place): string => iso(start + sixths * 6 * HOUR + ms);
const optional = (start: number, place: Place | null): string | null => (place === null ? null : placed(start, place));

export const accountOf = (
  { held, several, lots: withLots }: Shape,
  { timeZone, start }: { timeZone: string; start: string },
): fc.Arbitrary<AccountInput> =>
  book.map((drawn): AccountInput => {
    const ms = Date.parse(start);
    const topups = drawn.records.map((each, index): TopupRecordInput => {
      const createdAt = placed(ms, [Math.min(each.created[0], 0), 0]);
      const creditedAt = optional(ms, each.credited);
      return {
        id: index === 0 ? "topup-1" : `t${index}`,
        kind: each.manual ? "manual" : "automatic",
        profileId: each.own ? "p1" : "another",
        walletId: held === each.here ? "w1" : null,
        charge: each.charge,
        credit: each.credit,
        createdAt,
        creditedAt: creditedAt !== null && creditedAt < createdAt ? null : creditedAt,
        status: each.status,
      };
    });
    // The first lot is the one that the first record paid for, or waits to be.
    const ownLots = drawn.lots.map((lot, index) => ({
      id: index === 0 && lot.status === "pendingPayment" ? "topup-1" : `lot-${index}`,
      remaining: lot.remaining,
      status: lot.status,
      effectiveAt: optional(ms, lot.effective),
      expiresAt: optional(ms, lot.expires),
      createdAt: optional(ms, lot.created),
      priority: lot.priority,
      lineItemTypes: lot.scoped ? ["calls"] : [],
    }));
    const unit = drawn.credits ? { unit: "credits", rate: "0.1", scale: 1 } : { unit: drawn.currency };
    const figure = withLots ? { lots: ownLots } : { balance: drawn.balance };
    const one = { id: "w1", ...unit, ...figure, status: drawn.status, pendingUsage: drawn.pendingUsage };
    const two = { id: "w2", unit: drawn.currency, balance: "10" };
    return {
      id: "a1",
      currency: drawn.currency,
      timeZone,
      asOf: drawn.asOf === null ? null : iso(ms + drawn.asOf * 6 * HOUR),
      owed: held ? null : drawn.owed,
      billedThrough: drawn.billed ? iso(ms - 12 * HOUR) : null,
      limits: drawn.credit === null ? {} : { credit: drawn.credit, other: "100" },
      wallets: held ? [one, ...(several ? [two] : [])] : [],
      paymentMethod: drawn.method ? { type: "card", autoCollect: true } : null,
      autoTopupAmount: drawn.override,
      topups,
    };
  });

const event = fc.record({
  type: weighted([6, "usage"], [2, "payment"], [1, "limit"], [1, "paymentMethod"], [2, "invoice"], [2, "usageRate"]),
  at: onGrid,
  until: nullable(5, onGrid),
  amount: sums,
  whole: fc.boolean(),
  wallet: fc.constantFrom(...wallets),
  basis: weighted([2, undefined], [1, "outstanding"], [1, "unbilled"]),
  calls: weighted([2, null], [1, "calls"]),
  name: limitName,
  limit: nullable(2, fc.constantFrom("0", "20", "40")),
  resumes: weighted([2, true], [1, false]),
  due: nullable(3, fc.integer({ min: 0, max: 4 })),
  every: nullable(1, weighted([2, { value: 9, unit: "hour" }], [1, { value: 1, unit: "day" }] as [number, Duration])),
});
type EventRecipe = typeof event extends fc.Arbitrary<infer Recipe> ? Recipe : never;

export const timelineOf = (form: Shape, account: AccountInput, start: string): fc.Arbitrary<TimelineEventInput[]> =>
  fc.array(event, { maxLength: 8 }).map((drawn) => drawn.map((each) => eventOf(each, form, account, Date.parse(start))));

function eventOf(each: EventRecipe, { held, several }: Shape, account: AccountInput, start: number): TimelineEventInput {
  const at = placed(start, each.at);
  const { amount, calls: lineItemType } = each;
  const wallet = several ? each.wallet : "w1";
  const owing = { basis: each.basis ?? (account.owed?.outstanding == null && account.owed?.unbilled == null ? "outstanding" : undefined) };
  const fallsOn = held ? { walletId: several || each.whole ? wallet : null } : owing;
  switch (each.type) {
    case "usage":
      return { type: "usage", at, amount: each.whole ? amount : "10", lineItemType, ...fallsOn };
    case "usageRate": {
      const until = optional(start, each.until);
      const first = each.whole ? at : null;
      const per = { value: 1, unit: "day" } as const;
      const ends = until !== null && (first === null || until > first) ? until : null;
      return { type: "usageRate", amount: each.limit ?? "7", per, every: each.every, from: first, until: ends, ...fallsOn };
    }
    case "payment":
      if (!held && Object.values(account.owed ?? {}).every((figure) => figure === null))
        return { type: "limit", at, name: each.name, value: "40" };
      return { type: "payment", at, amount, walletId: held && (several || each.whole) ? wallet : null };
    case "invoice": {
      const dueAt = each.due === null ? null : placed(start, [each.at[0] + each.due, each.at[1]]);
      return { type: "invoice", at, amount: each.whole || account.owed?.unbilled == null ? "10" : null, dueAt };
    }
    case "limit":
      return { type: "limit", at, name: each.name, value: each.limit };
    case "paymentMethod":
      return { type: "paymentMethod", at, paymentMethod: each.whole ? { type: "card", autoCollect: true } : null, resumes: each.resumes };
  }
}

const outcome = weighted([3, "paid"], [2, "declined"], [1, "hardDeclined"], [1, "infrastructure"], [2, "lost"], [1, "unanswered"]);
const payments: fc.Arbitrary<SimulateInput["payments"]> = fc.oneof(
  SHRINKING,
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 3,
    arbitrary: fc.record({
      settleAfter: nullable(2, wait),
      outcomes: fc.array(outcome, { maxLength: 4 }),
      otherwise: fc.oneof({ weight: 4, arbitrary: fc.constant("paid" as const) }, { weight: 1, arbitrary: outcome }),
      declineRate: weighted([2, 0], [1, 30]),
      lostRate: weighted([2, 0], [1, 20]),
      seed: fc.nat(1000),
      foundOutAfter: nullable(4, wait),
      foundOut: weighted([2, "paid"], [1, "voided"]),
    }),
  },
);
const cadence = weighted<SimulateInput["evaluateOn"]>(
  [4, "event"],
  [1, { dailyAt: "00:00" }],
  [1, { dailyAt: "02:30" }],
  [1, { everyMinutes: 360 }],
  [1, { everyMinutes: 450 }],
  [1, { everyMinutes: 1500 }],
);

/** Small worlds in which much happens at the same instants. */
export const scenarios: fc.Arbitrary<SimulateInput> = fc.tuple(shape, starts).chain(([form, begin]) =>
  accountOf(form, begin).chain((account) =>
    fc.record({
      profile: profileOf(form),
      account: fc.constant(account),
      timeline: timelineOf(form, account, begin.start),
      from: fc.constant(begin.start),
      to: weighted([3, LENGTH_HOURS], [1, 30]).map((hours) => iso(Date.parse(begin.start) + hours * HOUR)),
      evaluateOn: cadence,
      payments,
      costPerCharge: weighted([1, null], [2, "0.3"]),
      drawDownOrder: weighted<SimulateInput["drawDownOrder"]>([3, null], [1, "orb"], [1, "flexprice"]),
    }),
  ),
);
