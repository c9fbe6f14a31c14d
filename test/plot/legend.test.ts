import { describe, expect, it } from "vitest";
import { EDGE } from "../../src/plot/frame.js";
import { type LegendItem, legendRows } from "../../src/plot/legend.js";
import { SMALL, widthOf } from "../../src/plot/text-size.js";

const item = (text: string): LegendItem => ({ swatch: "paid", text });
const swatch = 24;
const between = 16;

describe("the items of the legend", () => {
  const [a, b] = ["1 paid", "1 failed"];
  const both = EDGE + swatch + widthOf(a, SMALL) + between + swatch + widthOf(b, SMALL) + EDGE;
  const texts = (width: number): string[][] => legendRows([item(a), item(b)], width).map((row) => row.map(({ text }) => text));

  it("stand in one row where there is just room for them, else in two", () => {
    expect(texts(both)).toEqual([[a, b]]);
    expect(texts(both - 0.01)).toEqual([[a], [b]]);
  });

  it("begin each row at the edge", () => {
    expect(legendRows([item(a), item(b)], both).map((row) => row.map(({ x }) => x))).toEqual([
      [EDGE, EDGE + swatch + widthOf(a, SMALL) + between],
    ]);
    expect(legendRows([item(a), item(b)], both - 1).map((row) => row.map(({ x }) => x))).toEqual([[EDGE], [EDGE]]);
  });

  it("are cut where a row is too short for one", () => {
    const alone = EDGE + swatch + widthOf(b, SMALL) + EDGE;
    expect(texts(alone)).toEqual([[a], [b]]);
    expect(texts(alone - 1)).toEqual([[a], ["1 fail…"]]);
  });

  it("are none where there is nothing", () => {
    expect(legendRows([], 300)).toEqual([]);
  });
});
