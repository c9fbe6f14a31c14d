import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Comparison, compareProfiles, type SimulationSummary, type WorstCase, worstCase } from "auto-topup";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { simulatedYear } from "../../examples/simulated-year/run.js";
import { profiles, scenario } from "../../examples/simulated-year/scenario.js";
import { comparisonText } from "../../examples/simulated-year/text.js";

// It takes seconds, and what it plays is held against other time zones elsewhere.
describe.runIf(process.env.TZ === "UTC")("the simulated year", () => {
  let place: string;
  let text: string;

  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), "year-"));
    text = await simulatedYear(join(place, "out"));
  });
  afterAll(() => rm(place, { recursive: true }));

  it("asks each profile every ten minutes for a year", () => {
    expect(text).toContain("│ evaluations                  │           52,560 │      52,560 │");
  });

  it("shows that the low threshold runs dry and the high one does not", () => {
    expect(text).toMatch(/│ days without funds +│ +152 │ +0 │/);
  });

  it("shows the bound of the monthly cap, and of fifty on each date of a month", () => {
    expect(text).toMatch(/│ the most in any month +│ +1550\.00 GBP │ +900\.00 GBP │/);
  });

  it("says where the two first part", () => {
    expect(text).toContain("little-and-often and fill-to-400 first differ at 2025-01-01T00:00:00.000Z: nothing against 280");
  });

  it.each(["little-and-often", "fill-to-400"])("draws a picture of %s", async (id) => {
    const path = join(place, "out", `simulated-year-${id}.svg`);
    expect(text).toContain(`picture written to ${path}`);
    expect(await readFile(path, "utf8")).toMatch(/^<svg [^>]*role="img"/);
  });
});

describe("the comparison as text", () => {
  const short = { ...scenario, to: "2025-01-03T00:00:00Z" };
  const comparison = compareProfiles({ profiles, ...short });
  const worst = profiles.map((profile) => worstCase(profile, scenario.account));

  it("says so where two profiles top up alike", () => {
    const [one] = comparison.summaries as [SimulationSummary];
    const alike: Comparison = { summaries: [one], differences: [{ profileIds: ["a", "b"], at: null, charges: [null, null] }] };
    expect(comparisonText(alike, worst)).toContain("a and b top up alike");
  });

  it("says so where there is nothing to compare, no fee, no figure, and no bound", () => {
    expect(comparisonText({ summaries: [], differences: [] }, [])).toBe("nothing to compare");
    const [one] = comparison.summaries as [SimulationSummary];
    const bare = comparisonText({ summaries: [{ ...one, fees: null, lowest: null }], differences: [] }, [] as WorstCase[]);
    expect(bare).toMatch(/│ fees +│ +unknown │/);
    expect(bare).toMatch(/│ lowest balance +│ +unknown │/);
    expect(bare).toMatch(/│ the most in any month +│ +no bound │/);
  });
});
