import { describe, expect, it } from "vitest";
import { drawnLines, travelled } from "../../src/plot/lines.js";
import { LIGHT } from "../../src/plot/palette.js";
import { cornersOf } from "../../src/plot/step-line.js";
import { FROM, step } from "./support/build.js";
import { named, type Node } from "./support/parse.js";
import { drawn, sceneOf } from "./support/scene.js";

const strokes = (root: Node): string[] => named(root, "path").flatMap(({ attributes }) => attributes.stroke ?? []);

describe("there is no line", () => {
  it("of a figure that is never known, and it is said so beside the threshold and the limit", () => {
    const root = drawn(drawnLines(sceneOf([step({ at: FROM, figure: null, threshold: "10", limit: "20" })])));
    expect(strokes(root)).toEqual([LIGHT.threshold, LIGHT.limit]);
    expect(named(root, "text").map(({ text }) => text)).toEqual(["no figure is known"]);
  });

  it("of a threshold or a limit that there is not", () => {
    const root = drawn(drawnLines(sceneOf([step({ at: FROM, figure: "5", threshold: null })])));
    expect(strokes(root)).toEqual([LIGHT.figure]);
    expect(root.text).toBe("");
    expect(named(root, "text")).toEqual([]);
  });

  it("at all where nothing is known", () => {
    const root = drawn(drawnLines(sceneOf([])));
    expect(strokes(root)).toEqual([]);
    expect(named(root, "text")).toHaveLength(1);
  });
});

describe("a line", () => {
  it("travels as far as it goes up and down, and nowhere where it is not known", () => {
    const heights = (...ys: (number | null)[]): number => travelled(ys.map((y, x) => ({ x, y })));
    expect(heights(10, 30, 30, 5)).toBe(45);
    expect(heights(10, null, 30, 35)).toBe(5);
    expect(heights(null, 10, 30, null)).toBe(20);
    expect(heights()).toBe(0);
  });

  it("is thinner where it travels more than twelve pixels for each across", () => {
    const widthAt = (height: number): string | undefined => {
      const scene = sceneOf([step({ at: FROM, figure: "0", threshold: null }), step({ at: "2026-06-09T00:00:00.000Z", figure: "1" })]);
      const frame = { ...scene.frame, left: 10, right: 20 };
      return named(drawn(drawnLines({ ...scene, frame, y: (value) => value * height })), "path").find(
        ({ attributes }) => attributes.stroke === LIGHT.figure,
      )?.attributes["stroke-width"];
    };
    expect(widthAt(120)).toBe("2");
    expect(widthAt(120.1)).toBe("1.2");
  });

  it("holds its last figure until it is unknown, and until the end", () => {
    const points = [
      { ms: 0, value: 1 },
      { ms: 5, value: null },
      { ms: 7, value: 2 },
    ];
    const known = cornersOf(
      points,
      9,
      (ms) => ms * 10,
      (value) => value * 100,
    ).filter(({ y }) => y !== null);
    expect(known).toEqual([
      { x: 0, y: 100 },
      { x: 50, y: 100 },
      { x: 70, y: 200 },
      { x: 90, y: 200 },
    ]);
  });
});
