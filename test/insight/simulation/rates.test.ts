import { describe, expect, it } from "vitest";
import { simulate, type TimelineEventInput } from "../../../src/index.js";
import { course, idle, idleOwing, june, owing, scenario, stepsOf, wallet } from "./build.js";

const rate = (amount: string, over: object = {}): TimelineEventInput => {
  return { type: "usageRate", amount, per: { value: 1, unit: "day" }, every: { value: 1, unit: "day" }, ...over } as TimelineEventInput;
};

describe("a rate of usage", () => {
  it("is taken once an hour, unless said otherwise, each time at the end of the hour", () => {
    const steps = stepsOf({ profile: idle, timeline: [rate("24", { every: null })], to: june(1, "03:00:00.001") });
    expect(steps.map(({ at, events }) => [at, events.length])).toEqual([
      [june(1), 0],
      [june(1, "01:00:00.000"), 1],
      [june(1, "02:00:00.000"), 1],
      [june(1, "03:00:00.000"), 1],
    ]);
  });

  it("is told as usage", () => {
    const [, step] = stepsOf({ profile: idle, timeline: [rate("24", { walletId: "w1" })] });
    expect(step?.events).toEqual([{ type: "usage", at: june(2), amount: "24", walletId: "w1", lineItemType: null, productId: null }]);
  });

  it("takes no step at the start or at the end of the simulation", () => {
    expect(course({ profile: idle, timeline: [rate("1")], to: june(3) })).toEqual(["06-01 00:00 = 30", "06-02 00:00 = 29"]);
  });

  it("runs from its own start to its own end, the last step shorter", () => {
    const timeline = [rate("2", { from: june(3), until: june(4, "12:00:00.000") })];
    expect(course({ profile: idle, timeline })).toEqual(["06-01 00:00 = 30", "06-04 00:00 = 28", "06-04 12:00 = 27"]);
  });

  it("keeps its own beat where it began before the simulation, and takes nothing from before", () => {
    const timeline = [rate("2", { from: "2026-05-30T18:00:00Z" })];
    expect(course({ profile: idle, timeline, to: june(3) })).toEqual(["06-01 00:00 = 30", "06-01 18:00 = 28", "06-02 18:00 = 26"]);
    const onTheBeat = [rate("2", { from: "2026-05-30T00:00:00Z" })];
    expect(course({ profile: idle, timeline: onTheBeat, to: june(3) })).toEqual(["06-01 00:00 = 30", "06-02 00:00 = 28"]);
  });

  it("that is over before the start, or begins at the end, takes nothing", () => {
    const before = [june(1), "2026-05-31T20:00:00Z"].map((until) => ({ from: "2026-05-30T18:00:00Z", until }));
    for (const over of [
      ...before,
      { until: june(1) },
      { from: "2026-05-01T00:00:00Z", until: "2026-05-02T00:00:00Z" },
      { from: june(10) },
    ]) {
      expect(course({ profile: idle, timeline: [rate("2", over)] })).toEqual(["06-01 00:00 = 30"]);
    }
  });

  it("takes whole parts of the unit, and in the end all of them", () => {
    const every = { value: 1, unit: "hour" } as const;
    const used = (account: object, amount: string) =>
      stepsOf({ profile: idle, account: wallet(account), timeline: [rate(amount, { every, until: june(2) })] })
        .flatMap(({ events }) => events)
        .map((event) => (event.type === "usage" ? event.amount : ""));
    const cents = used({}, "1");
    expect(cents).toHaveLength(24);
    expect(new Set(cents)).toEqual(new Set(["0.04", "0.05"]));
    expect(cents.reduce((sum, each) => sum + Math.round(Number(each) * 100), 0)).toBe(100);
    expect(used({ unit: "credits", rate: "1", scale: 0 }, "3")).toEqual(["1", "1", "1"]);
    expect(used({ unit: "credits", rate: "1" }, "1")[0]).toBe("0.041666666");
    expect(
      stepsOf({ profile: idleOwing, account: owing({ unbilled: "0" }, { currency: "JPY" }), timeline: [rate("3", { every })] })[1]?.at,
    ).toBe(june(1, "08:00:00.000"));
  });

  it("of nothing is nothing", () => {
    expect(course({ profile: idle, timeline: [rate("0")] })).toEqual(["06-01 00:00 = 30"]);
  });

  it("that is tiny waits for its first whole part, however far off, without going there step by step", () => {
    const far = { to: "3000-01-01T00:00:00Z", evaluateOn: { everyMinutes: 525_600 } };
    const tiny = rate("0.00000000000000000001", { every: { value: 1, unit: "hour" }, per: { value: 1, unit: "day" } });
    const [, second] = simulate(scenario({ ...far, profile: idle, timeline: [tiny] })).steps;
    expect(second?.at).toBe("2027-06-01T00:00:00.000Z");
    const inTime = (until: string) => course({ profile: idle, timeline: [rate("0.005", { every: { value: 5, unit: "hour" }, until })] });
    expect(inTime(june(9))).toEqual(
      [30, 29.99, 29.98, 29.97, 29.96].map((left, k) => `06-0${[1, 3, 5, 7, 9][k]} 0${[0, 2, 4, 1, 0][k]}:00 = ${left}`),
    );
    expect(inTime(june(8, "23:59:59.999"))).toHaveLength(4);
  });

  it("loses nothing at forty digits", () => {
    const amount = "99999999999999999999.99999999999999999999";
    const account = wallet({ unit: "credits", rate: "1", scale: 12, balance: "0" });
    const steps = stepsOf({ profile: idle, account, timeline: [rate(amount, { every: { value: 7, unit: "hour" }, until: june(2) })] });
    expect(steps.at(-1)?.after.figure).toBe("-99999999999999999999.999999999999");
  });

  it("keeps its place among the events of an instant", () => {
    const timeline: TimelineEventInput[] = [
      { type: "usage", at: june(2), amount: "5" },
      rate("1"),
      { type: "usage", at: june(2), amount: "7" },
    ];
    const [, step] = stepsOf({ profile: idle, timeline });
    expect(step?.events.map((event) => (event.type === "usage" ? event.amount : ""))).toEqual(["5", "1", "7"]);
  });

  it("is one of several", () => {
    const timeline = [rate("1"), rate("2", { every: { value: 2, unit: "day" } })];
    expect(course({ profile: idle, timeline, to: june(4) })).toEqual(["06-01 00:00 = 30", "06-02 00:00 = 29", "06-03 00:00 = 24"]);
  });

  it("may come to many steps in a short time within a long simulation", () => {
    const timeline = [rate("86400", { every: { value: 1, unit: "second" }, until: june(1, "00:00:02.000") })];
    expect(simulate(scenario({ profile: idle, timeline, to: "2027-06-01T00:00:00Z" })).summary().steps).toBe(3);
  });
});
