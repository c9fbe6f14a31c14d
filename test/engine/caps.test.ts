import { describe, expect, it } from "vitest";
import { type AccountInput, type Cap, planTopup, type ProfileInput, type TopupRecord } from "../../src/index.js";
import { AT, checkOf, credits, dollars, held, owed, past } from "../support/build.js";

const NO_POLICY = { inFlight: "ignore", failures: "none" } as const;
const MONTH = { calendar: "month" } as const;

type Records = readonly Partial<TopupRecord>[];

/** Records with an id each, at the start of June unless they say otherwise. */
const records = (list: Records): TopupRecord[] =>
  list.map((each, index) => past({ id: `r${index}`, createdAt: "2026-06-01T08:00:00Z", ...each }));

/** What becomes of a charge of £50: the charge, or when to ask again. */
const capped = (
  caps: readonly Cap[],
  used: Records = [],
  account: Partial<AccountInput> = {},
  profile: Partial<ProfileInput> = {},
  at = AT,
): unknown => {
  const plan = planTopup(owed({ ...NO_POLICY, caps, ...profile }, { owed: { outstanding: "480" }, topups: records(used), ...account }, at));
  if (plan.outcome === "topup") return plan.topup.charge;
  const { passed, reason, eligibleAt } = checkOf(plan.decision, "caps");
  const ahead = used.some(({ createdAt }) => createdAt !== undefined && createdAt !== null && new Date(createdAt) > new Date(at));
  expect([passed, reason, plan.decision.reason]).toEqual([false, "capReached", ahead ? "inFuture" : "capReached"]);
  return eligibleAt;
};

const JULY = "2026-07-01T00:00:00.000Z";

describe("a cap on the charge", () => {
  it("lets a top-up use what is left, inclusive, and refuses one over it", () => {
    expect(capped([{ window: MONTH, maxCharge: "100" }], [{ charge: "50" }])).toBe("50.00");
    expect(capped([{ window: MONTH, maxCharge: "100" }], [{ charge: "50.01" }])).toBe(JULY);
    expect(capped([{ window: MONTH, maxCharge: "50" }])).toBe("50.00");
  });

  it("refuses where nothing else is said", () => {
    expect(capped([{ window: MONTH, maxCharge: "60", onExceed: "refuse" }], [{ charge: "20" }])).toBe(JULY);
  });

  it("is never passed by a charge above it", () => {
    expect(capped([{ window: MONTH, maxCharge: "49.99" }])).toBeNull();
    expect(capped([{ window: { rolling: { value: 1, unit: "hour" } }, maxCharge: "0" }])).toBeNull();
  });

  it("is exact to 20 places", () => {
    const least = `0.${"0".repeat(19)}1`;
    expect(capped([{ window: MONTH, maxCharge: `50.${"0".repeat(19)}1` }], [{ charge: least }])).toBe("50.00");
    expect(capped([{ window: MONTH, maxCharge: "50" }], [{ charge: least }])).toBe(JULY);
  });
});

describe("a cap on the count", () => {
  it("lets so many through, and no more", () => {
    expect(capped([{ window: MONTH, maxCount: 2 }], [{}])).toBe("50.00");
    expect(capped([{ window: MONTH, maxCount: 2 }], [{}, {}])).toBe(JULY);
    expect(capped([{ window: MONTH, maxCount: 0 }])).toBeNull();
  });

  it("cannot be reduced", () => {
    expect(capped([{ window: MONTH, maxCount: 1, onExceed: "reduce" }], [{}])).toBe(JULY);
    expect(capped([{ window: MONTH, maxCount: 1, maxCharge: "1000", onExceed: "reduce" }], [{}])).toBe(JULY);
  });

  it("and a cap on the charge stand together", () => {
    expect(capped([{ window: MONTH, maxCount: 5, maxCharge: "100" }], [{ charge: "60" }])).toBe(JULY);
    expect(capped([{ window: MONTH, maxCount: 1, maxCharge: "1000" }], [{ charge: "1" }])).toBe(JULY);
  });
});

describe("a cap counts", () => {
  const used = (record: Partial<TopupRecord>, counts?: "automatic" | "all"): boolean =>
    capped([{ window: MONTH, maxCount: 1, ...(counts && { counts }) }], [record]) !== "50.00";

  it.each<[Partial<TopupRecord>["status"], boolean]>([
    ["paid", true],
    ["pending", true],
    ["unknown", true],
    ["failed", false],
    ["voided", false],
  ])("one that is %s: %s", (status, expected) => {
    expect(used({ status: status as "paid" })).toBe(expected);
    expect(used({ status: status as "paid", kind: "manual" }, "all")).toBe(expected);
  });

  it("automatic ones, or all", () => {
    expect(used({ kind: "manual" })).toBe(false);
    expect(used({ kind: "manual" }, "automatic")).toBe(false);
    expect(used({ kind: "manual" }, "all")).toBe(true);
    expect(used({ kind: "automatic" }, "all")).toBe(true);
  });

  it("those of its target, whichever profile made them", () => {
    expect(used({ profileId: "another" })).toBe(true);
    expect(used({ walletId: "w1" })).toBe(false);
    expect(used({ walletId: "w1" }, "all")).toBe(false);
  });

  it("a pending one also once it is too old to be in flight", () => {
    const profile = { inFlightExpiresAfter: { value: 1, unit: "minute" } } as const;
    expect(capped([{ window: MONTH, maxCount: 1 }], [{ status: "pending" }], {}, profile)).toBe(JULY);
  });
});

describe("a calendar window", () => {
  it.each([
    ["day", "2026-06-01T00:00:00.000Z", "2026-06-02T00:00:00.000Z"],
    ["week", "2026-06-01T00:00:00.000Z", "2026-06-08T00:00:00.000Z"],
    ["month", "2026-06-01T00:00:00.000Z", "2026-07-01T00:00:00.000Z"],
    ["year", "2026-01-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"],
  ] as const)("of a %s begins at %s and is over at %s", (calendar, first, end) => {
    const cap = { window: { calendar }, maxCount: 1 } as const;
    expect(capped([cap], [{ createdAt: first }])).toBe(end);
    expect(capped([cap], [{ createdAt: new Date(Date.parse(first) - 1) }])).toBe("50.00");
    expect(capped([cap], [{ createdAt: first }], {}, {}, end)).toBe("50.00");
  });

  it("of a week begins on Monday, asked on the Sunday", () => {
    const cap = { window: { calendar: "week" }, maxCount: 1 } as const;
    expect(capped([cap], [{ createdAt: "2026-06-01T00:00:00Z" }], {}, {}, "2026-06-07T23:59:59.999Z")).toBe("2026-06-08T00:00:00.000Z");
  });

  it("is one of the account's zone", () => {
    const cap = { window: { calendar: "day" }, maxCount: 1 } as const;
    const auckland = { timeZone: "Pacific/Auckland" }; // 1 June there from 12:00 on 31 May
    expect(capped([cap], [{ createdAt: "2026-05-31T12:00:00Z" }], auckland)).toBe("2026-06-01T12:00:00.000Z");
    expect(capped([cap], [{ createdAt: "2026-05-31T11:59:59.999Z" }], auckland)).toBe("50.00");
  });

  it("is left when the clocks go back over its midnight, and entered again", () => {
    const cap = { window: { calendar: "day" }, maxCount: 1 } as const;
    const stJohns = { timeZone: "America/St_Johns" };
    const onTheSixth = [{ createdAt: "2010-11-06T12:00:00Z" }];
    // 00:00 on 7 November comes at 02:30 UTC for one minute, and again at 03:30.
    expect(capped([cap], onTheSixth, stJohns, {}, "2010-11-07T02:29:59.999Z")).toBe("2010-11-07T02:30:00.000Z");
    expect(capped([cap], onTheSixth, stJohns, {}, "2010-11-07T02:30:30Z")).toBe("50.00");
    expect(capped([cap], onTheSixth, stJohns, {}, "2010-11-07T02:31:00Z")).toBe("2010-11-07T03:30:00.000Z");
    const onTheSeventh = [{ createdAt: "2010-11-07T02:30:10Z" }];
    expect(capped([cap], onTheSeventh, stJohns, {}, "2010-11-07T02:30:30Z")).toBe("2010-11-07T02:31:00.000Z");
    // Both dates are used up: going back to the sixth is no relief either.
    expect(capped([cap], [...onTheSixth, ...onTheSeventh], stJohns, {}, "2010-11-07T02:30:30Z")).toBe("2010-11-08T03:30:00.000Z");
  });

  it("lets go when it is entered again, where another cap held it back at the first time", () => {
    const caps = [
      { window: { calendar: "day" }, maxCount: 2 },
      { window: { rolling: { value: 1, unit: "hour" } }, maxCount: 1 },
    ] as const;
    const onTheSixth = [{ createdAt: "2010-11-06T12:00:00Z" }, { createdAt: "2010-11-07T02:00:00Z" }];
    for (const at of ["2010-11-07T02:30:30Z", "2010-11-07T03:00:00Z"]) {
      expect(capped(caps, onTheSixth, { timeZone: "America/St_Johns" }, {}, at)).toBe("2010-11-07T03:30:00.000Z");
    }
  });

  it("leaves less when the clocks go back into it, which another cap may let pass", () => {
    const caps = [
      { window: { calendar: "day" }, maxCharge: "40", onExceed: "reduce" },
      { window: { rolling: { value: 1, unit: "second" } }, maxCharge: "30" },
    ] as const;
    const onTheSixth = [{ charge: "10", createdAt: "2010-11-07T02:29:59.999Z" }];
    const stJohns = { timeZone: "America/St_Johns" };
    expect(capped(caps, onTheSixth, stJohns, {}, "2010-11-07T02:29:59.999Z")).toBe("2010-11-07T02:31:00.000Z");
    expect(capped(caps, onTheSixth, stJohns, {}, "2010-11-07T02:30:59.999Z")).toBe("2010-11-07T02:31:00.000Z");
    expect(capped(caps, onTheSixth, stJohns, {}, "2010-11-07T02:31:00Z")).toBe("30.00");
  });

  it("that ends with year 9999 has no later instant", () => {
    const cap = { window: { calendar: "year" }, maxCount: 1 } as const;
    expect(capped([cap], [{ createdAt: "9999-06-01T00:00:00Z" }], {}, {}, "9999-12-01T00:00:00Z")).toBeNull();
  });
});

describe("records from the future", () => {
  it("enter a window in time, and leave less to a cap that reduces: which another cap may let pass", () => {
    const caps: Cap[] = [
      { window: { rolling: { value: 1, unit: "day" } }, maxCharge: "50", onExceed: "reduce" },
      { window: MONTH, maxCharge: "50" },
    ];
    expect(capped(caps, [{ charge: "10", createdAt: "2026-06-01T09:00:00.001Z" }])).toBe("2026-06-01T09:00:00.001Z");
  });

  it("hold back a later calendar period, from its start on", () => {
    const cap = { window: { calendar: "day" }, maxCount: 1 } as const;
    const both = [{ createdAt: "2026-06-01T08:00:00Z" }, { createdAt: "2026-06-02T08:00:00Z" }];
    expect(capped([cap], both)).toBe("2026-06-03T00:00:00.000Z");
  });
});

describe("a rolling window", () => {
  const cap = (value: number, unit: "second" | "minute" | "hour" | "day", maxCount = 1): Cap => ({
    window: { rolling: { value, unit } },
    maxCount,
  });

  it.each([
    ["second", "2026-06-01T08:59:59.000Z"],
    ["minute", "2026-06-01T08:59:00.000Z"],
    ["hour", "2026-06-01T08:00:00.000Z"],
    ["day", "2026-05-31T09:00:00.000Z"],
  ] as const)("of one %s reaches from then, exclusive, to now", (unit, start) => {
    expect(capped([cap(1, unit)], [{ createdAt: start }])).toBe("50.00");
    const just = new Date(Date.parse(start) + 1);
    expect(capped([cap(1, unit)], [{ createdAt: just }])).toBe("2026-06-01T09:00:00.001Z");
  });

  it("holds what was created just now", () => {
    expect(capped([cap(1, "hour")], [{ createdAt: AT }])).toBe("2026-06-01T10:00:00.000Z");
  });

  it("has days of 24 hours, also where the clocks change", () => {
    const newYork = { timeZone: "America/New_York" };
    expect(capped([cap(1, "day")], [{ createdAt: "2025-03-09T03:30:00Z" }], newYork, {}, "2025-03-10T03:29:59.999Z")).toBe(
      "2025-03-10T03:30:00.000Z",
    );
  });

  it("of 100 years reaches back before year 1", () => {
    expect(capped([cap(36_525, "day")], [{ createdAt: "0001-01-01T00:00:00Z" }], {}, {}, "0001-06-01T00:00:00Z")).toBe(
      "0101-01-02T00:00:00.000Z",
    ); // 36,525 days; the year 100 has no leap day
  });

  it("that reaches beyond year 9999 has no later instant", () => {
    expect(capped([cap(1, "day")], [{ createdAt: "9999-12-31T12:00:00Z" }], {}, {}, "9999-12-31T13:00:00Z")).toBeNull();
  });
});

describe("the first instant at which the whole guard would pass", () => {
  const DAY = { rolling: { value: 24, unit: "hour" } } as const;

  it("comes when enough has left the window, not when all has", () => {
    const used = [
      { charge: "20", createdAt: "2026-05-31T10:00:00Z" },
      { charge: "40", createdAt: "2026-05-31T13:00:00Z" },
      { charge: "30", createdAt: "2026-05-31T23:00:00Z" },
    ];
    // Of 100, 50 are needed: 90 − 20 = 70 is still too much, 90 − 60 = 30 is not.
    expect(capped([{ window: DAY, maxCharge: "100" }], used)).toBe("2026-06-01T13:00:00.000Z");
  });

  it("is the same whatever the order of the records", () => {
    const used = [
      { charge: "30", createdAt: "2026-05-31T23:00:00Z" },
      { charge: "20", createdAt: "2026-05-31T10:00:00Z" },
      { charge: "40", createdAt: "2026-05-31T13:00:00Z" },
      { charge: "0", createdAt: "2026-05-31T13:00:00Z" },
    ];
    expect(capped([{ window: DAY, maxCharge: "100" }], used)).toBe("2026-06-01T13:00:00.000Z");
  });

  it("is when all caps pass, though each passes before", () => {
    const used = [{ charge: "60" }]; // at 08:00
    const caps = [
      { window: { rolling: { value: 2, unit: "hour" } }, maxCharge: "100" },
      { window: { calendar: "day" }, maxCount: 1 },
    ] as const;
    expect(capped(caps, used)).toBe("2026-06-02T00:00:00.000Z");
  });

  it("is none where one of the caps never passes", () => {
    expect(
      capped(
        [
          { window: MONTH, maxCharge: "60" },
          { window: MONTH, maxCount: 0 },
        ],
        [{ charge: "20" }],
      ),
    ).toBeNull();
  });

  it("is when a reducing cap leaves enough for min", () => {
    const caps = [{ window: DAY, maxCharge: "100", onExceed: "reduce" }] as const;
    const used = [
      { charge: "20", createdAt: "2026-05-31T10:00:00Z" },
      { charge: "75", createdAt: "2026-05-31T13:00:00Z" },
    ];
    const topup = { mode: "fixedAmount", value: "50", min: "25" } as const;
    expect(capped(caps, used, {}, { topup })).toBe("2026-06-01T10:00:00.000Z"); // 5 left, then 25
    expect(capped(caps, used, {}, { topup: { ...topup, min: "26" } })).toBe("2026-06-01T13:00:00.000Z");
  });

  it("is given for records from the future too, which freshness tells apart", () => {
    const used = [{ createdAt: AT }, { createdAt: "2026-06-02T12:00:00Z" }];
    const capsOf = (window: Cap["window"]): string | null => {
      const plan = planTopup(
        owed({ ...NO_POLICY, caps: [{ window, maxCount: 1 }] }, { owed: { outstanding: "480" }, topups: records(used) }),
      );
      expect(plan.decision.reason).toBe("inFuture");
      return checkOf(plan.decision, "caps").eligibleAt;
    };
    expect(capsOf({ calendar: "day" })).toBe("2026-06-03T00:00:00.000Z");
    expect(capsOf({ rolling: { value: 1, unit: "day" } })).toBe("2026-06-02T09:00:00.000Z");
    expect(capsOf({ rolling: { value: 2, unit: "day" } })).toBe("2026-06-04T12:00:00.000Z");
  });
});

describe("a cap that reduces", () => {
  const reduce = (maxCharge: string): Cap => ({ window: MONTH, maxCharge, onExceed: "reduce" });

  it("charges what is left, with an adjustment about the charge", () => {
    const plan = planTopup(owed({ ...NO_POLICY, caps: [reduce("100")] }, { topups: records([{ charge: "70" }]) }));
    expect(plan.topup).toMatchObject({ credit: "30.00", charge: "30.00", adjustments: [{ rule: "cap", from: "50", to: "30" }] });
  });

  it("changes nothing where enough is left", () => {
    const plan = planTopup(owed({ ...NO_POLICY, caps: [reduce("100")] }, { topups: records([{ charge: "50" }]) }));
    expect(plan.topup).toMatchObject({ charge: "50.00", adjustments: [] });
  });

  it("fails where nothing is left, or less than min", () => {
    expect(capped([reduce("100")], [{ charge: "100" }])).toBe(JULY);
    expect(capped([reduce("100")], [{ charge: "120" }])).toBe(JULY);
    expect(capped([reduce("0")])).toBeNull();
    const profile = { topup: { mode: "fixedAmount", value: "50", min: "30" } } as const;
    expect(capped([reduce("100")], [{ charge: "70" }], {}, profile)).toBe("30.00");
    expect(capped([reduce("100")], [{ charge: "70.01" }], {}, profile)).toBe(JULY);
  });

  it("with others leaves the least that is left", () => {
    expect(capped([reduce("100"), reduce("90"), reduce("95")], [{ charge: "70" }])).toBe("20.00");
    expect(capped([reduce("90"), reduce("90")], [{ charge: "70" }])).toBe("20.00");
  });

  it("comes first, and those that refuse judge the reduced charge, whatever their order", () => {
    const refuse = (maxCharge: string): Cap => ({ window: MONTH, maxCharge });
    for (const order of [(caps: Cap[]) => caps, (caps: Cap[]) => [...caps].reverse()]) {
      expect(capped(order([reduce("100"), refuse("100")]), [{ charge: "70" }])).toBe("30.00");
      expect(capped(order([reduce("100"), refuse("99.99")]), [{ charge: "70" }])).toBe(JULY);
    }
  });

  it("takes whole minor units", () => {
    expect(capped([reduce("33.339")])).toBe("33.33");
    expect(capped([reduce("0.009")])).toBeNull();
  });

  it("takes whole steps", () => {
    expect(capped([reduce("33")], [], {}, { topup: { mode: "fixedAmount", value: "50", step: "5" } })).toBe("30.00");
  });

  it("is applied after rounding and bounds", () => {
    const topup = { mode: "fixedAmount", value: "51", step: "10", max: "50" } as const;
    const plan = planTopup(owed({ ...NO_POLICY, topup, caps: [reduce("25")] }));
    expect(plan.topup?.adjustments).toEqual([
      { rule: "rounding", from: "51", to: "60" },
      { rule: "maximum", from: "60", to: "50" },
      { rule: "cap", from: "50", to: "20" },
    ]);
  });
});

describe("a cap that reduces credits", () => {
  /** Credit and charge for 1,000,000 credits at a rate, in steps, where so much is left. */
  const reducedTo = (maxCharge: string, rate: string, over: { scale?: number; step?: string; currency?: string } = {}): unknown => {
    const topup = { mode: "fixedAmount", value: "1000000", step: over.step ?? null } as const;
    const caps = [{ window: MONTH, maxCharge, onExceed: "reduce" }] as const;
    const wallets = [credits({ rate, scale: over.scale ?? 0 })];
    const plan = planTopup(held({ topup, caps }, { currency: over.currency ?? "USD", wallets }));
    return plan.topup ? [plan.topup.credit, plan.topup.charge] : plan.decision.reason;
  };

  it("takes the largest multiple of the quantum whose charge does not exceed what is left", () => {
    expect(reducedTo("10", "3")).toEqual(["3", "9.00"]);
    expect(reducedTo("10", "3", { scale: 2 })).toEqual(["3.33", "9.99"]);
    expect(reducedTo("10", "0.01", { step: "300" })).toEqual(["900", "9.00"]);
  });

  it("takes no credits more than what is left buys, though their charge would round down to it", () => {
    // 10 ÷ 0.0099999 = 1000.01: 1000.4 credits would cost 10.00 as well, but are more than 10 buys.
    expect(reducedTo("10", "0.009999")).toEqual(["1000", "10.00"]);
    expect(reducedTo("10", "0.0099999", { scale: 1 })).toEqual(["1000", "10.00"]);
  });

  it("goes below the next half unit where what is left is no whole minor unit and the charge was rounded up past it", () => {
    // 1000.5 credits cost 10.005, and half-up that is 10.01 > 10.005; anything less costs 10.00.
    expect(reducedTo("10.005", "0.01", { scale: 1 })).toEqual(["1000.4", "10.00"]);
    expect(reducedTo("10.009", "0.01", { scale: 1 })).toEqual(["1000.4", "10.00"]);
    expect(reducedTo("10.004", "0.01", { scale: 1 })).toEqual(["1000.4", "10.00"]);
    expect(reducedTo("0.7", "0.3", { scale: 0, currency: "JPY" })).toBe("capReached"); // 2 cost 0.6 → 1; 1 costs 0.3 → 0
  });

  it("fails where the largest credit that fits costs nothing", () => {
    expect(reducedTo("0.006", "0.001")).toBe("capReached"); // 6 cost 0.006 → 0.01 > 0.006; 4 cost 0.004 → 0
    expect(reducedTo("0.01", "0.02")).toBe("capReached");
  });
});

describe("caps are per target", () => {
  it("another wallet's top-ups use up nothing", () => {
    const topups = [past({ id: "x", walletId: "w2", charge: "100" }), past({ id: "y", charge: "100" })];
    const caps = [{ window: { calendar: "year" }, maxCharge: "50" }] as const;
    const input = held({ walletId: "w1", caps }, { wallets: [dollars(), dollars({ id: "w2" })], topups });
    expect(planTopup(input).topup?.charge).toBe("50.00");
  });
});
