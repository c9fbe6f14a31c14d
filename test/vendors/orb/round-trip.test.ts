import fc from "fast-check";
import { parseProfile } from "auto-topup";
import {
  createTopUpRequest,
  type OrbCreditBlock,
  type OrbTopUp,
  parseOrbCreditBlock,
  parseOrbTopUp,
  profileFromOrb,
  topUpFromProfile,
} from "auto-topup/orb";
import { describe, expect, it } from "vitest";
import { deepFreeze } from "../../support/build.js";
import { AT } from "./build.js";

const RUNS = { numRuns: 60 };
const decimal = fc.tuple(fc.nat(99_999), fc.nat(999)).map(([whole, part]) => `${whole}.${String(part).padStart(3, "0")}`);
const positive = decimal.map((text) => `1${text}`);
const spelled = fc.constantFrom("USD", "usd", "credits", "pricing_unit_q8");
const dates = fc.constantFrom("2026-06-01T00:00:00Z", "2026-06-01T02:00:00+02:00", "2026-05-30T23:59:59.123456Z", AT);
const unknown = fc.dictionary(
  fc.constantFrom("created_at", "object", "newer_field", "x"),
  fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value).replaceAll("__proto__", "proto")) as unknown),
  { maxKeys: 2 },
);

/** An optional field is left out, null, or there. */
function maybe<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null | undefined> {
  return fc.oneof(value, fc.constant(null), fc.constant(undefined));
}

const settings = fc
  .tuple(
    fc.record({ auto_collection: fc.boolean(), net_terms: fc.nat(365) }),
    maybe(fc.string()),
    fc.option(fc.boolean(), { nil: undefined }),
    unknown,
  )
  .map(([stated, memo, require_successful_payment, rest]) => ({ ...rest, ...stated, ...given({ memo, require_successful_payment }) }));

const expiry = fc.oneof(
  fc.constant({}),
  fc.constant({ expires_after: null, expires_after_unit: null }),
  fc.record({ expires_after: fc.integer({ min: 1, max: 1200 }), expires_after_unit: fc.constantFrom("day", "month") }),
);

const topUps = fc
  .tuple(
    fc.record({ currency: spelled, threshold: decimal, amount: positive, per_unit_cost_basis: decimal, invoice_settings: settings }),
    expiry,
    maybe(dates),
    unknown,
  )
  .map(
    ([stated, expires, active_from, rest]) =>
      deepFreeze({ ...rest, id: "topup_1", ...stated, ...expires, ...given({ active_from }) }) as OrbTopUp,
  );

const filters = fc.array(
  fc.record(
    {
      field: fc.constant("item_id"),
      operator: fc.constantFrom("includes", "excludes"),
      values: fc.array(fc.constantFrom("a", "b"), { maxLength: 2 }),
    },
    { noNullPrototype: true },
  ),
  { maxLength: 2 },
);

const blocks = fc
  .tuple(
    fc.record({
      id: fc.constant("b1"),
      balance: fc.oneof(fc.double({ min: -1e6, max: 1e9, noNaN: true, noDefaultInfinity: true }).filter(fits), decimal),
    }),
    fc.record({ status: fc.constantFrom("active", "pending_payment"), filters }),
    maybe(dates),
    maybe(decimal),
    unknown,
  )
  .map(
    ([stated, more, expiry_date, per_unit_cost_basis, rest]) =>
      deepFreeze({ ...rest, ...stated, ...more, ...given({ expiry_date, per_unit_cost_basis }) }) as OrbCreditBlock,
  );

describe("properties", () => {
  it("a top-up read is the top-up written", () => {
    fc.assert(
      fc.property(topUps, (document) => {
        expect(parseOrbTopUp(document)).toStrictEqual(document);
      }),
      RUNS,
    );
  });

  it("a top-up comes back from its profile as it was, unknown fields and spelling included", () => {
    fc.assert(
      fc.property(topUps, (document) => {
        expect(topUpFromProfile(profileFromOrb(document), { base: document })).toStrictEqual(document);
        expect(topUpFromProfile(parseProfile(profileFromOrb(document)), { base: document })).toStrictEqual(document);
      }),
      RUNS,
    );
  });

  it("a profile comes back from its top-up as it was", () => {
    fc.assert(
      fc.property(topUps, (document) => {
        const profile = profileFromOrb(document);
        const again = topUpFromProfile(profile, { costBasis: document.per_unit_cost_basis });
        expect(profileFromOrb(again, { id: profile.id })).toStrictEqual(profile);
      }),
      RUNS,
    );
  });

  it("what is sent is what was read, without its id", () => {
    fc.assert(
      fc.property(topUps, (document) => {
        const { body } = createTopUpRequest(parseOrbTopUp(document), { customerId: "cus_1", at: AT, idempotencyKey: "k" });
        expect({ ...body, id: document.id }).toStrictEqual(document);
      }),
      RUNS,
    );
  });

  it("a block read is the block written", () => {
    fc.assert(
      fc.property(blocks, (document) => {
        expect(parseOrbCreditBlock(document)).toStrictEqual(document);
      }),
      RUNS,
    );
  });

  it("whatever is read, nothing but InvalidInputError is thrown", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const parse of [parseOrbTopUp, parseOrbCreditBlock]) {
          expect(() => parse(value as never)).toThrow(expect.objectContaining({ code: "invalid_input" }));
        }
      }),
      RUNS,
    );
  });
});

function given(fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** At most 20 decimal places, as figures here have. */
function fits(value: number): boolean {
  return value === 0 || Math.abs(value) > 1e-3;
}
