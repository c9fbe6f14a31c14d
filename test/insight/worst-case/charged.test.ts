import { describe, expect, it } from "vitest";
import type { AccountInput, Cap, Duration, ProfileInput } from "../../../src/index.js";
import { Adversary } from "./adversary.js";
import { victimOf } from "./cases.js";
import { charged, rules, told, worst } from "./told.js";

const NEW_YORK: Partial<AccountInput> = { timeZone: "America/New_York" };
const LONDON: Partial<AccountInput> = { timeZone: "Europe/London" };

const cooled = (value: number, unit: Duration["unit"]): Partial<ProfileInput> => ({ cooldown: { value, unit } });
const capped = (...caps: Cap[]): Partial<ProfileInput> => ({ caps });
const scheduled = (value: number, unit: "day" | "week" | "month" | "year", startingAt: string): Partial<ProfileInput> => ({
  trigger: { basis: "schedule", every: { value, unit }, startingAt },
  topup: { mode: "fixedAmount", value: "50", basis: "balance" },
});

/** $50 each: bounds are told as day, week, month, year. */
type Row = [rule: string, over: Partial<ProfileInput>, account: Partial<AccountInput> | undefined, bounds: string[]];

describe("without a brake", () => {
  it("there is no bound, and it says what would give one", () => {
    const { charged: bounds, perTopup } = worst();
    expect(told(perTopup)).toBe("50.00");
    expect(charged()).toEqual(["unlimitedCount", "unlimitedCount", "unlimitedCount", "unlimitedCount"]);
    expect(bounds.day).toMatchObject({ maxCount: null, message: expect.stringContaining("a cooldown, a schedule or a cap") as string });
  });

  it.each(["net", "block", "ignore"] as const)("waiting for money in flight (%s) is none: all may be paid at once", (inFlight) => {
    expect(worst({ inFlight }).charged.day.bounded).toBe(false);
  });

  it("retrying declines is none", () => {
    expect(worst({ failures: { retryAfter: { value: 7, unit: "day" }, suspendAfter: 1 } }).charged.year.bounded).toBe(false);
  });

  it("a cooldown of zero is none", () => {
    expect(worst(cooled(0, "day")).charged.day.bounded).toBe(false);
  });
});

describe("a cooldown", () => {
  it.each([
    ["one a date", cooled(1, "day"), NEW_YORK, ["50.00 in 1", "350.00 in 7", "1550.00 in 31", "18300.00 in 366"]],
    ["every second date", cooled(2, "day"), NEW_YORK, ["50.00 in 1", "200.00 in 4", "800.00 in 16", "9150.00 in 183"]],
    ["every seventh", cooled(7, "day"), undefined, ["50.00 in 1", "50.00 in 1", "250.00 in 5", "2650.00 in 53"]],
    ["every 31st", cooled(31, "day"), undefined, ["50.00 in 1", "50.00 in 1", "50.00 in 1", "600.00 in 12"]],
    ["every 30th: on the 1st and on the 31st", cooled(30, "day"), undefined, ["50.00 in 1", "50.00 in 1", "100.00 in 2", "650.00 in 13"]],
    ["every 366th", cooled(366, "day"), undefined, ["50.00 in 1", "50.00 in 1", "50.00 in 1", "50.00 in 1"]],
    [
      "of 24 hours, where no day is longer",
      cooled(24, "hour"),
      undefined,
      ["50.00 in 1", "350.00 in 7", "1550.00 in 31", "18300.00 in 366"],
    ],
    ["of 24 hours, where a day has 25", cooled(24, "hour"), NEW_YORK, ["100.00 in 2", "400.00 in 8", "1550.00 in 31", "18300.00 in 366"]],
    [
      "of 25 hours, just as long as that day",
      cooled(25, "hour"),
      NEW_YORK,
      ["50.00 in 1", "350.00 in 7", "1500.00 in 30", "17600.00 in 352"],
    ],
    ["a second less than a day", cooled(86_399, "second"), undefined, ["100.00 in 2", "400.00 in 8", "1600.00 in 32", "18350.00 in 367"]],
    ["a second more than a day", cooled(86_401, "second"), undefined, ["50.00 in 1", "350.00 in 7", "1550.00 in 31", "18300.00 in 366"]],
    [
      "of an hour, where October ends summer time",
      cooled(1, "hour"),
      LONDON,
      ["1250.00 in 25", "8450.00 in 169", "37250.00 in 745", "439200.00 in 8784"],
    ],
    [
      "of an hour, where November does",
      cooled(1, "hour"),
      NEW_YORK,
      ["1250.00 in 25", "8450.00 in 169", "37200.00 in 744", "439200.00 in 8784"],
    ],
    [
      "of an hour, where clocks go back by two",
      cooled(1, "hour"),
      { timeZone: "Antarctica/Troll" },
      ["1300.00 in 26", "8500.00 in 170", "37300.00 in 746", "439200.00 in 8784"],
    ],
    [
      "of an hour, where they go back by half",
      cooled(1, "hour"),
      { timeZone: "Australia/Lord_Howe" },
      ["1250.00 in 25", "8450.00 in 169", "37200.00 in 744", "439200.00 in 8784"],
    ],
  ] as Row[])("%s", (_, over, account, bounds) => {
    expect(charged(over, account)).toEqual(bounds);
  });

  it("is named with the amount", () => {
    expect(rules(worst(cooled(1, "day")).charged.week)).toEqual(["cooldown cooldown", "amount topup.value"]);
  });

  it("of some hours tells the day of 25 hours in which it is at its worst", () => {
    const { day } = worst(cooled(1, "hour"), NEW_YORK).charged;
    expect(day).toMatchObject({ tight: true, reachedFrom: "2028-11-05T04:00:00.000Z" });
  });
});

const window = (calendar: "day" | "week" | "month" | "year"): Cap["window"] => ({ calendar });
const rolling = (value: number, unit: Duration["unit"]): Cap["window"] => ({ rolling: { value, unit } });

describe("a cap", () => {
  it.each([
    [
      "a day",
      capped({ window: window("day"), maxCount: 2 }),
      undefined,
      ["100.00 in 2", "700.00 in 14", "3100.00 in 62", "36600.00 in 732"],
    ],
    [
      "a week: a month touches six, a year 54",
      capped({ window: window("week"), maxCount: 2 }),
      undefined,
      ["100.00 in 2", "100.00 in 2", "600.00 in 12", "5400.00 in 108"],
    ],
    [
      "a month: a week can lie in two",
      capped({ window: window("month"), maxCount: 2 }),
      undefined,
      ["100.00 in 2", "200.00 in 4", "100.00 in 2", "1200.00 in 24"],
    ],
    [
      "a year: a week can lie in two",
      capped({ window: window("year"), maxCount: 2 }),
      undefined,
      ["100.00 in 2", "200.00 in 4", "100.00 in 2", "100.00 in 2"],
    ],
    [
      "of money: as many as fit whole",
      capped({ window: window("month"), maxCharge: "149.99" }),
      undefined,
      ["100.00 in 2", "200.00 in 4", "100.00 in 2", "1200.00 in 24"],
    ],
    [
      "of money, which one more just fits",
      capped({ window: window("month"), maxCharge: "150" }),
      undefined,
      ["150.00 in 3", "300.00 in 6", "150.00 in 3", "1800.00 in 36"],
    ],
    [
      "of money, which is used up to the end where it reduces",
      capped({ window: window("month"), maxCharge: "149.99", onExceed: "reduce" }),
      undefined,
      ["149.99", "299.98", "149.99", "1799.88"],
    ],
    [
      "of a fraction of a cent, which nothing can use",
      capped({ window: window("year"), maxCharge: "149.999", onExceed: "reduce" }),
      undefined,
      ["149.99", "299.98", "149.99", "149.99"],
    ],
    [
      "below the amount: nothing",
      capped({ window: window("year"), maxCharge: "49.99" }),
      undefined,
      ["0.00 in 0", "0.00 in 0", "0.00 in 0", "0.00 in 0"],
    ],
    [
      "of the amount: one",
      capped({ window: window("year"), maxCharge: "50" }),
      undefined,
      ["50.00 in 1", "100.00 in 2", "50.00 in 1", "50.00 in 1"],
    ],
    [
      "below the amount that reduces: what there is",
      capped({ window: window("week"), maxCharge: "30", onExceed: "reduce" }),
      undefined,
      ["30.00", "30.00", "180.00", "1620.00"],
    ],
    [
      "of money, beside one that would reduce but knows no money: as many as fit whole",
      capped({ window: window("year"), maxCount: 9, onExceed: "reduce" }, { window: window("year"), maxCharge: "120" }),
      undefined,
      ["100.00 in 2", "200.00 in 4", "100.00 in 2", "100.00 in 2"],
    ],
    ["of no top-up", capped({ window: window("year"), maxCount: 0 }), undefined, ["0.00 in 0", "0.00 in 0", "0.00 in 0", "0.00 in 0"]],
    [
      "of 24 hours, where no day is longer",
      capped({ window: rolling(24, "hour"), maxCount: 1 }),
      undefined,
      ["50.00 in 1", "350.00 in 7", "1550.00 in 31", "18300.00 in 366"],
    ],
    [
      "of 24 hours, where a day has 25",
      capped({ window: rolling(24, "hour"), maxCount: 1 }),
      NEW_YORK,
      ["100.00 in 2", "400.00 in 8", "1550.00 in 31", "18300.00 in 366"],
    ],
    [
      "of 24 hours, of money, reducing",
      capped({ window: rolling(24, "hour"), maxCharge: "80", onExceed: "reduce" }),
      NEW_YORK,
      ["160.00", "640.00", "2480.00", "29280.00"],
    ],
    [
      "of 30 days",
      capped({ window: rolling(30, "day"), maxCount: 1 }),
      undefined,
      ["50.00 in 1", "50.00 in 1", "100.00 in 2", "650.00 in 13"],
    ],
    [
      "that also counts what is bought by hand: no more",
      capped({ window: window("month"), maxCount: 2, counts: "all" }),
      undefined,
      ["100.00 in 2", "200.00 in 4", "100.00 in 2", "1200.00 in 24"],
    ],
  ] as Row[])("%s", (_, over, account, bounds) => {
    expect(charged(over, account)).toEqual(bounds);
  });

  it("that reduces to less than the minimum charges nothing", () => {
    const min = { topup: { mode: "fixedAmount", value: "50", min: "40" } } as const;
    const reducing = (maxCharge: string): string[] =>
      charged({ ...min, ...capped({ window: window("day"), maxCharge, onExceed: "reduce" }) });
    expect(reducing("40")[0]).toBe("40.00");
    expect(reducing("39.99")[0]).toBe("0.00 in 0");
  });

  it("gives way to the tighter of two, each in its own period", () => {
    const both = capped({ window: window("day"), maxCount: 1 }, { window: window("month"), maxCharge: "400" });
    expect(charged(both)).toEqual(["50.00 in 1", "350.00 in 7", "400.00 in 8", "4800.00 in 96"]);
    expect(rules(worst(both).charged.week)).toEqual(["cap caps.0.maxCount", "amount topup.value"]);
    expect(rules(worst(both).charged.year)).toEqual(["cap caps.1.maxCharge", "amount topup.value"]);
  });

  it("and a cooldown together: the least in each period", () => {
    const both = { ...cooled(7, "day"), ...capped({ window: window("month"), maxCount: 2 }) };
    expect(charged(both)).toEqual(["50.00 in 1", "50.00 in 1", "100.00 in 2", "1200.00 in 24"]);
    expect(rules(worst(both).charged.week)).toEqual(["cooldown cooldown", "amount topup.value"]);
  });

  it("bounds what no maximum does, whatever usage is", () => {
    const over = { topup: { mode: "toTarget", value: "10" }, ...capped({ window: window("week"), maxCharge: "75" }) } as const;
    expect(charged(over)).toEqual(["75.00", "75.00", "450.00", "4050.00"]);
    expect(told(worst(over).perTopup)).toBe("75.00");
  });
});

describe("a schedule", () => {
  it.each([
    [
      "at midnight, one a date",
      scheduled(1, "day", "2026-01-01T00:00:00Z"),
      undefined,
      ["50.00 in 1", "350.00 in 7", "1550.00 in 31", "18300.00 in 366"],
    ],
    [
      "later in the day: yesterday's may have been left",
      scheduled(1, "day", "2026-01-01T00:00:01Z"),
      undefined,
      ["100.00 in 2", "400.00 in 8", "1600.00 in 32", "18350.00 in 367"],
    ],
    [
      "on Mondays at midnight",
      scheduled(1, "week", "2026-01-05T00:00:00Z"),
      undefined,
      ["50.00 in 1", "50.00 in 1", "300.00 in 6", "2700.00 in 54"],
    ],
    [
      "on Tuesdays at midnight: a week has two parts",
      scheduled(1, "week", "2026-01-06T00:00:00Z"),
      undefined,
      ["50.00 in 1", "100.00 in 2", "300.00 in 6", "2700.00 in 54"],
    ],
    [
      "every 14 days, on Mondays",
      scheduled(14, "day", "2026-01-05T00:00:00Z"),
      undefined,
      ["50.00 in 1", "50.00 in 1", "200.00 in 4", "1400.00 in 28"],
    ],
    [
      "on the first at midnight",
      scheduled(1, "month", "2026-01-01T00:00:00Z"),
      undefined,
      ["50.00 in 1", "100.00 in 2", "50.00 in 1", "600.00 in 12"],
    ],
    [
      "on the first, in another zone's evening",
      scheduled(1, "month", "2026-01-01T00:00:00Z"),
      NEW_YORK,
      ["100.00 in 2", "100.00 in 2", "100.00 in 2", "650.00 in 13"],
    ],
    [
      "on the last of each month",
      scheduled(1, "month", "2026-01-31T09:00:00Z"),
      undefined,
      ["100.00 in 2", "100.00 in 2", "100.00 in 2", "650.00 in 13"],
    ],
    ["each quarter", scheduled(3, "month", "2026-01-01T00:00:00Z"), undefined, ["50.00 in 1", "100.00 in 2", "50.00 in 1", "200.00 in 4"]],
    [
      "each year, not from its beginning",
      scheduled(1, "year", "2026-03-01T00:00:00Z"),
      undefined,
      ["50.00 in 1", "100.00 in 2", "50.00 in 1", "100.00 in 2"],
    ],
    [
      "each three months, not in step with the year",
      scheduled(3, "month", "2026-02-01T00:00:00Z"),
      undefined,
      ["50.00 in 1", "100.00 in 2", "50.00 in 1", "250.00 in 5"],
    ],
    [
      "each three months, in step with the year, but not from its first",
      scheduled(3, "month", "2026-04-01T00:00:00Z"),
      undefined,
      ["50.00 in 1", "100.00 in 2", "50.00 in 1", "200.00 in 4"],
    ],
    [
      "every five months",
      scheduled(5, "month", "2026-01-01T00:00:00Z"),
      undefined,
      ["50.00 in 1", "100.00 in 2", "50.00 in 1", "200.00 in 4"],
    ],
    [
      "each year, with it",
      scheduled(1, "year", "2026-01-01T00:00:00Z"),
      undefined,
      ["50.00 in 1", "100.00 in 2", "50.00 in 1", "50.00 in 1"],
    ],
    [
      "every second year, with it",
      scheduled(2, "year", "2026-01-01T00:00:00Z"),
      undefined,
      ["50.00 in 1", "100.00 in 2", "50.00 in 1", "50.00 in 1"],
    ],
    [
      "on 29 February",
      scheduled(1, "year", "2024-02-29T09:00:00Z"),
      undefined,
      ["100.00 in 2", "100.00 in 2", "100.00 in 2", "100.00 in 2"],
    ],
  ] as Row[])("%s", (_, over, account, bounds) => {
    expect(charged(over, account)).toEqual(bounds);
  });

  it("in the evening that the clocks skip: it moves on to a date that has its own", () => {
    const zone = "America/Nuuk"; // 28 March 2026 ends at 23:00
    const evenings = scheduled(1, "day", "2026-01-02T01:30:00Z"); // 23:30 there
    expect(charged(evenings, { timeZone: zone })[0]).toBe("150.00 in 3");
    const account = { ...victimOf("dollars", zone, null, null, null) };
    const adversary = new Adversary({ id: "p1", ...evenings } as ProfileInput, account);
    const sunday = Date.parse("2026-03-29T01:00:00Z");
    adversary.chargeAllIn(sunday, adversary.endOf(sunday, "day"), false);
    expect(adversary.records.map(({ createdAt }) => createdAt)).toEqual([
      "2026-03-29T01:00:00.000Z", // midnight, for Friday evening
      "2026-03-29T01:30:00.000Z", // Saturday's, moved on
      "2026-03-30T00:30:00.000Z",
    ]);
  });

  it("that never comes about in the active period charges nothing", () => {
    const over = {
      ...scheduled(1, "month", "2026-06-15T00:00:00Z"),
      activeFrom: "2026-06-16T00:00:00Z",
      activeUntil: "2026-07-15T00:00:00Z",
    };
    expect(charged(over)).toEqual(["0.00 in 0", "0.00 in 0", "0.00 in 0", "0.00 in 0"]);
    expect(rules(worst(over).charged.day)).toEqual(["activePeriod activeUntil"]);
    expect(charged({ ...over, activeUntil: "2026-07-15T00:00:00.001Z" })[3]).toBe("50.00 in 1");
  });
});

describe("an active period", () => {
  const three = { activeFrom: "2026-06-01T09:00:00Z", activeUntil: "2026-06-03T09:00:00Z" };

  it("holds only so many dates", () => {
    expect(charged({ ...cooled(1, "day"), ...three })).toEqual(["50.00 in 1", "150.00 in 3", "150.00 in 3", "150.00 in 3"]);
    expect(rules(worst({ ...cooled(1, "day"), ...three }).charged.month)).toEqual([
      "activePeriod activeUntil",
      "cooldown cooldown",
      "amount topup.value",
    ]);
  });

  it("in whose dates a cooldown of days counts, not in its hours", () => {
    const over = { ...cooled(1, "day"), ...capped({ window: rolling(24, "hour"), maxCount: 9 }), ...three };
    expect(charged(over)[3]).toBe("150.00 in 3");
  });

  it("to the very instant", () => {
    const until = (activeUntil: string): string | undefined => charged({ ...cooled(24, "hour"), ...three, activeUntil })[3];
    expect(until("2026-06-03T09:00:00.000Z")).toBe("100.00 in 2");
    expect(until("2026-06-03T09:00:00.001Z")).toBe("150.00 in 3");
  });

  it("touches only so many periods of a cap", () => {
    const over = {
      ...capped({ window: window("month"), maxCharge: "80", onExceed: "reduce" }),
      activeFrom: "2026-06-30T00:00:00Z",
    } as const;
    expect(charged({ ...over, activeUntil: "2026-07-02T00:00:00Z" })).toEqual(["80.00", "160.00", "80.00", "160.00"]);
    expect(charged({ ...over, activeUntil: "2026-07-01T00:00:00Z" })[3]).toBe("80.00");
    const weekly = { ...capped({ window: window("week"), maxCount: 1 }), activeFrom: "2026-06-28T00:00:00Z" }; // a Sunday
    expect(charged({ ...weekly, activeUntil: "2026-07-06T00:00:00Z" })[3]).toBe("100.00 in 2");
    expect(charged({ ...weekly, activeUntil: "2026-07-06T00:00:00.001Z" })[3]).toBe("150.00 in 3");
  });

  it("and only so many occurrences", () => {
    const over = { ...scheduled(1, "week", "2026-01-01T09:00:00Z"), activeFrom: "2026-06-01T00:00:00Z" };
    expect(charged({ ...over, activeUntil: "2026-06-18T00:00:00Z" })[3]).toBe("100.00 in 2");
    expect(charged({ ...over, activeUntil: "2026-06-18T09:00:00Z" })[3]).toBe("~150.00 in 3"); // counted by dates
    expect(charged({ ...over, activeUntil: "2026-06-18T09:00:00.001Z" })[3]).toBe("150.00 in 3");
  });

  it("without an end leaves the bounds as they are, and is where the worst period is looked for", () => {
    const { month } = worst({ ...cooled(1, "day"), activeFrom: "2050-02-03T00:00:00Z" }).charged;
    expect(told(month)).toBe("1550.00 in 31");
    expect(month.bounded && (month.reachedFrom as string) >= "2050-02-03").toBe(true);
  });
});

describe("nothing at all is charged", () => {
  const owedInEuros: Partial<ProfileInput> = {
    currency: "EUR",
    trigger: { basis: "outstanding", type: "absoluteAmount", value: "10", referenceLimit: "credit" },
  };

  it.each([
    ["by a profile that is switched off", { enabled: false }, undefined, "enabled enabled"],
    ["by another customer's", { customerId: "b2" }, {}, "customer customerId"],
    ["to an account in another currency", owedInEuros, {}, "currency currency"],
    ["to a wallet in another unit", { walletId: "w1", currency: "EUR" }, {}, "currency currency"],
    [
      "where no step lies between min and max",
      { topup: { mode: "fixedAmount", value: "50", min: "12", max: "14", step: "5" } },
      undefined,
      "amount topup",
    ],
  ] as [string, Partial<ProfileInput>, Partial<AccountInput> | undefined, string][])("%s", (_, over, account, rule) => {
    const none = worst({ ...cooled(1, "day"), ...over }, account);
    expect(charged({ ...cooled(1, "day"), ...over }, account)).toEqual(["0.00 in 0", "0.00 in 0", "0.00 in 0", "0.00 in 0"]);
    expect(rules(none.perTopup)).toEqual([rule]);
    expect(none.charged.year).toMatchObject({ tight: true, reachedFrom: null });
    expect(told(none.declines.total)).toBe("in 0");
  });

  it("is not said of what may change: a wallet that is closed, a limit that is null, a wallet not there yet", () => {
    const closed = { wallets: [{ id: "w1", unit: "USD", balance: "0", status: "closed" as const }] };
    expect(charged(cooled(1, "day"), closed)[0]).toBe("50.00 in 1");
    expect(charged(cooled(1, "day"), { wallets: [] })[0]).toBe("50.00 in 1");
    const percent = { basis: "balance", type: "percentOfLimit", value: "20", referenceLimit: "float" } as const;
    expect(charged({ ...cooled(1, "day"), trigger: percent }, { limits: { float: null } })[0]).toBe("50.00 in 1");
  });
});
