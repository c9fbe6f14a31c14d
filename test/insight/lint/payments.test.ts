import { describe, expect, it } from "vitest";
import type { AccountInput, Duration, ProfileInput, SettlementInput } from "../../../src/index.js";
import { debtor, foundOf, heldRule, holder, owedRule } from "./build.js";

const days = (value: number): Duration => ({ value, unit: "day" });
const expected = (autoCollect: boolean, correspondence: object | null = null): SettlementInput => ({
  kind: "expectedPayment",
  autoCollect,
  correspondence,
});
const invoice = (over: object = {}): SettlementInput => ({
  kind: "invoice",
  autoCollect: false,
  netTermsDays: 14,
  requirePaid: true,
  ...over,
});
const grant: SettlementInput = { kind: "grant" };
const directDebit = { type: "directDebit", autoCollect: true } as const;
const schedule = { basis: "schedule", every: { value: 1, unit: "month" }, startingAt: "2026-01-01T00:00:00Z" } as const;

describe("ignoresInFlight", () => {
  const code = "ignoresInFlight";
  const ignoring = (settlement: SettlementInput, over: Partial<ProfileInput> = {}): ProfileInput =>
    heldRule({ settlement, inFlight: "ignore", ...over });

  it("is money that waits for somebody to pay", () => {
    expect(foundOf(code, ignoring(expected(false)))).toEqual(["error inFlight"]);
    expect(foundOf(code, ignoring(invoice()))).toEqual(["error inFlight"]);
    expect(foundOf(code, ignoring(invoice({ requirePaid: false })))).toEqual([]);
    expect(foundOf(code, ignoring(grant))).toEqual([]);
  });

  it("goes by how the account pays: a card answers at once, a direct debit does not", () => {
    expect(foundOf(code, ignoring(expected(true)))).toEqual(["warning inFlight"]);
    expect(foundOf(code, ignoring(expected(true)), holder())).toEqual([]);
    expect(foundOf(code, ignoring(expected(true)), holder({ paymentMethod: directDebit }))).toEqual(["error inFlight"]);
    expect(foundOf(code, ignoring(expected(true)), holder({ paymentMethod: null }))).toEqual(["error inFlight"]);
  });

  it("hurts less with a cooldown", () => {
    expect(foundOf(code, ignoring(expected(false), { cooldown: days(1) }))).toEqual(["warning inFlight"]);
    expect(foundOf(code, ignoring(expected(false), { cooldown: days(0) }))).toEqual(["error inFlight"]);
  });

  it("is no other policy, unless what is pending expires within the day", () => {
    expect(foundOf(code, heldRule({ settlement: expected(false), inFlight: "net" }))).toEqual([]);
    expect(foundOf(code, heldRule({ settlement: expected(false), inFlight: "block", inFlightExpiresAfter: days(0) }))).toEqual([
      "error inFlightExpiresAfter",
    ]);
    expect(foundOf(code, heldRule({ settlement: expected(false), inFlightExpiresAfter: { value: 23, unit: "hour" } }))).toEqual([
      "error inFlightExpiresAfter",
    ]);
    expect(foundOf(code, heldRule({ settlement: expected(false), inFlightExpiresAfter: days(1) }))).toEqual([]);
    expect(foundOf(code, heldRule({ inFlightExpiresAfter: days(0) }), holder())).toEqual([]);
  });

  it("is certain for unbilled usage, which no payment lowers", () => {
    const trigger = { basis: "unbilled", type: "absoluteAmount", value: "100", referenceLimit: "credit" } as const;
    expect(foundOf(code, owedRule({ trigger, inFlight: "ignore", settlement: grant }))).toEqual(["error inFlight"]);
    expect(foundOf(code, owedRule({ trigger, inFlight: "ignore", cooldown: days(1) }), debtor())).toEqual(["error inFlight"]);
    expect(foundOf(code, owedRule({ trigger }), debtor())).toEqual([]);
  });

  it("is none on a schedule, which is due once an occurrence", () => {
    const topup = { mode: "fixedAmount", value: "50", basis: "balance" } as const;
    expect(foundOf(code, ignoring(expected(false), { trigger: schedule, topup }))).toEqual([]);
  });
});

describe("expiresBeforeDue", () => {
  const of = (netTermsDays: number, expiry: Duration, over: Partial<ProfileInput> = {}): string[] =>
    foundOf("expiresBeforeDue", heldRule({ settlement: invoice({ netTermsDays }), inFlightExpiresAfter: expiry, ...over }));

  it("is an invoice that counts for less than its net terms", () => {
    expect(of(14, { value: 335, unit: "hour" })).toEqual(["warning inFlightExpiresAfter"]);
    expect(of(14, days(14))).toEqual([]);
    expect(of(0, days(0))).toEqual([]);
  });

  it("is none of what does not wait for the payment, or ignores it", () => {
    expect(of(14, days(1), { settlement: invoice({ requirePaid: false }) })).toEqual([]);
    expect(of(14, days(1), { inFlight: "ignore" })).toEqual([]);
    expect(of(14, days(1), { inFlight: "block" })).toEqual(["warning inFlightExpiresAfter"]);
    expect(foundOf("expiresBeforeDue", heldRule({ settlement: invoice() }))).toEqual([]);
  });
});

describe("unpaidInvoicesStack", () => {
  it("is an invoice that must be paid first, netted as if it were", () => {
    const of = (settlement: SettlementInput, inFlight: "net" | "block" | "ignore"): string[] =>
      foundOf("unpaidInvoicesStack", heldRule({ settlement, inFlight }));
    expect(of(invoice(), "net")).toEqual(["warning inFlight"]);
    expect(of(invoice({ autoCollect: true }), "net")).toEqual(["info inFlight"]);
    expect(of(invoice(), "block")).toEqual([]);
    expect(of(invoice({ requirePaid: false }), "net")).toEqual([]);
    expect(of(expected(false), "net")).toEqual([]);
  });
});

describe("unpaidNeverAskedAgain", () => {
  const code = "unpaidNeverAskedAgain";

  it("is a request that nothing collects, netted without end", () => {
    const of = (over: Partial<ProfileInput>): string[] => foundOf(code, heldRule({ settlement: expected(false), ...over }));
    expect(of({})).toEqual(["warning inFlightExpiresAfter"]);
    expect(of({ inFlightExpiresAfter: days(30) })).toEqual([]);
    expect(of({ inFlight: "block" })).toEqual([]);
    expect(of({ settlement: grant })).toEqual([]);
    expect(of({ settlement: null })).toEqual(["warning inFlightExpiresAfter"]);
  });

  it("goes by how the account pays", () => {
    expect(foundOf(code, heldRule())).toEqual([]);
    expect(foundOf(code, heldRule(), holder())).toEqual([]);
    expect(foundOf(code, heldRule(), holder({ paymentMethod: null }))).toEqual(["warning inFlightExpiresAfter"]);
    expect(foundOf(code, heldRule(), holder({ paymentMethod: { type: "card", autoCollect: false } }))).toEqual([
      "warning inFlightExpiresAfter",
    ]);
    const least = (minCharge: string): AccountInput => holder({ paymentMethod: { type: "card", autoCollect: true, minCharge } });
    expect(foundOf(code, heldRule(), least("50.01"))).toEqual(["warning inFlightExpiresAfter"]);
    expect(foundOf(code, heldRule(), least("50"))).toEqual([]);
  });

  it("is none where no figure is netted, or the bill settles it", () => {
    const settlement = expected(false);
    expect(foundOf(code, owedRule({ settlement, trigger: schedule }))).toEqual([]);
    expect(foundOf(code, owedRule({ settlement, trigger: schedule, topup: { mode: "toTarget", value: "0", basis: "overdue" } }))).toEqual([
      "warning inFlightExpiresAfter",
    ]);
    const trigger = { basis: "unbilled", type: "absoluteAmount", value: "100", referenceLimit: "credit" } as const;
    expect(foundOf(code, owedRule({ settlement, trigger }))).toEqual([]);
  });
});

describe("requestPileUp", () => {
  const of = (over: Partial<ProfileInput>, account?: AccountInput): string[] =>
    foundOf("requestPileUp", heldRule({ settlement: expected(false), ...over }), account);

  it("is an expected payment without collection and without cooldown", () => {
    expect(of({})).toEqual(["warning cooldown"]);
    expect(of({ settlement: expected(false, { expected: "LETTER" }) })).toEqual(["warning cooldown"]);
    expect(of({ cooldown: days(0) })).toEqual(["warning cooldown"]);
    expect(of({ cooldown: { value: 86_399, unit: "second" } })).toEqual(["warning cooldown"]);
    expect(of({ cooldown: { value: 24, unit: "hour" } })).toEqual([]);
    expect(of({ cooldown: days(1) })).toEqual([]);
  });

  it("is none where something is collected", () => {
    expect(of({ settlement: expected(true) })).toEqual([]);
    expect(of({ settlement: expected(true) }, holder())).toEqual([]);
    expect(of({ settlement: expected(true) }, holder({ paymentMethod: null }))).toEqual(["warning cooldown"]);
    expect(of({ settlement: invoice() })).toEqual([]);
    expect(of({ settlement: grant })).toEqual([]);
  });

  it("is none where one request waits for the other, a cap bounds their number, or a schedule does", () => {
    expect(of({ inFlight: "block" })).toEqual([]);
    expect(of({ caps: [{ window: { calendar: "month" }, maxCount: 2 }] })).toEqual([]);
    expect(of({ caps: [{ window: { rolling: { value: 24, unit: "hour" } }, maxCount: 2 }] })).toEqual([]);
    expect(of({ caps: [{ window: { rolling: { value: 23, unit: "hour" } }, maxCount: 2 }] })).toEqual(["warning cooldown"]);
    expect(of({ caps: [{ window: { calendar: "month" }, maxCharge: "200" }] })).toEqual(["warning cooldown"]);
    expect(of({ trigger: schedule, topup: { mode: "fixedAmount", value: "50", basis: "balance" } })).toEqual([]);
  });
});

describe("failuresIgnored", () => {
  it("is collecting while no decline counts", () => {
    const of = (settlement: SettlementInput, account?: AccountInput): string[] =>
      foundOf("failuresIgnored", heldRule({ settlement, failures: "none" }), account);
    expect(of(expected(true))).toEqual(["warning failures"]);
    expect(of(expected(true), holder())).toEqual(["warning failures"]);
    expect(of(invoice({ autoCollect: true }))).toEqual(["warning failures"]);
    expect(of(expected(false))).toEqual([]);
    expect(of(grant)).toEqual([]);
    expect(of(expected(true), holder({ paymentMethod: null }))).toEqual([]);
    expect(foundOf("failuresIgnored", heldRule({ failures: {} }))).toEqual([]);
  });
});

describe("noWaitBetweenTries", () => {
  const of = (failures: ProfileInput["failures"], over: Partial<ProfileInput> = {}): string[] =>
    foundOf("noWaitBetweenTries", heldRule({ failures, ...over }));

  it("is a policy without retryAfter, or one of 0", () => {
    expect(of({})).toEqual(["warning failures.retryAfter"]);
    expect(of({ suspendAfter: 3 })).toEqual(["warning failures.retryAfter"]);
    expect(of({ retryAfter: days(0) })).toEqual(["warning failures.retryAfter"]);
    expect(of({ retryAfter: { value: 1, unit: "second" } })).toEqual([]);
    expect(of(null)).toEqual([]);
  });

  it("is none where the first decline suspends, a cooldown stands between, or nothing is collected", () => {
    expect(of({ suspendAfter: 1 })).toEqual([]);
    expect(of({}, { cooldown: days(1) })).toEqual([]);
    expect(of({}, { settlement: grant })).toEqual([]);
    expect(of({}, { settlement: expected(false) })).toEqual([]);
    expect(of("none")).toEqual([]);
  });
});

describe("belowMinCharge", () => {
  const code = "belowMinCharge";
  const least = (minCharge: string | null, autoCollect = true): AccountInput["paymentMethod"] => ({ type: "card", autoCollect, minCharge });

  it("is a charge below what the payment method takes", () => {
    expect(foundOf(code, heldRule(), holder({ paymentMethod: least("50.01") }))).toEqual(["warning account.paymentMethod.minCharge"]);
    expect(foundOf(code, heldRule(), holder({ paymentMethod: least("50") }))).toEqual([]);
    expect(foundOf(code, heldRule(), holder({ paymentMethod: least(null) }))).toEqual([]);
    expect(foundOf(code, heldRule(), holder({ paymentMethod: least("50.01", false) }))).toEqual([]);
  });

  it("goes by the least that a target needs", () => {
    const topup = { mode: "toTarget", value: "300" } as const;
    expect(foundOf(code, owedRule({ topup }), debtor({ paymentMethod: least("100.01") }))).toEqual([
      "warning account.paymentMethod.minCharge",
    ]);
    expect(foundOf(code, owedRule({ topup }), debtor({ paymentMethod: least("100") }))).toEqual([]);
    expect(foundOf(code, owedRule({ topup: { ...topup, min: "120" } }), debtor({ paymentMethod: least("120") }))).toEqual([]);
  });

  it("is none where nothing is collected, or the charge is not known", () => {
    const account = holder({ paymentMethod: least("60") });
    expect(foundOf(code, heldRule({ settlement: expected(false) }), account)).toEqual([]);
    expect(foundOf(code, heldRule({ settlement: invoice() }), account)).toEqual([]);
    expect(foundOf(code, heldRule(), { ...account, wallets: [] })).toEqual([]);
    expect(foundOf(code, owedRule(), debtor({ paymentMethod: least("600"), limits: {} }))).toEqual([]);
  });
});

describe("paymentMethodUnused", () => {
  it("is one that is required where nothing is collected", () => {
    const of = (settlement: SettlementInput, requirePaymentMethod = true): string[] =>
      foundOf("paymentMethodUnused", heldRule({ settlement, requirePaymentMethod }));
    expect(of(grant)).toEqual(["info requirePaymentMethod"]);
    expect(of(expected(false))).toEqual(["info requirePaymentMethod"]);
    expect(of(expected(true))).toEqual([]);
    expect(of(grant, false)).toEqual([]);
  });
});

describe("correspondenceNeverSent", () => {
  const of = (settlement: SettlementInput, account?: AccountInput): string[] =>
    foundOf("correspondenceNeverSent", heldRule({ settlement, cooldown: days(7) }), account);
  const each = { expected: "LETTER", card: "RECEIPT", directDebit: "NOTICE" };

  it("is one about a payment where nothing is collected", () => {
    expect(of(expected(false, each))).toEqual(["warning settlement.correspondence.card", "warning settlement.correspondence.directDebit"]);
    expect(of(expected(false, { expected: "LETTER" }))).toEqual([]);
    expect(of(expected(true, each))).toEqual([]);
    expect(of(expected(false))).toEqual([]);
  });

  it("is one that this account never gets, where it gets no other", () => {
    expect(of(expected(true, { expected: "LETTER" }), holder())).toEqual(["info settlement.correspondence"]);
    expect(of(expected(true, { directDebit: "NOTICE" }), holder())).toEqual(["info settlement.correspondence"]);
    expect(of(expected(true, each), holder())).toEqual([]);
    expect(of(expected(true, { card: "RECEIPT" }), holder({ paymentMethod: null }))).toEqual(["info settlement.correspondence"]);
    expect(of(expected(true, { expected: "LETTER" }), holder({ paymentMethod: null }))).toEqual([]);
    expect(of(expected(true, {}), holder())).toEqual([]);
  });

  it("is not told where it depends on the charge, or on an account that is not known", () => {
    expect(of(expected(true, { expected: "LETTER" }))).toEqual([]);
    const sometimes = holder({ paymentMethod: { type: "card", autoCollect: true, minCharge: "60" } });
    const rule = heldRule({ settlement: expected(true, { directDebit: "NOTICE" }), topup: { mode: "toTarget", value: "60" } });
    expect(foundOf("correspondenceNeverSent", rule, sometimes)).toEqual([]);
    expect(foundOf("correspondenceNeverSent", { ...rule, topup: { mode: "toTarget", value: "60", max: "59" } }, sometimes)).toEqual([
      "info settlement.correspondence",
    ]);
  });
});

describe("creditExpiresInCooldown", () => {
  const of = (
    expiresAfter: { value: number; unit: "day" | "month" },
    cooldown: Duration | null,
    over: Partial<ProfileInput> = {},
  ): string[] => foundOf("creditExpiresInCooldown", heldRule({ credit: { expiresAfter }, cooldown, ...over }));

  it("is a cooldown longer than the credit lasts", () => {
    expect(of({ value: 7, unit: "day" }, days(8))).toEqual(["warning credit.expiresAfter"]);
    expect(of({ value: 7, unit: "day" }, days(7))).toEqual([]);
    expect(of({ value: 7, unit: "day" }, { value: 169, unit: "hour" })).toEqual(["warning credit.expiresAfter"]);
    expect(of({ value: 7, unit: "day" }, null)).toEqual([]);
  });

  it("takes the shortest month", () => {
    expect(of({ value: 1, unit: "month" }, days(29))).toEqual(["warning credit.expiresAfter"]);
    expect(of({ value: 1, unit: "month" }, days(28))).toEqual([]);
    expect(of({ value: 12, unit: "month" }, days(365))).toEqual([]);
    expect(of({ value: 12, unit: "month" }, days(366))).toEqual(["warning credit.expiresAfter"]);
  });

  it("is none of money owed, or on a schedule", () => {
    const credit = { expiresAfter: { value: 1, unit: "day" } } as const;
    expect(foundOf("creditExpiresInCooldown", owedRule({ credit, cooldown: days(9) }))).toEqual([]);
    const topup = { mode: "fixedAmount", value: "50", basis: "balance" } as const;
    expect(of({ value: 1, unit: "day" }, days(9), { trigger: schedule, topup })).toEqual([]);
    expect(foundOf("creditExpiresInCooldown", heldRule({ credit: {}, cooldown: days(9) }))).toEqual([]);
  });
});
