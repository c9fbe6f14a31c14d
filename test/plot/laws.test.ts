import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidInputError } from "../../src/index.js";
import { toSvg } from "../../src/plot/index.js";
import { holds } from "../properties/support/law.js";
import { deepFreeze } from "../support/build.js";
import { looks, simulations } from "./support/drawn.js";
import { extentOf, spotsOf } from "./support/geometry.js";
import { description, named, nodes, parse } from "./support/parse.js";

const drawn = fc.record({ simulation: simulations, look: looks });

describe("whatever the simulation and the look,", () => {
  it("the picture is well-formed XML of a few kinds of elements, none of which runs anything", () => {
    const known = ["svg", "title", "desc", "style", "rect", "path", "text"];
    holds(
      drawn,
      ({ simulation, look }) => {
        const root = parse(toSvg(simulation, look));
        expect(root.name).toBe("svg");
        for (const { name, attributes } of nodes(root)) {
          expect(known).toContain(name);
          expect(Object.keys(attributes).filter((key) => /^on|href/i.test(key))).toEqual([]);
        }
        return /[<>&]/.test(simulation.accountId + simulation.profileId);
      },
      { runs: 150, exercised: 14 },
    );
  });

  it("its text alternative is found by ids that it alone has", () => {
    holds(
      drawn,
      ({ simulation, look }) => {
        const root = parse(toSvg(simulation, look));
        const ids = nodes(root).flatMap(({ attributes }) => attributes.id ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        const named = (root.attributes["aria-labelledby"] ?? "").split(" ");
        expect(named.map((id) => nodes(root).find(({ attributes }) => attributes.id === id)?.name)).toEqual(["title", "desc"]);
        return root.attributes.role === "img";
      },
      { runs: 60, exercised: 60 },
    );
  });

  it("every coordinate is a number within the picture", () => {
    holds(
      drawn,
      ({ simulation, look }) => {
        const root = parse(toSvg(simulation, look));
        const [, , width = 0, height = 0] = (root.attributes.viewBox ?? "").split(" ").map(Number);
        const spots = named(root, "path").flatMap(spotsOf);
        for (const { x, y } of spots) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(height);
        }
        return spots.length > 20;
      },
      { runs: 150, exercised: 120 },
    );
  });

  it("no text runs out of the picture", () => {
    holds(
      drawn,
      ({ simulation, look }) => {
        const root = parse(toSvg(simulation, look));
        const [, , width = 0, height = 0] = (root.attributes.viewBox ?? "").split(" ").map(Number);
        const texts = named(root, "text").map(extentOf);
        for (const { left, right, base } of texts) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(width);
          expect(base).toBeGreaterThan(10);
          expect(base).toBeLessThan(height);
        }
        return texts.length > 5;
      },
      { runs: 150, exercised: 100 },
    );
  });

  it("what was paid, failed, is not settled and was blocked is counted as the steps say", () => {
    holds(
      drawn,
      ({ simulation }) => {
        const counted = countedIn(simulation.steps);
        const told = description(toSvg(simulation));
        expect(/Top-ups: (\d+) paid.*, (\d+) not settled.*, (\d+) failed.* Blocked: (\d+)\.$/.exec(told)?.slice(1).map(Number)).toEqual(
          counted,
        );
        return counted.every((count) => count > 0);
      },
      { runs: 200, exercised: 2 },
    );
  });

  it("the same is drawn again, and nothing is changed by it", () => {
    holds(
      drawn,
      ({ simulation, look }) => {
        const steps = deepFreeze([...simulation.steps]);
        const frozen = Object.freeze({ ...simulation, steps });
        expect(toSvg(frozen, deepFreeze({ ...look }))).toBe(toSvg(simulation, { ...look }));
        return steps.length > 0;
      },
      { runs: 60, exercised: 45 },
    );
  });
});

/** Paid, not settled, failed, blocked. */
function countedIn(steps: Iterable<{ attempted: unknown; settled: readonly unknown[]; decision: { outcome: string } | null }>): number[] {
  const known = new Map<string, string>();
  let blocked = 0;
  for (const { attempted, settled, decision } of steps) {
    for (const { topupId, status } of settled as { topupId: string; status: string }[]) known.set(topupId, status);
    if (attempted !== null) known.set((attempted as { topupId: string }).topupId, (attempted as { status: string }).status);
    if (decision?.outcome === "blocked") blocked += 1;
  }
  const count = (...statuses: string[]): number => [...known.values()].filter((status) => statuses.includes(status)).length;
  return [count("paid"), count("pending", "unknown"), count("failed", "voided"), blocked];
}

describe("whatever else is passed", () => {
  it("is refused with an InvalidInputError, or drawn", () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withObjectString: true });
    const refused = (call: () => string): boolean => {
      try {
        expect(call()).toMatch(/^<svg/);
        return false;
      } catch (error) {
        if (error instanceof InvalidInputError) return true;
        throw error;
      }
    };
    holds(
      fc.tuple(anything, simulations, fc.constantFrom("steps", "from", "unit", "basis", "timeZone")),
      ([value, simulation, key]) =>
        refused(() => toSvg(value as never)) &&
        refused(() => toSvg(simulation, value as never)) !== (value == null) &&
        refused(() => toSvg({ ...simulation, [key]: value } as never)),
      { runs: 300, exercised: 200 },
    );
  });
});
