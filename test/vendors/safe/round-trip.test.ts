import { parseProfile } from "auto-topup";
import { parseSafeProfile, profileFromSafe, profileToSafe, type SafeOptions, type SafeProfile } from "auto-topup/safe";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const money = fc.oneof(
  fc.double({ min: 0.01, max: 1e9, noNaN: true }),
  fc.integer({ min: 1, max: 1_000_000 }),
  fc.integer({ min: 1, max: 1_000_000 }).map((pence) => (pence / 100).toFixed(2)),
  fc.constant(0.1 + 0.2),
);
const percent = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom("0", "12.50", "80.00", 33.3, 100));
const flag = fc.constantFrom("Yes", "No", true, false, "", null);
const limit = fc.constantFrom("Credit Limit", "Unbilled Calls Credit Limit", "Overdue Invoices Credit Limit", "constructor");
const blankOr = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | "" | null> => fc.oneof(value, fc.constantFrom("" as const, null));
const name = fc.string({ minLength: 1, maxLength: 20 });
const safeId = fc.oneof(fc.nat(), fc.nat().map(String));

const known = fc.record(
  {
    id: safeId,
    name: fc.oneof(fc.string(), fc.constant(null)),
    description: fc.oneof(fc.string(), fc.constant(null)),
    enabled: flag,
    triggerBasis: fc.constantFrom("Outstanding", "Overdue", "Unbilled Calls"),
    triggerType: fc.constantFrom("Absolute Amount", "Percent of Limit"),
    triggerValue: money,
    referenceLimit: limit,
    topupReferenceLimit: blankOr(limit),
    autoCollect: flag,
    correspondenceTypeExpected: blankOr(name),
    correspondenceTypeCard: blankOr(name),
    correspondenceTypeDirectDebit: blankOr(name),
    minDaysBetweenTopups: blankOr(fc.oneof(fc.nat(400), fc.nat(400).map(String))),
    customerID: blankOr(safeId),
  },
  { requiredKeys: ["id", "triggerBasis", "triggerType", "triggerValue", "referenceLimit"] },
);
const topup = fc.oneof(
  fc.record({ topupMode: fc.constant("Fixed Amount"), topupValue: money }),
  fc.record({ topupMode: fc.constant("To Percent Of Limit"), topupValue: percent }),
);
const unknown = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 8 }).map((key) => `x${key}`),
  fc.jsonValue({ maxDepth: 2 }).filter((value) => !JSON.stringify(value).includes("__proto__")),
  { maxKeys: 3 },
);

/** Documents as the API could give them, with fields that nobody knows. */
const documents = fc.tuple(unknown, known, topup).map((parts) => JSON.parse(JSON.stringify(Object.assign({}, ...parts))) as SafeProfile);

const options: fc.Arbitrary<SafeOptions> = fc.record(
  {
    boundary: fc.constantFrom("inclusive", "exclusive"),
    percentMeans: fc.constantFrom("used", "available"),
    limitNames: fc.constantFrom(
      { "Credit Limit": "credit", "Overdue Invoices Credit Limit": "overdue" },
      { "Credit Limit": "one", "Unbilled Calls Credit Limit": "one" },
      {},
    ),
    additions: fc.constantFrom<NonNullable<SafeOptions["additions"]>>(
      {},
      { inFlight: "net" },
      { failures: { suspendAfter: 2 }, priority: 4 },
    ),
  },
  { requiredKeys: [] },
);

const numRuns = 100;

describe("properties", () => {
  it("there and back is the same JSON, unknown fields included", () => {
    fc.assert(
      fc.property(documents, options, (document, chosen) => {
        const back = profileToSafe(profileFromSafe(document, chosen), document, chosen);
        expect(JSON.stringify(back)).toBe(JSON.stringify(parseSafeProfile(document)));
        expect(back).toStrictEqual(document);
      }),
      { numRuns },
    );
  });

  it("back and there is the same profile, with a base or without one", () => {
    fc.assert(
      fc.property(documents, documents, options, (document, base, chosen) => {
        const profile = parseProfile(profileFromSafe(document, chosen));
        const anew = profileToSafe(profile, null, chosen);
        const changed = profileToSafe(profile, base, chosen);
        expect(parseProfile(profileFromSafe(anew, chosen))).toStrictEqual(profile);
        expect(parseProfile(profileFromSafe(changed, chosen))).toStrictEqual(profile);
        for (const field of Object.keys(base).filter((key) => key.startsWith("x"))) expect(changed[field]).toStrictEqual(base[field]);
      }),
      { numRuns },
    );
  });

  it("what is available and what is used add up to the limit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
        const topupValue = (hundredths / 100).toFixed(2);
        const document = { ...base, topupMode: "To Percent Of Limit", topupValue } as const;
        const used = Number(profileFromSafe(document, { percentMeans: "available" }).topup.value);
        expect(Math.round(used * 100) + hundredths).toBe(10_000);
      }),
      { numRuns },
    );
  });
});

const base = {
  id: 1,
  triggerBasis: "Outstanding",
  triggerType: "Absolute Amount",
  triggerValue: 1,
  referenceLimit: "Credit Limit",
} as const;
