import { describe, expect, it } from "vitest";
import type { AccountInput, Duration, ProfileInput, SettlementInput } from "../../../src/index.js";
import { lintProfile } from "../../../src/insight/lint/lint-profile.js";
import { debtor, found, foundOf, heldRule, holder, owedRule } from "./build.js";

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
    const tooLittle = holder({ paymentMethod: { type: "card", autoCollect: true, minCharge: "60" } });
    expect(foundOf(code, ignoring(expected(true)), tooLittle)).toEqual(["error inFlight"]);
    expect(foundOf(code, ignoring(expected(true)), holder({ paymentMethod: directDebit }))).toEqual(["error inFlight"]);
    expect(foundOf(code, ignoring(expected(true)), holder({ paymentMethod: null }))).toEqual(["error inFlight"]);
  });

  it("hurts less with a cooldown", () => {
    expect(foundOf(code, ignoring(expected(false), { cooldown: days(1) }))).toEqual(["warning inFlight"]);
    expect(foundOf(code, ignoring(expected(false), { cooldown: days(0) }))).toEqual(["error inFlight"]);
  });

  it("hurts no more with a cooldown that outlasts the payment: a collected one takes a week at most, a customer a month", () => {
    const debit = holder({ paymentMethod: directDebit });
    const cooling = (settlement: SettlementInput, value: number): ProfileInput => ignoring(settlement, { cooldown: days(value) });
    expect(foundOf(code, cooling(expected(true), 6), debit)).toEqual(["warning inFlight"]);
    expect(foundOf(code, cooling(expected(true), 7), debit)).toEqual([]);
    expect(foundOf(code, cooling(expected(true), 6))).toEqual(["warning inFlight"]);
    expect(foundOf(code, cooling(expected(true), 7))).toEqual([]);
    expect(foundOf(code, cooling(expected(false), 29), debit)).toEqual(["warning inFlight"]);
    expect(foundOf(code, cooling(expected(false), 30), debit)).toEqual([]);
    expect(foundOf(code, heldRule({ inFlightExpiresAfter: days(0), cooldown: days(7) }), debit)).toEqual([]);
  });

  it("takes an invoice to be paid by when it is due, and in a week at the soonest", () => {
    const of = (netTermsDays: number, cooldown: number): string[] =>
      foundOf(code, ignoring(invoice({ netTermsDays }), { cooldown: days(cooldown) }));
    expect(of(14, 13)).toEqual(["warning inFlight"]);
    expect(of(14, 14)).toEqual([]);
    expect(of(0, 6)).toEqual(["warning inFlight"]);
    expect(of(0, 7)).toEqual([]);
  });

  it("is a direct debit that counts for less than five days; with less than one, certainly", () => {
    const debit = holder({ paymentMethod: directDebit });
    const of = (over: Partial<ProfileInput>, account: AccountInput = debit): string[] => foundOf(code, heldRule(over), account);
    const fourDays: Duration = { value: 5 * 24 - 1, unit: "hour" };
    expect(of({ inFlightExpiresAfter: { value: 23, unit: "hour" } })).toEqual(["error inFlightExpiresAfter"]);
    expect(of({ inFlightExpiresAfter: days(1) })).toEqual(["warning inFlightExpiresAfter"]);
    expect(of({ inFlightExpiresAfter: fourDays, inFlight: "block" })).toEqual(["warning inFlightExpiresAfter"]);
    expect(of({ inFlightExpiresAfter: days(5) })).toEqual([]);
    expect(of({ inFlightExpiresAfter: days(1) }, holder())).toEqual([]);
    expect(of({ inFlightExpiresAfter: days(1), settlement: expected(false) })).toEqual([]); // nobody debits
    expect(of({ inFlightExpiresAfter: days(1), cooldown: days(7) })).toEqual([]);
  });

  it("is none where nothing is asked for, since a payment method is required and missing", () => {
    const required = ignoring(expected(true), { requirePaymentMethod: true });
    expect(foundOf(code, required, holder({ paymentMethod: null }))).toEqual([]);
    expect(foundOf(code, required, holder({ paymentMethod: directDebit }))).toEqual(["error inFlight"]);
    const trigger = { basis: "unbilled", type: "absoluteAmount", value: "100", referenceLimit: "credit" } as const;
    expect(
      foundOf(code, { ...owedRule({ trigger }), inFlight: "ignore", requirePaymentMethod: true }, debtor({ paymentMethod: null })),
    ).toEqual([]);
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

  it("is one that is ignored, where a long cooldown keeps ignoresInFlight from telling it", () => {
    const of = (cooldown: number, over: Partial<ProfileInput> = {}): string[] =>
      found(heldRule({ settlement: invoice(), inFlight: "ignore", cooldown: days(cooldown), ...over }));
    expect(of(13)).toEqual(["warning ignoresInFlight inFlight"]);
    expect(of(14)).toEqual(["warning unpaidInvoicesStack inFlight"]);
    expect(of(14, { settlement: invoice({ autoCollect: true }) })).toEqual(["info unpaidInvoicesStack inFlight"]);
    expect(of(14, { trigger: schedule, topup: { mode: "fixedAmount", value: "50", basis: "balance" } })).toEqual([]);
  });
});

describe("unpaidNeverAskedAgain", () => {
  const code = "unpaidNeverAskedAgain";

  const of = (over: Partial<ProfileInput>, account?: AccountInput): string[] =>
    foundOf(code, heldRule({ settlement: expected(false), ...over }), account);

  it("is a request that nothing collects, netted without end", () => {
    expect(of({})).toEqual(["warning inFlightExpiresAfter"]);
    expect(of({ inFlightExpiresAfter: days(30) })).toEqual([]);
    expect(of({ inFlight: "ignore" })).toEqual([]);
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

  it("is one that blocks without end, also unbilled usage and a schedule", () => {
    const settlement = expected(false);
    expect(of({ inFlight: "block" })).toEqual(["warning inFlightExpiresAfter"]);
    expect(of({ inFlight: "block", inFlightExpiresAfter: days(30) })).toEqual([]);
    expect(of({ inFlight: "block", settlement: expected(true) }, holder())).toEqual([]);
    expect(of({ inFlight: "block", settlement: invoice() })).toEqual([]); // pursued by whoever issued it
    const trigger = { basis: "unbilled", type: "absoluteAmount", value: "100", referenceLimit: "credit" } as const;
    expect(foundOf(code, owedRule({ settlement, trigger, inFlight: "block" }))).toEqual(["warning inFlightExpiresAfter"]);
    expect(foundOf(code, owedRule({ settlement, trigger: schedule, inFlight: "block" }))).toEqual(["warning inFlightExpiresAfter"]);
    const message = (inFlight: "net" | "block"): string | undefined =>
      lintProfile(heldRule({ settlement, inFlight }))
        .find((finding) => finding.code === code)
        ?.message.split(", and ")[1];
    expect(message("net")).toBe("while it is not paid it counts as if it were: it is never asked for again.");
    expect(message("block")).toBe("while it is not paid it blocks every other request: nothing is ever asked for again.");
  });

  it("is none where nothing is asked for, since a payment method is required and missing", () => {
    for (const autoCollect of [true, false]) {
      const rule = { settlement: expected(autoCollect), requirePaymentMethod: true };
      expect(of(rule, holder({ paymentMethod: null }))).toEqual([]);
      expect(of({ ...rule, inFlight: "block" }, holder({ paymentMethod: null }))).toEqual([]);
    }
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
    expect(of({ settlement: expected(true), requirePaymentMethod: true }, holder({ paymentMethod: null }))).toEqual([]);
    expect(of({ requirePaymentMethod: true }, holder({ paymentMethod: null }))).toEqual([]);
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
    const required = heldRule({ settlement: invoice({ autoCollect: true }), failures: "none", requirePaymentMethod: true });
    expect(foundOf("failuresIgnored", required, holder({ paymentMethod: null }))).toEqual([]);
    expect(foundOf("failuresIgnored", required, holder())).toEqual(["warning failures"]);
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

  it("suggests all that is missing", () => {
    const suggestion = (failures: ProfileInput["failures"]): string | undefined => lintProfile(heldRule({ failures }))[0]?.suggestion;
    expect(suggestion({ suspendAfter: 3 })).toBe("Set retryAfter, such as 1 day.");
    expect(suggestion({})).toBe("Set retryAfter, such as 1 day, and suspendAfter, such as 3.");
  });
});

describe("retriesWithoutEnd", () => {
  const code = "retriesWithoutEnd";
  const of = (failures: ProfileInput["failures"], over: Partial<ProfileInput> = {}, account?: AccountInput): string[] =>
    foundOf(code, heldRule({ failures, ...over }), account);
  const daily = { retryAfter: days(1) };

  it("is a wait between tries that nothing ends", () => {
    expect(of(daily)).toEqual(["warning failures.suspendAfter"]);
    expect(of(daily, {}, holder())).toEqual(["warning failures.suspendAfter"]);
    expect(of(daily, { settlement: invoice({ autoCollect: true }) })).toEqual(["warning failures.suspendAfter"]);
    expect(of({ ...daily, suspendAfter: 100 })).toEqual([]);
    expect(of(null)).toEqual([]);
    expect(of("none")).toEqual([]);
  });

  it("is none where nothing is collected", () => {
    expect(of(daily, { settlement: expected(false) })).toEqual([]);
    expect(of(daily, { settlement: grant })).toEqual([]);
    expect(of(daily, {}, holder({ paymentMethod: null }))).toEqual([]);
  });

  it("goes by the cooldown where that is the longer wait, or the only one; without any, noWaitBetweenTries tells it", () => {
    expect(of({}, { cooldown: days(1) })).toEqual(["warning failures.suspendAfter"]);
    expect(of({}, { cooldown: days(7) })).toEqual(["info failures.suspendAfter"]);
    expect(of(daily, { cooldown: days(7) })).toEqual(["info failures.suspendAfter"]);
    expect(of({})).toEqual([]);
    expect(foundOf("noWaitBetweenTries", heldRule({ failures: {} }))).toHaveLength(1);
  });

  it("hurts hardly where the tries are a week apart in the end", () => {
    expect(of({ retryAfter: days(6) })).toEqual(["warning failures.suspendAfter"]);
    expect(of({ retryAfter: days(7) })).toEqual(["info failures.suspendAfter"]);
    expect(of({ ...daily, backoff: "doubling", maxRetryAfter: days(6) })).toEqual(["warning failures.suspendAfter"]);
    expect(of({ ...daily, backoff: "doubling", maxRetryAfter: days(7) })).toEqual(["info failures.suspendAfter"]);
    expect(of({ ...daily, backoff: "doubling" })).toEqual(["info failures.suspendAfter"]);
  });

  it("is the same whatever the caps, which count no failed top-up", () => {
    expect(of(daily, { caps: [{ window: { calendar: "month" }, maxCount: 1 }] })).toEqual(["warning failures.suspendAfter"]);
  });

  it("tells how long the wait is in the end", () => {
    const message = (failures: ProfileInput["failures"], cooldown: Duration | null = null): string | undefined =>
      lintProfile(heldRule({ failures, cooldown })).find((finding) => finding.code === code)?.message;
    const told = (wait: string): string => `A method that declines is asked again ${wait}, for ever: only a hard decline suspends.`;
    expect(message(daily)).toBe(told("after 1 day each time"));
    expect(message(daily, { value: 36, unit: "hour" })).toBe(told("after 36 hours each time"));
    expect(message({ ...daily, backoff: "doubling", maxRetryAfter: days(14) })).toBe(told("after up to 14 days"));
    expect(message({ ...daily, backoff: "doubling", maxRetryAfter: days(14) }, days(20))).toBe(told("after 20 days each time"));
    expect(message({ ...daily, backoff: "doubling" })).toBe(told("after ever longer waits"));
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
    expect(foundOf(code, heldRule({ settlement: invoice({ autoCollect: true }) }), account)).toEqual([]);
    expect(foundOf(code, heldRule(), { ...account, wallets: [] })).toEqual([]);
    expect(foundOf(code, owedRule(), debtor({ paymentMethod: least("600"), limits: {} }))).toEqual([]);
  });
});

describe("paymentMethodMissing", () => {
  const of = (account: AccountInput | undefined, over: Partial<ProfileInput> = {}): string[] =>
    foundOf("paymentMethodMissing", heldRule({ requirePaymentMethod: true, ...over }), account);

  it("is an account without the method that is required, or whose method does not collect", () => {
    expect(of(holder({ paymentMethod: null }))).toEqual(["warning account.paymentMethod"]);
    expect(of(holder({ paymentMethod: { type: "card", autoCollect: false } }))).toEqual(["warning account.paymentMethod.autoCollect"]);
    expect(of(holder())).toEqual([]);
    expect(of(undefined)).toEqual([]);
    expect(of(holder({ paymentMethod: null }), { requirePaymentMethod: false })).toEqual([]);
  });

  it("is all that is told of asking for money then", () => {
    const rule = heldRule({ requirePaymentMethod: true, settlement: expected(true, { card: "RECEIPT" }) });
    expect(found(rule, holder({ paymentMethod: null }))).toEqual(["warning paymentMethodMissing account.paymentMethod"]);
  });

  it("is told of what is never collected too: it is never topped up either", () => {
    expect(of(holder({ paymentMethod: null }), { settlement: grant })).toEqual(["warning account.paymentMethod"]);
    expect(of(holder({ paymentMethod: null }), { settlement: expected(false) })).toEqual(["warning account.paymentMethod"]);
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

describe("a length of time", () => {
  it("is told in the plural where it is not one", () => {
    const message = (over: Partial<ProfileInput>): string | undefined => lintProfile(heldRule(over))[0]?.message;
    expect(message({ credit: { expiresAfter: { value: 1, unit: "month" } }, cooldown: days(40) })).toMatch(
      /^The credit expires after 1 month, and the cooldown of 40 days lasts longer/,
    );
    expect(message({ credit: { expiresAfter: { value: 1, unit: "day" } }, cooldown: { value: 30, unit: "hour" } })).toMatch(
      /^The credit expires after 1 day, and the cooldown of 30 hours lasts longer/,
    );
    const unpaid = {
      settlement: invoice({ netTermsDays: 1 }),
      inFlight: "block",
      inFlightExpiresAfter: { value: 6, unit: "hour" },
    } as const;
    const stale = lintProfile(heldRule(unpaid)).find(({ code }) => code === "expiresBeforeDue");
    expect(stale?.message).toBe("An unpaid invoice counts for 6 hours only, and is due after 1 day: another is issued before it is due.");
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
