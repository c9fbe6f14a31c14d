import { describe, expect, it } from "vitest";
import { differences } from "../../../src/vendors/safe/differences.js";

describe("differences", () => {
  it.each<[unknown, unknown, unknown]>([
    ["a", "a", []],
    ["a", "b", [[]]],
    [1, "1", [[]]],
    [null, {}, [[]]],
    [{ a: 1, b: { c: 2 } }, { a: 1, b: { c: 2 } }, []],
    [{ a: 1, b: { c: 2 } }, { a: 2, b: { c: 3 } }, [["a"], ["b", "c"]]],
    [{ a: 1 }, { a: 1, b: 1 }, [["b"]]],
    [{ a: 1, b: undefined }, { a: 1 }, []],
  ])("are at the innermost paths: %j and %j", (a, b, paths) => {
    expect(differences(a, b)).toEqual(paths);
    expect(differences(b, a)).toEqual(paths);
  });

  it.each<[unknown, unknown, unknown]>([
    [[], [], []],
    [[1, 2], [1, 2], []],
    [[1], [2], [["list"]]],
    [[1], [1, 2], [["list"]]],
    [[], [1], [["list"]]],
    [[{ a: 1 }], [{ a: 1 }], []],
    [[{ a: 1 }], [{ a: 2 }], [["list"]]],
    [[[1]], [[1]], []],
    [[[1]], [[2]], [["list"]]],
    [[], null, [["list"]]],
    [[], "", [["list"]]],
  ])("are of a list as a whole: %j and %j", (a, b, paths) => {
    expect(differences({ list: a }, { list: b })).toEqual(paths);
    expect(differences({ list: b }, { list: a })).toEqual(paths);
  });
});
