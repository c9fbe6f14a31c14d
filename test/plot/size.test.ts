import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SimulationStep } from "../../src/insight/simulation/step.js";
import { toSvg } from "../../src/plot/index.js";
import { LIGHT } from "../../src/plot/palette.js";
import { holds } from "../properties/support/law.js";
import { simulation, step, topup } from "./support/build.js";
import { spotsOf } from "./support/geometry.js";
import { description, lineIn } from "./support/parse.js";

const FROM = Date.parse("2025-06-01T00:00:00Z");
const YEAR = { from: "2025-06-01T00:00:00.000Z", to: "2026-06-01T00:00:00.000Z" };
const TEN_MINUTES = 600_000;

/** As restless as can be: another figure, threshold and limit at each step, blocked and attempted in turns. */
function* restless(count: number): Generator<SimulationStep> {
  const between = (Date.parse(YEAR.to) - FROM) / count;
  for (let index = 0; index < count; index++) {
    const noise = (index * 7919) % 1009;
    yield step({
      at: new Date(Math.floor(FROM + index * between)).toISOString(),
      reached: String(noise),
      figure: noise % 17 === 0 ? null : String(1009 - noise),
      threshold: String(noise % 101),
      limit: String(1000 + (noise % 13)),
      outcome: index % 3 === 0 ? "blocked" : "due",
      reason: "cooldown",
      ...(index % 3 === 0 ? {} : { attempted: topup(`t${index}`, index % 2 === 0 ? "paid" : "failed") }),
    });
  }
}

describe("the size of the picture", () => {
  it.each([240, 720, 2000])("follows from its width, %d pixels, not from the number of steps", (width) => {
    const [some, many] = [4_000, 52_560].map((count) => toSvg(simulation(restless(count), YEAR), { width }).length) as [number, number];
    expect(many).toBeLessThan(some * 1.6);
    expect(many).toBeLessThan(6_000 + 360 * width);
  });

  it("is small for a year of a quiet wallet, asked every ten minutes", () => {
    const steps = function* (): Generator<SimulationStep> {
      for (let index = 0; index < 52_560; index++) {
        const figure = 60 - ((index * 0.05) % 50);
        yield step({ at: new Date(FROM + index * TEN_MINUTES).toISOString(), figure: figure.toFixed(2), outcome: "notDue" });
      }
    };
    expect(toSvg(simulation(steps(), YEAR)).length).toBeLessThan(60_000);
  });
});

describe("the steps", () => {
  it("are asked for once, one by one", () => {
    let [asked, given] = [0, 0];
    const steps = {
      *[Symbol.iterator](): Generator<SimulationStep> {
        asked += 1;
        for (const each of restless(500)) {
          given += 1;
          yield each;
        }
      },
    };
    toSvg(simulation(steps, YEAR));
    expect([asked, given]).toEqual([1, 500]);
  });

  it("are not asked for where the options are faulty", () => {
    const steps: Iterable<SimulationStep> = {
      [Symbol.iterator]: () => {
        throw new Error("asked");
      },
    };
    expect(() => toSvg(simulation(steps, YEAR), { width: 1 })).toThrow(/width/);
  });
});

describe("no dip is lost", () => {
  it("however many steps lie in one pixel, the line reaches the lowest and the highest figure", () => {
    const days = fc.array(fc.integer({ min: -900, max: 900 }), { minLength: 800, maxLength: 2500 });
    holds(
      fc.record({ figures: days, spike: fc.nat(), width: fc.constantFrom(240, 320, 720) }),
      ({ figures, spike, width }) => {
        const spiked = figures.map((figure, index) => (index === spike % figures.length ? -1000 : figure));
        const between = (Date.parse(YEAR.to) - FROM) / spiked.length;
        const steps = spiked.map((figure, index) =>
          step({ at: new Date(Math.floor(FROM + index * between)).toISOString(), figure: String(figure), threshold: null }),
        );
        const svg = toSvg(simulation(steps, YEAR), { width, theme: "light" });
        const heights = spotsOf(lineIn(svg, LIGHT.figure) ?? expect.fail("no line")).map(({ y }) => y);
        const highest = Math.max(...spiked);
        // Two figures and their heights say where any other figure must stand.
        const scale = (Math.max(...heights) - Math.min(...heights)) / (highest + 1000);
        const last = Math.max(...heights) - ((spiked.at(-1) ?? 0) + 1000) * scale;
        expect(heights.at(-1)).toBeCloseTo(last, 0);
        expect(description(svg)).toContain("lowest -USD 1,000.00 on");
        return spiked.length > 2 * width;
      },
      { runs: 40, exercised: 12 },
    );
  });
});
