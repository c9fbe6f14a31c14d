import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulate, type SimulateInput } from "../../src/index.js";
import { moneyIn } from "../../src/base/locale.js";
import { toSvg } from "../../src/plot/index.js";
import { holds } from "../properties/support/law.js";
import { description, parse } from "./support/parse.js";

const outcomes = fc.array(fc.constantFrom("paid", "paid", "declined", "infrastructure", "lost", "unanswered"), { maxLength: 12 });
const settleAfter = fc.option(fc.record({ value: fc.integer({ min: 1, max: 90 }), unit: fc.constantFrom("hour", "day") }));

/** A wallet or a credit limit over some weeks, with payments of all kinds. */
const scenarios: fc.Arbitrary<SimulateInput> = fc
  .record({
    isHeld: fc.boolean(),
    start: fc.integer({ min: 0, max: 400 }),
    daily: fc.integer({ min: 1, max: 60 }),
    value: fc.integer({ min: 10, max: 300 }),
    evaluateOn: fc.constantFrom("event" as const, { dailyAt: "02:30" }, { everyMinutes: 360 }),
    outcomes,
    settleAfter,
    timeZone: fc.constantFrom("UTC", "America/New_York", "Asia/Kolkata"),
  })
  .map(({ isHeld, start, daily, value, evaluateOn, timeZone, ...payments }) => ({
    profile: {
      id: "p1",
      trigger: isHeld
        ? { basis: "balance", type: "absoluteAmount", value: "50" }
        : { basis: "outstanding", type: "percentOfLimit", value: "80", referenceLimit: "credit" },
      topup: { mode: "fixedAmount", value: String(value) },
    },
    account: {
      id: "a1",
      currency: "USD",
      timeZone,
      ...(isHeld
        ? { wallets: [{ id: "w1", unit: "USD", balance: String(start) }] }
        : { owed: { outstanding: String(start) }, limits: { credit: "500" } }),
    },
    timeline: [{ type: "usageRate", amount: String(daily), per: { value: 1, unit: "day" }, every: { value: 6, unit: "hour" } }],
    from: "2026-06-01T00:00:00Z",
    to: "2026-06-29T00:00:00Z",
    evaluateOn,
    payments,
  }));

describe("of a simulation that was played", () => {
  it("the text alternative says what the summary says", () => {
    holds(
      scenarios,
      (scenario) => {
        const simulation = simulate(scenario);
        const { topups, charged, lowest, highest, outcomes } = simulation.summary();
        const svg = toSvg(simulation, { timeZone: "UTC" });
        const told = description(svg);
        const money = (figure: string): string => moneyIn("en", figure, "USD");
        expect(told).toContain(
          `Top-ups: ${topups.paid} paid${topups.paid === 0 ? "" : ` (${money(charged)})`}, ${topups.unsettled} not settled`,
        );
        expect(told).toContain(`, ${topups.failed} failed`);
        expect(told).toContain(`Blocked: ${outcomes.blocked}.`);
        expect(told).toContain(`lowest ${money(lowest?.figure ?? "")} on `);
        expect(told).toContain(`, highest ${money(highest?.figure ?? "")} on `);
        expect(parse(svg).name).toBe("svg");
        return topups.paid > 0 && topups.failed + topups.unsettled > 0;
      },
      { runs: 60, exercised: 9 },
    );
  });
});
