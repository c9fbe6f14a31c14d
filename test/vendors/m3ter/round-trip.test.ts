import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseM3terBalance, parseM3terCommitment, parseM3terTransactions, sourceFromBalance, sourceFromCommitment } from "auto-topup/m3ter";
import { isDeepFrozen } from "../../support/build.js";
import { frozen } from "./documents.js";

const RUNS = { numRuns: 60 };

const id = fc.string({ minLength: 1, maxLength: 36 });
const money = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100),
  fc.integer({ min: 0, max: 1_000_000 }).map((cents) => (cents / 100).toFixed(2)),
  fc.constant(0.1 + 0.2),
);
const notNegative = money.map((each) => (typeof each === "number" ? Math.abs(each) : each));
const moment = (from: string, to: string) =>
  fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true }).map((date) => date.toISOString());
const lineItemTypes = fc.subarray([
  "STANDING_CHARGE",
  "USAGE",
  "MINIMUM_SPEND",
  "COUNTER_RUNNING_TOTAL_CHARGE",
  "COUNTER_ADJUSTMENT_DEBIT",
]);
const KNOWN = /^(__proto__|id|amount|paid|version|description)$/;
const unknown = fc
  .dictionary(
    fc
      .string({ maxLength: 8 })
      .map((key) => `x${key}`)
      .filter((key) => !KNOWN.test(key)),
    fc.jsonValue({ maxDepth: 2 }),
    { maxKeys: 3 },
  )
  .map((fields) => JSON.parse(JSON.stringify(fields, (key, value: unknown) => (key === "__proto__" ? undefined : value))) as object);

const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

const balance = fc
  .record(
    {
      id,
      accountId: id,
      code: id,
      name: id,
      currency: fc.constantFrom("USD", "eur", "credits"),
      startDate: moment("2026-01-01", "2026-05-31"),
      endDate: moment("2026-06-01", "2026-12-31"),
      amount: some(money),
      rollover: some(fc.record({ rolloverAmount: some(notNegative), rolloverEndDate: moment("2027-01-01", "2027-12-31") })),
      lineItemTypes: some(lineItemTypes),
      productIds: some(fc.array(id, { maxLength: 2 })),
      overageSurchargePercent: some(notNegative),
      allowOverdraft: some(fc.boolean()),
      description: some(fc.string()),
      version: some(fc.nat()),
    },
    { requiredKeys: ["id", "accountId", "code", "name", "currency", "startDate", "endDate"] },
  )
  .chain(({ rollover, ...known }) => unknown.map((more) => ({ ...more, ...known, ...rollover })));

const transactions = fc.uniqueArray(
  fc
    .record(
      {
        id,
        amount: money,
        appliedDate: moment("2026-01-01", "2027-12-31"),
        transactionDate: some(moment("2026-01-01", "2027-12-31")),
        transactionTypeId: some(id),
        entityType: some(fc.constantFrom("BILL", "COMMITMENT", "USER", "SERVICE_USER", "SCHEDULER")),
        paid: some(money),
        currencyPaid: some(fc.constant("EUR")),
        description: some(fc.string()),
      },
      { requiredKeys: ["id", "amount", "appliedDate"] },
    )
    .chain((known) => unknown.map((more) => ({ ...more, ...known }))),
  { selector: (each) => each.id, maxLength: 5 },
);

const commitment = fc
  .record(
    {
      id,
      accountId: id,
      amount: notNegative,
      amountSpent: money,
      currency: fc.constant("USD"),
      startDate: moment("2026-01-01", "2026-05-31").map((text) => text.slice(0, 10)),
      endDate: moment("2026-06-03", "2026-12-31"),
      lineItemTypes: some(lineItemTypes),
      billingInterval: some(fc.nat()),
      childBillingMode: some(fc.constantFrom("PARENT_SUMMARY", "PARENT_BREAKDOWN", "CHILD")),
    },
    { requiredKeys: ["id", "accountId", "amount", "amountSpent", "currency", "startDate", "endDate"] },
  )
  .chain((known) => unknown.map((more) => ({ ...more, ...known })));

describe.each([
  { what: "a balance", documents: balance as fc.Arbitrary<unknown>, parse: parseM3terBalance as (input: unknown) => unknown },
  { what: "a list of transactions", documents: transactions as fc.Arbitrary<unknown>, parse: parseM3terTransactions },
  { what: "a commitment", documents: commitment as fc.Arbitrary<unknown>, parse: parseM3terCommitment },
])("properties of $what", ({ documents, parse }) => {
  it("comes out as it went in, unknown fields and the order of all included", () => {
    fc.assert(
      fc.property(documents, (document) => {
        const text = JSON.stringify(document);
        const parsed = parse(frozen(JSON.parse(text)));
        expect(JSON.stringify(parsed)).toBe(text);
        expect(isDeepFrozen(parsed)).toBe(true);
      }),
      RUNS,
    );
  });

  it("is recognised, and the same after another trip through JSON", () => {
    fc.assert(
      fc.property(documents, (document) => {
        const parsed = parse(document);
        expect(parse(parsed)).toBe(parsed);
        expect(parse(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed);
      }),
      RUNS,
    );
  });
});

describe("properties of sources", () => {
  it("parsing first changes no source, and none begins below zero without overdraft", () => {
    fc.assert(
      fc.property(balance, commitment, money, (pot, agreed, remaining) => {
        const source = sourceFromBalance(pot as never, { remaining });
        expect(sourceFromBalance(parseM3terBalance(pot), { remaining })).toEqual(source);
        expect(String(source.remaining).startsWith("-") && source.allowOverdraft !== true).toBe(false);
        const commitmentSource = sourceFromCommitment(agreed as never);
        expect(sourceFromCommitment(parseM3terCommitment(agreed))).toEqual(commitmentSource);
        expect(String(commitmentSource.remaining).startsWith("-")).toBe(false);
      }),
      RUNS,
    );
  });
});
