import { describe, expect, it } from "vitest";
import { blockedLane } from "../../src/plot/blocked-lane.js";
import { newBlockedRuns } from "../../src/plot/blocked-runs.js";
import { REACH } from "../../src/plot/shapes.js";
import { SMALL, widthOf } from "../../src/plot/text-size.js";
import { FROM, TO } from "./support/build.js";
import { named } from "./support/parse.js";
import { drawn, sceneOf } from "./support/scene.js";

describe("blocked attempts are one run", () => {
  it("for as long as none is further from the one before it than the gap, and counted by reason", () => {
    const { runs, add } = newBlockedRuns(10);
    add("2026-06-01T00:00:00.000Z", "cooldown");
    add("2026-06-01T00:00:00.010Z", "suspended");
    add("2026-06-01T00:00:00.020Z", "cooldown");
    add("2026-06-01T00:00:00.031Z", "cooldown");
    expect(runs.map(({ firstAt, lastAt, count, reasons }) => [firstAt.slice(20, 23), lastAt.slice(20, 23), count, [...reasons]])).toEqual([
      [
        "000",
        "020",
        3,
        [
          ["cooldown", 2],
          ["suspended", 1],
        ],
      ],
      ["031", "031", 1, [["cooldown", 1]]],
    ]);
  });
});

/** The lane of one run that is so many pixels long, where the plot goes so far beyond its beginning. */
function lane(length: number, { count = 2, right = 1000 } = {}): { paths: number; texts: (string | undefined)[] } {
  const scene = sceneOf([]);
  const run = { firstAt: FROM, lastAt: TO, count, reasons: new Map([["cooldown" as const, count]]) };
  const root = drawn(
    blockedLane({
      ...scene,
      gathered: { ...scene.gathered, blocked: [run] },
      frame: { ...scene.frame, right },
      x: (ms) => (ms === Date.parse(FROM) ? 0 : length),
    }),
  );
  return { paths: named(root, "path").length, texts: named(root, "text").map(({ attributes }) => attributes["text-anchor"]) };
}

describe("in the lane of what was blocked", () => {
  const counted = widthOf("×2", SMALL) + 4;

  it("a run of a pixel has a bar and two ends; a shorter one is one mark", () => {
    expect(lane(1).paths).toBe(3);
    expect(lane(0.9).paths).toBe(1);
  });

  it("the count stands within a bar that is longer than it and the ends, else behind it", () => {
    expect(lane(counted + 4 * REACH + 0.1).texts).toEqual(["middle"]);
    expect(lane(counted + 4 * REACH).texts).toEqual(["start"]);
  });

  it("the count stands behind where there is just room for it, else nowhere", () => {
    expect(lane(0, { right: REACH + counted }).texts).toEqual(["start"]);
    expect(lane(0, { right: REACH + counted - 0.01 }).texts).toEqual([]);
  });

  it("one attempt has no count", () => {
    expect(lane(0, { count: 1 }).texts).toEqual([]);
  });
});
