import { describe, expect, it } from "vitest";
import { placedBeside, type Wanted } from "../../src/plot/amounts-beside.js";
import type { Corner } from "../../src/plot/step-line.js";
import { SMALL, widthOf } from "../../src/plot/text-size.js";

const bounds = { left: 10, right: 310, top: 20, bottom: 220 };
const rounded = (x: number): number => Math.round(x * 100) / 100;
const half = rounded(widthOf("abc", SMALL) / 2);

const at = (x: number, y: number, text = "abc"): Wanted => ({ x, y, text });
const mark = (left: number, right: number, top: number, bottom: number) => ({ left, right, top, bottom });
const placed = (wanted: readonly Wanted[], { marks = [] as ReturnType<typeof mark>[], line = [] as Corner[], upwards = true } = {}) =>
  placedBeside(wanted, marks, line, bounds, upwards).map(({ x, y, text }) => [rounded(x), y, text]);

describe("a text beside a mark stands", () => {
  it("above it, or below it where that is tried first", () => {
    expect(placed([at(100, 100)])).toEqual([[100, 90, "abc"]]);
    expect(placed([at(100, 100)], { upwards: false })).toEqual([[100, 118, "abc"]]);
  });

  it("on the other side where there is no room for it, to the last pixel", () => {
    expect(placed([at(100, 40)])).toEqual([[100, 30, "abc"]]);
    expect(placed([at(100, 39.9)])).toEqual([[100, 57.9, "abc"]]);
    expect(placed([at(100, 200)], { upwards: false })).toEqual([[100, 218, "abc"]]);
    expect(placed([at(100, 200.1)], { upwards: false })).toEqual([[100, 190.1, "abc"]]);
  });

  it("moved inwards at the left and at the right", () => {
    expect(placed([at(12, 100)])).toEqual([[rounded(bounds.left + half), 90, "abc"]]);
    expect(placed([at(309, 100)])).toEqual([[rounded(bounds.right - half), 90, "abc"]]);
  });

  it("nowhere where it is wider than all there is, and there where it is just as wide", () => {
    const wide = "abc".repeat(13); // 294.84 of 300 pixels
    expect(placed([at(160, 100, wide)])).toHaveLength(1);
    expect(placed([at(160, 100, `${wide}a`)])).toEqual([]);
  });

  const above = mark(95, 105, 80, 95);
  const below = mark(95, 105, 108, 130);

  it("below, then right, then left of it, then across its corners, where marks are in the way", () => {
    const right = mark(108, 200, 94, 106);
    const left = mark(0, 92, 94, 106);
    expect(placed([at(100, 100)], { marks: [above] })).toEqual([[100, 118, "abc"]]);
    expect(placed([at(100, 100)], { marks: [above, below] })).toEqual([[rounded(108 + half), 104, "abc"]]);
    expect(placed([at(100, 100)], { marks: [above, below, right] })).toEqual([[rounded(92 - half), 104, "abc"]]);
    const narrow = [mark(98, 102, 80, 95), mark(98, 102, 108, 130), right, left];
    expect(placed([at(100, 100)], { marks: narrow })).toEqual([[rounded(97 - half), 90, "abc"]]);
    expect(placed([at(100, 100)], { marks: [...narrow, mark(50, 97, 80, 93)] })).toEqual([[rounded(103 + half), 90, "abc"]]);
    expect(placed([at(100, 100)], { marks: [...narrow, mark(50, 97, 80, 93), mark(103, 160, 80, 93)] })).toEqual([
      [rounded(97 - half), 118, "abc"],
    ]);
    const closed = [...narrow, mark(50, 160, 80, 93), mark(50, 97, 108, 130)];
    expect(placed([at(100, 100)], { marks: closed })).toEqual([[rounded(103 + half), 118, "abc"]]);
    expect(placed([at(100, 100)], { marks: [...closed, mark(103, 160, 108, 130)] })).toEqual([]);
  });

  it("beside what only touches it", () => {
    const free = [[100, 90, "abc"]];
    expect(placed([at(100, 100)], { marks: [mark(100 + half, 200, 80, 92)] })).toEqual(free);
    expect(placed([at(100, 100)], { marks: [mark(0, 100 - half, 80, 92)] })).toEqual(free);
    expect(placed([at(100, 100)], { marks: [mark(90, 110, 92, 95)] })).toEqual(free);
    expect(placed([at(100, 100)], { marks: [mark(90, 110, 60, 80)] })).toEqual(free);
  });

  it("four pixels at least from another, to the left and to the right", () => {
    const above = 90;
    const aside = (by: number): number | undefined => placed([at(100, 100), at(100 + by, 100)])[1]?.[1] as number;
    expect(aside(2 * half + 4.01)).toBe(above);
    expect(aside(2 * half + 3.99)).toBe(118);
    expect(aside(-2 * half - 4.01)).toBe(above);
    expect(aside(-2 * half - 3.99)).toBe(118);
  });

  it("four from the first of three, though it stands just above the second", () => {
    expect(placed([at(100, 100), at(200, 100), at(100, 101)])).toEqual([
      [100, 90, "abc"],
      [200, 90, "abc"],
      [100, 119, "abc"],
    ]);
  });
});

describe("the line is never beneath a text", () => {
  const level = (y: number, from: number, to: number): Corner[] => [
    { x: from, y },
    { x: to, y },
  ];
  const freely = 90;
  const heightAt = (line: Corner[]): number | undefined => placed([at(100, 100)], { line })[0]?.[1] as number;

  it("neither where it runs level nor where it ends within", () => {
    expect(heightAt(level(86, 0, 300))).toBe(118);
    expect(heightAt(level(86, 95, 96))).toBe(118);
    expect(heightAt(level(86, 0, 100 - half))).toBe(118);
    expect(heightAt(level(86, 100 + half, 300))).toBe(118);
    expect(heightAt([{ x: 100, y: 86 }])).toBe(118);
  });

  it("but may touch it from above and from below, and end before it and begin after it", () => {
    expect(heightAt(level(92, 0, 300))).toBe(freely);
    expect(heightAt(level(91.9, 0, 300))).toBe(118);
    expect(heightAt(level(80, 0, 300))).toBe(freely);
    expect(heightAt(level(80.1, 0, 300))).toBe(118);
    expect(heightAt(level(86, 0, 99 - half - 1))).toBe(freely);
    expect(heightAt(level(86, 101 + half, 300))).toBe(freely);
  });

  it("nor where it leaps, up or down", () => {
    const leap = (from: number, to: number): Corner[] => [
      { x: 0, y: from },
      { x: 100, y: to },
      { x: 300, y: to },
    ];
    expect(heightAt(leap(70, 95))).toBe(placed([at(100, 100)], { marks: [mark(100, 100.5, 70, 95), mark(100, 300, 94, 96)] })[0]?.[1]);
    expect(heightAt(leap(70, 95))).not.toBe(freely);
    expect(heightAt(leap(95, 70))).not.toBe(freely);
    expect(heightAt(leap(60, 70))).toBe(freely);
  });

  it("but where it is not known, there is none", () => {
    expect(
      heightAt([
        { x: 0, y: 60 },
        { x: 50, y: null },
        { x: 150, y: 60 },
      ]),
    ).toBe(freely);
    expect(
      heightAt([
        { x: 0, y: null },
        { x: 150, y: 86 },
      ]),
    ).toBe(freely);
    expect(
      heightAt([
        { x: 60, y: 86 },
        { x: 100, y: null },
        { x: 150, y: 60 },
      ]),
    ).toBe(118);
  });
});
