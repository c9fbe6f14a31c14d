import { describe, expect, it } from "vitest";
import { type AccountInput, evaluate, type EvaluateInput, type InFlightPolicy, type TopupRecord } from "../../src/index.js";
import { NO_HISTORY } from "../../src/engine/history.js";
import { readQuestion } from "../../src/engine/question.js";
import { situationOf } from "../../src/engine/situation.js";
import { AT, credits, dollars, held, owed, past, topupPlan } from "../support/build.js";

const READ_AT = "2026-06-01T08:00:00.000Z";
const BEFORE = "2026-06-01T07:59:59.999Z";
const AFTER = "2026-06-01T08:00:00.001Z";

/** What of one past top-up is netted, in an account that was read at 08:00. */
const netted = (
  record: Partial<TopupRecord>,
  account: Partial<AccountInput> = {},
  profile: Parameters<typeof owed>[0] = {},
): string | undefined => evaluate(owed(profile, { asOf: READ_AT, topups: [past(record)], ...account })).trigger?.inFlight;

describe("a past top-up is in flight where the basis does not show it", () => {
  it.each<[string, Partial<TopupRecord>, string]>([
    ["pending and not credited", { status: "pending" }, "50"],
    ["unknown and not credited", { status: "unknown" }, "50"],
    ["pending, credited when the account was read (an invoice)", { status: "pending", creditedAt: READ_AT }, "0"],
    ["pending, credited after the account was read", { status: "pending", creditedAt: AFTER }, "50"],
    ["unknown, credited before the account was read", { status: "unknown", creditedAt: BEFORE }, "0"],
    ["paid, credited when the account was read", { createdAt: BEFORE, creditedAt: READ_AT }, "0"],
    ["paid, credited after the account was read", { createdAt: BEFORE, creditedAt: AFTER }, "50"],
    ["paid without creditedAt, created when the account was read", { createdAt: READ_AT }, "0"],
    ["paid without creditedAt, created after", { createdAt: AFTER }, "50"],
    ["failed", { status: "failed" }, "0"],
    ["voided", { status: "voided" }, "0"],
    ["voided though credited after", { status: "voided", creditedAt: AFTER }, "0"],
  ])("%s: %#", (_, record, expected) => {
    expect(netted(record)).toBe(expected);
  });

  it("is held against `at` where the account does not say when it was read", () => {
    expect(netted({ createdAt: AT }, { asOf: null })).toBe("0");
    expect(netted({ status: "pending", createdAt: AT, creditedAt: AT }, { asOf: null })).toBe("0");
    expect(netted({ status: "pending", createdAt: AT }, { asOf: null })).toBe("50");
  });
});

describe("only automatic top-ups of the same target count", () => {
  const pending = { status: "pending" } as const;

  it("not a manual one (Flexprice)", () => {
    expect(netted({ ...pending, kind: "manual" })).toBe("0");
  });

  it("whichever profile made them, or none that is known", () => {
    expect(netted({ ...pending, profileId: "another" })).toBe("50");
    expect(netted({ ...pending, profileId: null })).toBe("50");
  });

  it("not a wallet's for the account", () => {
    expect(netted({ ...pending, walletId: "w1" })).toBe("0");
  });

  it("not another wallet's, nor the account's, for a wallet", () => {
    const topups = [
      past({ ...pending, walletId: "w1", charge: "1" }),
      past({ id: "t2", ...pending, walletId: "w2" }),
      past({ id: "t3", ...pending }),
    ];
    expect(evaluate(held({}, { topups })).trigger?.inFlight).toBe("1");
  });
});

describe("what a record adds", () => {
  const added = (record: Partial<TopupRecord>, wallet: object): string | undefined =>
    evaluate(
      held({}, { wallets: [credits({ balance: "0", ...wallet })], topups: [past({ status: "pending", walletId: "w1", ...record })] }),
    ).trigger?.inFlight;

  it("is its credit where it states one", () => {
    expect(added({ charge: "10", credit: "123.456" }, {})).toBe("123.456");
    expect(added({ charge: "10", credit: "0" }, {})).toBe("0");
  });

  it.each([
    ["10", "0.10", undefined, "100"],
    ["10", "3", undefined, "3.333333333"],
    ["20", "3", 2, "6.66"],
    ["20", "3", 0, "6"],
    ["0.02", "3", 0, "0"],
    ["20", "0.07", 12, "285.714285714285"],
  ])("is else charge ÷ rate, rounded down to the scale: %s ÷ %s, %s places, is %s", (charge, rate, scale, expected) => {
    expect(added({ charge }, { rate, scale })).toBe(expected);
  });

  it("is rounded down to the minor unit in a currency", () => {
    expect(added({ charge: "10" }, { unit: "EUR", rate: "1.07" })).toBe("9.34");
    expect(added({ charge: "10" }, { unit: "JPY", rate: "0.0067" })).toBe("1492");
    expect(netted({ status: "pending", charge: "10.005" })).toBe("10");
  });
});

describe("a pending one that grew too old", () => {
  const profile = { inFlightExpiresAfter: { value: 1, unit: "day" } } as const;

  it("no longer counts: created as long ago as the expiry, or longer", () => {
    expect(netted({ status: "pending", createdAt: "2026-05-31T09:00:00.001Z" }, {}, profile)).toBe("50");
    expect(netted({ status: "pending", createdAt: "2026-05-31T09:00:00.000Z" }, {}, profile)).toBe("0");
    expect(netted({ status: "pending", createdAt: "2026-05-01T09:00:00.000Z" }, {}, profile)).toBe("0");
  });

  it("is measured in days of 24 hours, also where the clocks change", () => {
    const at = "2025-03-10T03:30:00Z"; // 23:30 on the 9th in New York, whose day has 23 hours
    const age = (createdAt: string): string | undefined =>
      evaluate(owed(profile, { timeZone: "America/New_York", topups: [past({ status: "pending", createdAt })] }, at)).trigger?.inFlight;
    expect(age("2025-03-09T03:30:00.001Z")).toBe("50");
    expect(age("2025-03-09T03:30:00Z")).toBe("0");
  });

  it("counts always where it is unknown, since it may have been charged, or paid and not shown", () => {
    expect(netted({ status: "unknown", createdAt: "2020-01-01T00:00:00Z" }, {}, profile)).toBe("50");
    expect(netted({ createdAt: "2020-01-01T00:00:00Z", creditedAt: AFTER }, {}, profile)).toBe("50");
  });

  it("counts always where the profile sets no expiry", () => {
    expect(netted({ status: "pending", createdAt: "0001-01-01T00:00:00Z" })).toBe("50");
  });

  it("counts no more at once with an expiry of nothing", () => {
    expect(netted({ status: "pending", createdAt: AT }, {}, { inFlightExpiresAfter: { value: 0, unit: "second" } })).toBe("0");
  });
});

describe("for unbilled usage, which a payment does not lower", () => {
  const trigger = { basis: "unbilled", type: "absoluteAmount", value: "100", referenceLimit: "credit" } as const;
  const BILLED = "2026-05-20T00:00:00.000Z";
  const unbilled = (record: Partial<TopupRecord>, billedThrough: string | null = BILLED): string | undefined =>
    evaluate(owed({ trigger }, { owed: { unbilled: "430" }, billedThrough, asOf: READ_AT, topups: [past(record)] })).trigger?.inFlight;

  it.each(["pending", "unknown", "paid"] as const)(
    "a %s one created at billedThrough or after is in flight, whatever its creditedAt",
    (status) => {
      expect(unbilled({ status, createdAt: BILLED })).toBe("50");
      expect(unbilled({ status, createdAt: BILLED, creditedAt: BILLED })).toBe("50");
      expect(unbilled({ status, createdAt: "2026-05-30T00:00:00Z" })).toBe("50");
    },
  );

  it.each(["pending", "unknown", "paid"] as const)("a %s one created before billedThrough is not: that money pays the bill", (status) => {
    expect(unbilled({ status, createdAt: "2026-05-19T23:59:59.999Z" })).toBe("0");
    expect(unbilled({ status, createdAt: "2026-05-19T23:59:59.999Z", creditedAt: AFTER })).toBe("0");
  });

  it.each(["failed", "voided"] as const)("a %s one is not", (status) => {
    expect(unbilled({ status })).toBe("0");
  });

  it("a manual one is not", () => {
    expect(unbilled({ kind: "manual" })).toBe("0");
  });

  it("creditedAt decides where the account does not say until when it is billed", () => {
    expect(unbilled({ createdAt: "2026-05-19T00:00:00Z", creditedAt: AFTER }, null)).toBe("50");
    expect(unbilled({ createdAt: "2026-05-30T00:00:00Z" }, null)).toBe("0");
  });

  it("a pending one that grew too old does not count either", () => {
    const input = owed(
      { trigger, inFlightExpiresAfter: { value: 1, unit: "hour" } },
      { owed: { unbilled: "430" }, billedThrough: BILLED, topups: [past({ status: "pending" })] },
    );
    expect(evaluate(input).trigger?.inFlight).toBe("0");
  });

  it("and for no other basis: billedThrough says nothing about what is outstanding", () => {
    expect(netted({}, { billedThrough: BILLED })).toBe("0");
  });
});

describe("the history of a target", () => {
  it("holds nothing but its records", () => {
    const none = { automatic: [], manual: [], newest: null, inFlight: [] };
    expect(NO_HISTORY).toStrictEqual(none);
    const { history } = situationOf(readQuestion(owed({}, { topups: [past({ walletId: "w1" })] })));
    expect(history).toStrictEqual(none);
  });

  it("parts the automatic, the newest of them, and those in flight, by the profile's policy", () => {
    const topups = [
      past({ id: "manual", kind: "manual" }),
      past({ id: "paid" }),
      past({ id: "seen", status: "pending", creditedAt: AT }),
      past({ id: "waiting", status: "unknown", createdAt: "2026-05-31T10:00:00Z" }),
      past({ id: "failed", status: "failed" }),
    ];
    for (const policy of ["net", "block", "ignore"] as const) {
      const question = readQuestion(owed({ inFlight: policy }, { topups }));
      const [manual, paid, seen, waiting, failed] = question.account.topups;
      expect(situationOf(question).history).toStrictEqual({
        automatic: [paid, seen, waiting, failed],
        manual: [manual],
        newest: waiting,
        inFlight: policy === "block" ? [seen, waiting] : [waiting],
      });
    }
  });
});

describe("the policy for what is in flight", () => {
  const waiting = (inFlight: InFlightPolicy, outstanding: string): EvaluateInput =>
    owed({ inFlight, topup: { mode: "toTarget", value: "0" } }, { owed: { outstanding }, topups: [past({ status: "pending" })] });

  it("net takes it into the basis before the comparison", () => {
    expect(evaluate(waiting("net", "430"))).toMatchObject({
      outcome: "notDue",
      trigger: { observed: "430", inFlight: "50", effective: "380", distance: "20" },
    });
    expect(evaluate(waiting("net", "450"))).toMatchObject({ outcome: "due", trigger: { effective: "400", distance: "0" } });
  });

  it("net takes it into the basis before the amount, where Lago forgets it", () => {
    expect(topupPlan(waiting("net", "460")).topup).toMatchObject({ credit: "410.00", after: { effective: "0" } });
  });

  it("net adds it to what is held, and sums several", () => {
    const topups = [
      past({ status: "pending", walletId: "w1", charge: "2.50" }),
      past({ id: "t2", status: "unknown", walletId: "w1", charge: "3" }),
    ];
    expect(evaluate(held({}, { wallets: [dollars({ balance: "4" })], topups })).trigger).toMatchObject({
      observed: "4",
      inFlight: "5.5",
      effective: "9.5",
    });
  });

  it("net is what a profile has that names none", () => {
    expect(netted({ status: "pending" })).toBe("50");
  });

  it.each(["block", "ignore"] as const)("%s leaves the basis as it is", (policy) => {
    expect(evaluate(waiting(policy, "430")).trigger).toMatchObject({ observed: "430", inFlight: "0", effective: "430" });
  });

  it("ignore charges again", () => {
    expect(evaluate(waiting("ignore", "430")).outcome).toBe("due");
  });
});
