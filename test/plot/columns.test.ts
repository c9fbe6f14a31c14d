import { describe, expect, it } from "vitest";
import { columnOf, seriesOf } from "../../src/plot/columns.js";

const span = { fromMs: 0, toMs: 100 };

describe("of ten columns", () => {
  it("each begins where the one before it ends, and the end lies in the last", () => {
    expect([0, 9.9, 10, 99.9, 100].map((ms) => columnOf(span, 10, ms))).toEqual([0, 0, 1, 9, 9]);
  });
});

describe("of each column is kept", () => {
  const kept = (values: readonly (number | null)[], columns = 1): (number | null)[] => {
    const series = seriesOf(span, columns);
    values.forEach((value, index) => {
      series.add(index, value);
    });
    return series.points().map(({ value }) => value);
  };

  it("the first, the lowest, the highest and the last point, in order", () => {
    expect(kept([5, 6, 1, 4, 9, 3, 7])).toEqual([5, 1, 9, 7]);
    expect(kept([-5, -6, -9, -4, -1, -3, -7])).toEqual([-5, -9, -1, -7]);
  });

  it("the lowest and the highest of what is known, on either side of nought", () => {
    expect(kept([null, 5, 3, 4])).toEqual([null, 5, 3, 4]);
    expect(kept([null, -5, -3, -4])).toEqual([null, -5, -3, -4]);
    expect(kept([2, null, 5, null])).toEqual([2, 5, null]);
  });

  it("nothing that is as it was", () => {
    expect(kept([null, null, 0, 0, 1, 1, 0], 100)).toEqual([null, 0, 1, 0]);
    expect(kept([])).toEqual([]);
  });
});
