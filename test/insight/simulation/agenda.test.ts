import { expect, it } from "vitest";
import { readKeys } from "../../../src/base/parser.js";
import { happenings } from "../../../src/insight/simulation/agenda.js";
import { type Scenario, scenarioReaders } from "../../../src/insight/simulation/read-scenario.js";
import { june, scenario } from "./build.js";

it("what happens from the start on, and before the end, comes one by one", () => {
  const usage = (at: string) => ({ type: "usage", at, amount: "1" }) as const;
  const rate = { type: "usageRate", amount: "1", per: { value: 1, unit: "day" }, every: { value: 1, unit: "day" }, from: june(8) } as const;
  const timeline = [usage(june(10)), usage(june(9, "23:59:59.999")), rate, usage(june(1)), usage("2026-05-31T23:59:59.999Z")];
  const { profile: _, ...given } = scenario({ timeline });
  const coming = happenings(readKeys<Scenario>(given, scenarioReaders));
  const instants: number[] = [];
  while (coming.next !== Infinity) instants.push(coming.take().ms);
  expect(instants.map((ms) => new Date(ms).toISOString())).toEqual([june(1), june(9), june(9, "23:59:59.999")]);
});
