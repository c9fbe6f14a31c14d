import * as fc from "fast-check";
import type { DrawDownInput } from "../../ledger/draw-down.js";
import type { Charge } from "../../model/charge.js";
import type { Order, OrderKey } from "../../model/draw-order.js";
import type { Source } from "../../model/source.js";

/** Few instants, so that charges fall on the very starts and ends of sources. */
const instants = [
  "2025-12-31T23:59:59.999Z",
  "2026-01-01T00:00:00Z",
  "2026-01-01T00:00:00.001Z",
  "2026-02-01T00:00:00Z",
  "2026-03-01T01:00:00+01:00",
];
const instant = fc.constantFrom(...instants);
const LATER = ["2026-03-02T00:00:00Z", "2026-04-01T00:00:00Z"];

/** Few figures, so that charges use sources up exactly; some with every digit that an amount can have. */
const amount: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom("0", "1", "2", "2.5", "3", "5", "10", "0.1", "0.00000000000000000001") },
  { weight: 1, arbitrary: fc.constantFrom("99999999999999999999.99999999999999999999", "12345678901234567890.12345678901234567890") },
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 2, nil: null });
const name = (prefix: string): fc.Arbitrary<string> => fc.constantFrom(`${prefix}1`, `${prefix}2`);
const unit = fc.constantFrom("USD", "usd", "EUR", "credits");

const chargeBody = fc.record({
  amount,
  at: fc.constantFrom(...instants, ...LATER),
  currency: maybe(unit),
  type: maybe(name("T")),
  productId: maybe(name("P")),
});

const sourceBody: fc.Arbitrary<Omit<Source, "id">> = fc
  .record({
    kind: fc.constantFrom("lot", "balance", "commitment"),
    remaining: amount,
    initial: maybe(amount),
    currency: maybe(unit),
    status: fc.constantFrom("active", "active", "active", "pendingPayment"),
    startsAt: maybe(instant),
    endsAt: maybe(instant),
    rollover: maybe(fc.record({ amount: maybe(amount), until: fc.constantFrom(...LATER) })),
    priority: maybe(fc.constantFrom(-1, 0, 1, 1.5)),
    cost: maybe(fc.constantFrom("0", "0.5", "1")),
    createdAt: maybe(instant),
    promotional: fc.boolean(),
    lineItemTypes: fc.oneof(fc.constant([]), fc.uniqueArray(name("T"), { maxLength: 2 })),
    productIds: fc.oneof(fc.constant([]), fc.uniqueArray(name("P"), { maxLength: 2 })),
    overdraft: fc.constantFrom("no", "no", "no", "yes", "used"),
  } as const)
  .map(({ overdraft, remaining, endsAt, rollover, ...rest }) => ({
    ...rest,
    endsAt,
    rollover: endsAt === null ? null : rollover,
    remaining: overdraft === "used" && remaining !== "0" ? `-${remaining}` : remaining,
    allowOverdraft: overdraft !== "no",
  }));

const keys: OrderKey[] = ["kind", "priority", "scoped", "expiry", "cost", "size", "promotional", "created"];
export const drawOrder: fc.Arbitrary<Order> = fc.oneof(
  fc.constantFrom("m3ter", "orb", "flexprice", "openmeter", "stripe"),
  fc.record({
    kinds: maybe(fc.uniqueArray(fc.constantFrom("lot", "balance", "commitment"), { minLength: 1, maxLength: 3 })),
    by: fc.uniqueArray(fc.constantFrom(...keys), { maxLength: 8 }),
  } as const),
);

export const charges: fc.Arbitrary<Charge[]> = fc
  .array(chargeBody, { maxLength: 8 })
  .map((bodies) => bodies.map((body, index) => ({ id: `c${index}`, ...body })));
export const sources: fc.Arbitrary<Source[]> = fc
  .array(sourceBody, { maxLength: 8 })
  .map((bodies) => bodies.map((body, index) => ({ id: `s${index}`, ...body })));

export const drawDownInput: fc.Arbitrary<DrawDownInput> = fc.record({ charges, sources, order: drawOrder });
