import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import type { InputIssue, IssueCode } from "../../src/base/errors.js";
import { isPlainObject, strayDates, survey } from "../../src/base/plain.js";

type Path = InputIssue["path"];

class Money {
  readonly amount = "5";
}

const issue = (path: Path, code: IssueCode, message: string): InputIssue => ({ path, code, message });
const functions = (count: number): (() => void)[] => Array.from({ length: count }, () => () => undefined);
/** `depth` objects, one in the other, under the key `in`. */
const nested = (depth: number, core: unknown): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => ({ in: inner }), core);
const within = (depth: number): Path => Array.from({ length: depth }, () => "in");

describe("a survey of plain data", () => {
  it.each([[undefined], [null], [""], ["text"], [0], [-1.5], [true], [false], [{}], [[]], [{ a: null, b: undefined, c: [1, [2], {}] }]])(
    "finds nothing amiss in %o, and gives the like of it",
    (value) => {
      const { plain, issues, endless, dates, isCutShort } = survey(value);
      expect(plain).toStrictEqual(value);
      expect({ issues, endless, dates, isCutShort }).toEqual({ issues: [], endless: [], dates: [], isCutShort: false });
    },
  );

  it("gives a copy at every level, with the keys in their order", () => {
    const value = { b: [{ z: 1, a: 2 }], a: { c: 3 } };
    const { plain } = survey(value) as { plain: typeof value };
    expect(JSON.stringify(plain)).toBe('{"b":[{"z":1,"a":2}],"a":{"c":3}}');
    expect([plain === value, plain.b === value.b, plain.b[0] === value.b[0], plain.a === value.a]).toEqual([false, false, false, false]);
  });

  it("takes the own enumerable keys alone", () => {
    const value = Object.defineProperty({ shown: 1 }, "hidden", { value: () => undefined, enumerable: false });
    const { plain, issues } = survey(value);
    expect(plain).toStrictEqual({ shown: 1 });
    expect(issues).toEqual([]);
  });

  it("asks for each property once", () => {
    let asked = 0;
    const value = {
      get a() {
        return ++asked;
      },
    };
    expect(survey([value, value]).plain).toEqual([{ a: 1 }, { a: 1 }]);
    expect(asked).toBe(1);
  });

  it("gives what stands in several places as one copy, and tells its faults once", () => {
    const shared = { figure: Number.NaN, list: [] };
    const { plain, issues, endless } = survey({ first: shared, list: [shared.list], second: { shared } });
    const copy = plain as { first: typeof shared; list: unknown[]; second: { shared: unknown } };
    expect(copy.second.shared).toBe(copy.first);
    expect(copy.list[0]).toBe(copy.first.list);
    expect(copy.first).not.toBe(shared);
    expect(issues).toEqual([]);
    expect(endless).toEqual([issue(["first", "figure"], "invalid_number", "must be a finite number")]);
  });
});

describe("a survey tells what is no plain data", () => {
  it.each<[string, unknown, Path, IssueCode, string]>([
    ["a function", { a: () => 1 }, ["a"], "not_plain_data", "is a function, not plain data"],
    ["a symbol", { a: Symbol("a") }, ["a"], "not_plain_data", "is a symbol, not plain data"],
    ["a big integer", { a: 1n }, ["a"], "not_plain_data", "is a bigint, not plain data"],
    ["an instance of a class", { a: new Money() }, ["a"], "not_plain_data", "is an instance of a class, not plain data"],
    ["a map", { a: new Map() }, ["a"], "not_plain_data", "is an instance of a class, not plain data"],
    ["a symbol as a key", { a: { [Symbol("k")]: 1 } }, ["a"], "not_plain_data", "has a symbol as a key"],
    ["`__proto__` as a key", { a: JSON.parse('{"__proto__":{"x":1}}') }, ["a", "__proto__"], "forbidden_key", "must not be a key"],
    ["a gap in a list", { a: [0, undefined] }, ["a", 1], "required", "is required"],
    ["the whole", () => 1, [], "not_plain_data", "is a function, not plain data"],
  ])("%s", (_, value, path, code, message) => {
    expect(survey(value).issues).toEqual([issue(path, code, message)]);
    expect(survey(value).endless).toEqual([]);
  });

  it("and goes on after each, so that each is told where it stands", () => {
    const poisoned = JSON.parse('{"__proto__":1}') as object;
    const value = { a: { p: poisoned, b: [0, { c: 1n }, new Money(), undefined, 2n] }, d: () => 1 };
    expect(survey(value).issues.map(({ path, code }) => `${path.join(".")}: ${code}`)).toEqual([
      "a.p.__proto__: forbidden_key",
      "a.b.1.c: not_plain_data",
      "a.b.2: not_plain_data",
      "a.b.3: required",
      "a.b.4: not_plain_data",
      "d: not_plain_data",
    ]);
  });

  it("and leaves `__proto__` out of the copy, whose prototype it would be", () => {
    const { plain } = survey(JSON.parse('{"a":1,"__proto__":{"x":1},"b":2}'));
    expect(Object.entries(plain as object)).toEqual([
      ["a", 1],
      ["b", 2],
    ]);
    expect(Object.getPrototypeOf(plain)).toBe(Object.prototype);
  });

  it("and reads the rest of what has a symbol as a key", () => {
    expect(survey({ [Symbol("k")]: 1, a: 2n }).issues.map(({ message }) => message)).toEqual([
      "has a symbol as a key",
      "is a bigint, not plain data",
    ]);
  });

  it("and a gap in a list has its place in the copy", () => {
    // eslint-disable-next-line no-sparse-arrays -- the gap is what is meant
    expect(survey([1, , 3]).plain).toStrictEqual([1, undefined, 3]);
  });

  it("and keeps it as it is", () => {
    const money = new Money();
    expect((survey({ money }).plain as { money: Money }).money).toBe(money);
  });
});

describe("a survey tells NaN and the infinities apart from the rest", () => {
  it("where each stands", () => {
    const { plain, issues, endless } = survey({
      a: Number.NaN,
      b: [1, Number.POSITIVE_INFINITY],
      c: Number.NEGATIVE_INFINITY,
      d: Number.MAX_VALUE,
    });
    expect(endless).toEqual([["a"], ["b", 1], ["c"]].map((path) => issue(path, "invalid_number", "must be a finite number")));
    expect(issues).toEqual([]);
    expect(plain).toEqual({ a: Number.NaN, b: [1, Number.POSITIVE_INFINITY], c: Number.NEGATIVE_INFINITY, d: Number.MAX_VALUE });
  });
});

describe("a survey tells where dates stand", () => {
  it("and keeps them, of whatever realm, since an instant may be one", () => {
    const date = new Date(0);
    const foreign: unknown = runInNewContext("new Date(0)");
    const { plain, issues, dates } = survey({ a: date, b: [{ c: foreign }], d: date });
    expect(dates).toEqual([["a"], ["b", 0, "c"], ["d"]]);
    expect((plain as { a: unknown }).a).toBe(date);
    expect(issues).toEqual([]);
    expect(survey(date).dates).toEqual([[]]);
  });

  it("and one that became no text of an instant is a fault", () => {
    const dates = [["a"], ["b", 0, "c"], ["d"]];
    expect(strayDates(dates, { a: "1970-01-01T00:00:00.000Z", b: [{ c: new Date(0) }], d: 0 })).toEqual([
      issue(["b", 0, "c"], "invalid_type", "must not be a Date"),
      issue(["d"], "invalid_type", "must not be a Date"),
    ]);
    expect(strayDates([["a"]], { a: "" })).toEqual([]);
    expect(strayDates([], new Date(0))).toEqual([]);
    expect(strayDates([[]], new Date(0))).toEqual([issue([], "invalid_type", "must not be a Date")]);
  });
});

describe("a survey of what has no end", () => {
  it("tells what stands in itself, there where it does", () => {
    const circle: Record<string, unknown> = { a: { list: [] } };
    (circle as { a: { list: unknown[] } }).a.list.push(circle);
    const { plain, issues } = survey({ circle });
    expect(issues).toEqual([issue(["circle", "a", "list", 0], "not_plain_data", "stands in itself")]);
    const copy = (plain as { circle: typeof circle }).circle as { a: { list: unknown[] } };
    expect(copy.a.list[0]).toBe(copy);
  });

  it("goes 16 levels deep, and no further", () => {
    expect(survey(nested(16, "core"))).toMatchObject({ plain: nested(16, "core"), issues: [] });
    expect(survey(nested(16, {}))).toMatchObject({ plain: nested(16, {}), issues: [] });
    expect(survey(nested(17, "core"))).toMatchObject({ plain: nested(17, "core"), issues: [] });
    const tooDeep = [issue(within(17), "too_deep", "is nested deeper than 16 levels")];
    expect(survey(nested(17, {})).issues).toEqual(tooDeep);
    expect(survey(nested(17, [])).issues).toEqual(tooDeep);
    expect(survey(nested(17, { a: 1n })).issues).toEqual(tooDeep);
    expect(survey(nested(17, [1n])).issues).toEqual(tooDeep);
    expect(survey(nested(17, { a: 1 })).plain).toStrictEqual(nested(17, {}));
  });
});

describe("a survey ends at a thousand issues", () => {
  it("of a list", () => {
    expect(survey(functions(999))).toMatchObject({ isCutShort: false });
    const { plain, issues, isCutShort } = survey(functions(1001));
    expect([(plain as unknown[]).length, issues.length, isCutShort]).toEqual([1000, 1000, true]);
  });

  it("of an object", () => {
    expect(survey({ ...functions(999) })).toMatchObject({ isCutShort: false });
    const { plain, issues, isCutShort } = survey({ ...functions(1001) });
    expect([Object.keys(plain as object).length, issues.length, isCutShort]).toEqual([1000, 1000, true]);
  });

  it("of which numbers without end are some", () => {
    expect(survey([...functions(500), ...Array.from({ length: 499 }, () => Number.NaN)]).isCutShort).toBe(false);
    const { issues, endless, isCutShort } = survey([...functions(500), ...Array.from({ length: 501 }, () => Number.NaN)]);
    expect([issues.length, endless.length, isCutShort]).toEqual([500, 500, true]);
  });
});

describe("a plain object", () => {
  it.each<[string, unknown, boolean]>([
    ["one written out", {}, true],
    ["one without a prototype", Object.create(null), true],
    ["one of another realm", runInNewContext("({})"), true],
    ["one whose prototype has none", Object.create(Object.create(null) as object), true],
    ["one whose prototype is another", Object.create({}), false],
    ["an instance of a class", new Money(), false],
    ["a list", [], false],
    ["a date", new Date(0), false],
    ["a function", () => undefined, false],
    ["null", null, false],
    ["nothing", undefined, false],
    ["text", "text", false],
  ])("%s: %s", (_, value, expected) => {
    expect(isPlainObject(value)).toBe(expected);
  });
});
