import { expect, it } from "vitest";
import { happenings } from "../../../src/insight/simulation/agenda.js";
import { june, readScenario } from "./build.js";

it("what happens from the start on, and before the end, comes one by one", () => {
  const usage = (at: string) => ({ type: "usage", at, amount: "1" }) as const;
  const rate = { type: "usageRate", amount: "1", per: { value: 1, unit: "day" }, every: { value: 1, unit: "day" }, from: june(8) } as const;
  const timeline = [usage(june(10)), usage(june(9, "23:59:59.999")), rate, usage(june(1)), usage("2026-05-31T23:59:59.999Z")];
  const coming = happenings(readScenario({ timeline }));
  const instants: number[] = [];
  while (coming.next !== Infinity) instants.push(coming.take().ms);
  expect(instants.map((ms) => new Date(ms).toISOString())).toEqual([june(1), june(9), june(9, "23:59:59.999")]);
});
