import { describe, expect, it } from "vitest";
import type { SimulateInput, TimelineEventInput } from "../../../src/index.js";
import { heldProfile } from "../../support/build.js";
import { idle, june, stepsOf, wallet } from "./build.js";

const asked = (over: Partial<SimulateInput>): string[] =>
  stepsOf({ profile: idle, ...over }).flatMap(({ at, decision }) => (decision === null ? [] : [at]));
const inZone = (timeZone: string) => ({ ...wallet(), timeZone });

describe("asked at each event", () => {
  it("means the start, all that the timeline says, results, due dates, and the beginning and end of lots", () => {
    const account = wallet({ lots: [{ id: "l1", remaining: "5", effectiveAt: june(2), expiresAt: june(8) }] });
    const timeline: TimelineEventInput[] = [
      { type: "usage", at: june(5), amount: "1" },
      { type: "invoice", at: june(6), amount: "1", dueAt: june(7) },
    ];
    const profile = heldProfile();
    const payments = { settleAfter: { value: 3, unit: "day" } } as const;
    expect(asked({ profile, account, timeline, payments })).toEqual([1, 2, 4, 5, 6, 7, 8].map((day) => june(day)));
  });

  it("means once for all of an instant", () => {
    const timeline: TimelineEventInput[] = [1, 2, 3].map((amount) => ({ type: "usage", at: june(5), amount }));
    expect(asked({ timeline })).toEqual([june(1), june(5)]);
  });
});

describe("asked every so many minutes", () => {
  it("means from the start on, and before the end", () => {
    expect(asked({ evaluateOn: { everyMinutes: 10 }, to: june(1, "00:30:00.000") })).toEqual(
      ["00", "10", "20"].map((minute) => june(1, `00:${minute}:00.000`)),
    );
  });

  it("may be beyond a day, and beyond the whole", () => {
    expect(asked({ evaluateOn: { everyMinutes: 2 * 1440 + 1 } })).toEqual(
      ["00:00", "00:01", "00:02", "00:03", "00:04"].map((time, k) => june(1 + 2 * k, `${time}:00.000`)),
    );
    expect(asked({ evaluateOn: { everyMinutes: 366 * 1440 } })).toEqual([june(1)]);
  });

  it("leaves what happens in between to be seen the next time", () => {
    const timeline: TimelineEventInput[] = [{ type: "usage", at: june(1, "00:05:00.000"), amount: "30" }];
    const steps = stepsOf({ timeline, evaluateOn: { everyMinutes: 10 }, to: june(1, "00:11:00.000") });
    expect(steps.map(({ decision, after }) => [decision?.reason ?? null, after.figure])).toEqual([
      ["thresholdNotReached", "30"],
      [null, "0"],
      ["thresholdReached", "50"],
    ]);
  });
});

describe("asked daily at a local time", () => {
  it("means each date of the zone once", () => {
    expect(asked({ evaluateOn: { dailyAt: "02:30" }, to: june(4) })).toEqual([1, 2, 3].map((day) => june(day, "02:30:00.000")));
    const account = inZone("Asia/Kolkata");
    expect(asked({ account, evaluateOn: { dailyAt: "00:00" }, to: june(3) })).toEqual([1, 2].map((day) => june(day, "18:30:00.000")));
  });

  it("may be at the start, and is not at the end", () => {
    expect(asked({ evaluateOn: { dailyAt: "00:00" }, to: june(3) })).toEqual([june(1), june(2)]);
  });

  it("not on the first date where its time has passed", () => {
    expect(asked({ evaluateOn: { dailyAt: "02:30" }, from: june(1, "02:30:00.001"), to: june(3) })).toEqual([june(2, "02:30:00.000")]);
  });

  it("moves on by the gap where the clocks skip it", () => {
    const account = inZone("America/New_York"); // 2 o'clock becomes 3 on 9 March
    const days = { account, from: "2025-03-08T05:00:00Z", to: "2025-03-11T00:00:00Z" };
    expect(asked({ ...days, evaluateOn: { dailyAt: "02:30" } })).toEqual([
      "2025-03-08T07:30:00.000Z",
      "2025-03-09T07:30:00.000Z",
      "2025-03-10T06:30:00.000Z",
    ]);
  });

  it("takes the earlier of two where the clocks repeat it", () => {
    const account = inZone("America/New_York"); // 2 o'clock becomes 1 on 2 November
    const days = { account, from: "2025-11-02T04:00:00Z", to: "2025-11-04T00:00:00Z" };
    expect(asked({ ...days, evaluateOn: { dailyAt: "01:30" } })).toEqual(["2025-11-02T05:30:00.000Z", "2025-11-03T06:30:00.000Z"]);
    expect(asked({ ...days, from: "2025-11-02T06:00:00Z", evaluateOn: { dailyAt: "01:30" } })).toEqual(["2025-11-03T06:30:00.000Z"]);
  });

  it("is not asked of a date that comes twice, where its time was before the start", () => {
    // At 00:01 on 29 October the clocks of St John's went back to 23:01 on the 28th: midnight had been, half an hour before this start.
    const account = inZone("America/St_Johns");
    const days = { account, from: "2006-10-29T03:00:00Z", to: "2006-10-31T00:00:00Z", evaluateOn: { dailyAt: "00:00" } };
    expect(asked(days)).toEqual(["2006-10-30T03:30:00.000Z"]);
  });

  it("is asked once where the zone leaves out a whole date", () => {
    const account = inZone("Pacific/Apia"); // no 30 December 2011
    const days = { account, from: "2011-12-29T10:00:00Z", to: "2012-01-01T10:00:00Z", evaluateOn: { dailyAt: "02:00" } };
    expect(asked(days)).toEqual(["2011-12-29T12:00:00.000Z", "2011-12-30T12:00:00.000Z", "2011-12-31T12:00:00.000Z"]);
  });

  it("works at both ends of time", () => {
    const first = { from: "0001-01-01T00:00:00Z", to: "0001-01-03T00:00:00Z", evaluateOn: { dailyAt: "12:00" } };
    expect(asked({ ...first, account: inZone("America/New_York") })).toHaveLength(2);
    const last = { from: "9999-12-30T00:00:00Z", to: "9999-12-31T23:59:59.999Z", evaluateOn: { dailyAt: "12:00" } };
    expect(asked({ ...last, account: inZone("Pacific/Auckland") })).toHaveLength(2);
  });
});
