import { parseProfile } from "auto-topup";
import {
  autoTopupFromProfile,
  beyondFlexprice,
  type FlexpriceAutoTopup,
  flatAutoTopupFromProfile,
  fromFlexpriceSdk,
  parseFlexpriceTransactions,
  parseFlexpriceWallet,
  profileFromWallet,
  toFlexpriceSdk,
} from "auto-topup/flexprice";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

const RUNS = { numRuns: 60 };

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,7}$/);
const unknownFields = fc.dictionary(
  name.map((each) => `x_${each}`),
  fc.jsonValue({ maxDepth: 2 }).filter((value) => !JSON.stringify(value).includes("__proto__")),
  { maxKeys: 3 },
);
const cents = fc.integer({ min: 1, max: 10 ** 9 });
/** The same figure in one of the spellings that JSON may have it in. */
const amountOf = (value: fc.Arbitrary<number>): fc.Arbitrary<string | number> =>
  fc
    .tuple(
      value,
      fc.constantFrom<(each: number) => string | number>(
        (each) => each / 100,
        (each) => (each / 100).toFixed(2),
        (each) => String(each / 100),
      ),
    )
    .map(([each, spelling]) => spelling(each));
const positive = amountOf(cents);
const anySign = amountOf(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }));
const cooldown = fc.record({ value: fc.integer({ min: 0, max: 1000 }), unit: fc.constantFrom("second", "minute", "hour", "day") });

const autoTopup = fc
  .tuple(
    fc.record(
      { enabled: fc.constantFrom(true, true, false, null), invoicing: fc.constantFrom(true, false, null), cooldown: fc.option(cooldown) },
      { requiredKeys: [] },
    ),
    fc.record({ threshold: anySign, amount: positive }),
    unknownFields,
  )
  .map(([words, figures, rest]) => ({ ...rest, ...words, ...figures }) as FlexpriceAutoTopup);

const wallet = fc
  .tuple(
    fc.record({ id: name, customer_id: name, currency: fc.constantFrom("usd", "EUR", "jpy") }),
    fc.record(
      {
        balance: anySign,
        credit_balance: anySign,
        conversion_rate: positive,
        topup_conversion_rate: positive,
        wallet_status: fc.constantFrom("active", "frozen", "closed"),
        wallet_type: fc.constantFrom("PRE_PAID", "POST_PAID", "PROMOTIONAL"),
        config: fc.record({ allowed_price_types: fc.subarray(["ALL", "USAGE", "FIXED"]) }, { requiredKeys: [] }),
        auto_topup: fc.option(autoTopup),
        metadata: fc.option(fc.dictionary(name, fc.string())),
        real_time_credit_balance: fc.option(anySign),
        balance_updated_at: fc.constantFrom("2026-06-01T09:00:00Z", "2026-06-01T11:00:00.123456789+02:00"),
      },
      { requiredKeys: [] },
    ),
    unknownFields,
  )
  .map(([ids, known, rest]) => JSON.parse(JSON.stringify({ ...rest, ...known, ...ids })) as Record<string, unknown>);

describe("round trips", () => {
  it("give a wallet back as it was, unknown fields too", () => {
    fc.assert(
      fc.property(wallet, (document) => {
        const before = structuredClone(document);
        expect(parseFlexpriceWallet(document)).toEqual(before);
        expect(parseFlexpriceWallet(parseFlexpriceWallet(document))).toEqual(before);
        expect(document).toEqual(before);
      }),
      RUNS,
    );
  });

  it("give auto_topup back through a profile as it was", () => {
    fc.assert(
      fc.property(autoTopup, (setting) => {
        const profile = profileFromWallet({ id: "w", customer_id: "c", currency: "usd", auto_topup: setting });
        expect(autoTopupFromProfile(profile, setting)).toEqual(setting);
        expect(autoTopupFromProfile(profile && parseProfile(profile), setting)).toEqual(setting);
      }),
      RUNS,
    );
  });

  it("give the flat fields back through a profile as they were", () => {
    fc.assert(
      fc.property(positive, positive, (minBalance, amount) => {
        const flat = {
          auto_topup_trigger: "balance_below_threshold",
          auto_topup_min_balance: minBalance,
          auto_topup_amount: amount,
        } as const;
        const profile = profileFromWallet({ id: "w", customer_id: "c", currency: "usd", ...flat });
        expect(flatAutoTopupFromProfile(profile, flat)).toEqual(flat);
      }),
      RUNS,
    );
  });

  it("give a profile back through auto_topup, with nothing beyond Flexprice", () => {
    fc.assert(
      fc.property(autoTopup, (setting) => {
        const of = (auto_topup: FlexpriceAutoTopup) => profileFromWallet({ id: "w", customer_id: "c", currency: "usd", auto_topup });
        const profile = of({ ...setting, enabled: true });
        if (profile === null) throw new Error("it is on");
        expect(of(autoTopupFromProfile(profile))).toEqual(profile);
        expect(beyondFlexprice(profile)).toEqual([]);
      }),
      RUNS,
    );
  });

  it("give the API's names back through the client's", () => {
    const field = fc.array(name, { minLength: 1, maxLength: 3 }).map((words) => words.join("_"));
    const body = fc.dictionary(
      field,
      fc.oneof(fc.jsonValue({ maxDepth: 0 }), fc.array(fc.dictionary(field, fc.string()), { maxLength: 2 })),
    );
    const own = fc.record({ metadata: fc.dictionary(fc.stringMatching(/^[A-Za-z_]{1,5}$/), fc.string()) }, { requiredKeys: [] });
    fc.assert(
      fc.property(
        fc.tuple(body, own).map(([fields, metadata]) => ({ ...fields, ...metadata })),
        (document) => {
          expect(fromFlexpriceSdk(toFlexpriceSdk(document))).toEqual(document);
        },
      ),
      RUNS,
    );
  });

  it("give transactions back as they were", () => {
    const transaction = fc
      .tuple(unknownFields, positive, positive, fc.constantFrom("pending", "completed", "failed"), fc.option(fc.nat(9)), name)
      .map(([rest, amount, credits, transaction_status, priority, id]) => ({
        ...rest,
        ...{ id, wallet_id: "w", type: "credit", amount, credit_amount: credits, credits_available: credits, transaction_status },
        ...{ priority, expiry_date: null, metadata: { auto_topup: "true" }, created_at: "2026-06-01T09:00:00Z" },
      }));
    fc.assert(
      fc.property(fc.uniqueArray(transaction, { maxLength: 4, selector: ({ id }) => id }), (transactions) => {
        const plain = JSON.parse(JSON.stringify(transactions)) as unknown;
        expect(parseFlexpriceTransactions(plain)).toEqual(plain);
      }),
      RUNS,
    );
  });
});
