import { describe, expect, it } from "vitest";
import { InvalidInputError } from "../../src/index.js";
import { toSvg } from "../../src/plot/index.js";
import { faults, issues } from "../support/faults.js";
import { FROM, simulation, step, TO, topup } from "./support/build.js";
import { named, nodes, parse } from "./support/parse.js";

const quiet = step({ at: FROM, figure: "1" });

describe("options are refused", () => {
  it.each<[unknown, string]>([
    [{ width: 239 }, "width: out_of_range"],
    [{ width: 4001 }, "width: out_of_range"],
    [{ width: Number.NaN }, "width: invalid_number"],
    [{ width: "720" }, "width: invalid_number"],
    [{ height: Infinity }, "height: invalid_number"],
    [{ theme: "sepia" }, "theme: invalid_value"],
    [{ theme: null }, "theme: invalid_type"],
    [{ locale: "not a locale" }, "locale: invalid_locale"],
    [{ locale: 5 }, "locale: invalid_type"],
    [{ title: 5 }, "title: invalid_type"],
    [{ timeZone: "Mars/Olympus" }, "timeZone: invalid_time_zone"],
    [{ idPrefix: "1st" }, "idPrefix: invalid_id"],
    [{ idPrefix: 'a" onload="x' }, "idPrefix: invalid_id"],
    [{ idPrefix: "" }, "idPrefix: invalid_id"],
    [{ widht: 300 }, "widht: unknown_key"],
    [JSON.parse('{ "__proto__": { "width": 300 } }'), "__proto__: forbidden_key"],
    [new Map(), ": not_plain_data"],
    [5, ": invalid_type"],
    [() => 5, ": not_plain_data"],
  ])("%j", (options, fault) => {
    const found = faults(() => toSvg(simulation([quiet]), options as never));
    expect(found.some((each) => each === fault || (fault.startsWith("theme: ") && each.startsWith("theme: ")))).toBe(true);
  });

  it("with a word why where the prefix of ids is none", () => {
    expect(issues(() => toSvg(simulation([quiet]), { idPrefix: "1st" })).map(({ message }) => message)).toEqual([
      "must be a letter or _ and up to 63 more letters, digits, _ or -",
    ]);
  });

  it("with an accessor that throws", () => {
    const options = {
      get width(): number {
        throw new TypeError("no");
      },
    };
    expect(faults(() => toSvg(simulation([quiet]), options))).toEqual([": not_plain_data"]);
  });
});

describe("null says the same as left out", () => {
  it("for each option but the theme", () => {
    const nothing = { width: null, height: null, locale: null, title: null, timeZone: null, idPrefix: null };
    expect(toSvg(simulation([quiet]), nothing)).toBe(toSvg(simulation([quiet])));
    expect(toSvg(simulation([quiet]), null as never)).toBe(toSvg(simulation([quiet])));
  });
});

describe("a simulation is refused", () => {
  it.each<[string, object, string[]]>([
    ["without a profile", { profileId: undefined }, ["profileId: required"]],
    ["with an account that is a number", { accountId: 5 }, ["accountId: invalid_type"]],
    ["in a currency that is none", { currency: "XXX" }, ["currency: invalid_currency"]],
    ["of no known basis", { basis: "mood" }, ["basis: invalid_value"]],
    ["in a zone that is none", { timeZone: "Mars/Olympus" }, ["timeZone: invalid_time_zone"]],
    ["that ends as it begins", { to: FROM }, ["to: conflict"]],
    ["without steps", { steps: undefined }, ["steps: required"]],
    ["with steps that nothing gives", { steps: 5 }, ["steps: invalid_type"]],
    ["with a text for steps", { steps: "abc" }, ["steps: invalid_type"]],
    ["with steps that are an object", { steps: {} }, ["steps: invalid_type"]],
    ["in a unit that is a number", { unit: 5 }, ["unit: invalid_type"]],
    ["that ends at no time", { to: "tomorrow" }, ["to: invalid_instant"]],
    ["with several faults, each told", { profileId: null, from: "yesterday" }, ["profileId: required", "from: invalid_instant"]],
  ])("%s", (_, over, expected) => {
    expect(faults(() => toSvg(simulation([quiet], over)))).toEqual(expected);
  });

  it.each<[string, unknown, string[]]>([
    ["is null", null, ["steps.1: required"]],
    ["is a number", 5, ["steps.1: invalid_type"]],
    ["has a figure that is a number", { ...quiet, reached: 5 }, ["steps.1.reached: invalid_amount"]],
    ["has a figure that is none", { ...quiet, after: { figure: "NaN" } }, ["steps.1.after.figure: invalid_amount"]],
    ["is at no time", { ...quiet, at: "soon" }, ["steps.1.at: invalid_instant"]],
    ["has nothing after it", { ...quiet, after: null }, ["steps.1.after: required"]],
    ["has a limit that is a number", { ...quiet, limit: 5 }, ["steps.1.limit: invalid_amount"]],
    ["has a figure of 101 digits", { ...quiet, reached: `-1${"0".repeat(100)}` }, ["steps.1.reached: out_of_range"]],
    ["has a figure beyond any picture", { ...quiet, reached: "9".repeat(350) }, ["steps.1.reached: out_of_range"]],
    ["has a threshold that is none", { ...quiet, threshold: "1e5" }, ["steps.1.threshold: invalid_amount"]],
    ["is before the one before it", { ...quiet, at: "2026-05-31T00:00:00Z" }, ["steps.1.at: conflict"]],
    ["is after the end", { ...quiet, at: "2026-07-02T00:00:00Z" }, ["steps.1.at: conflict"]],
    ["has an outcome that is none", { ...quiet, decision: { outcome: "maybe" } }, ["steps.1.decision.outcome: invalid_value"]],
    ["is blocked for no reason", { ...quiet, decision: { outcome: "blocked" } }, ["steps.1.decision.reason: required"]],
    ["attempts nothing known", { ...quiet, attempted: topup("t", "lost" as never) }, ["steps.1.attempted.status: invalid_value"]],
    ["attempts a top-up without an id", { ...quiet, attempted: topup("", "paid") }, ["steps.1.attempted.topupId: invalid_id"]],
    ["settles no list", { ...quiet, settled: { length: 1 } }, ["steps.1.settled: invalid_type"]],
    ["settles a hole", { ...quiet, settled: new Array(1) }, ["steps.1.settled.0: required"]],
    ["settles for no charge", { ...quiet, settled: [{ topupId: "t", status: "paid" }] }, ["steps.1.settled.0.charge: required"]],
  ])("of which a step %s", (_, bad, expected) => {
    expect(faults(() => toSvg(simulation([quiet, bad as never])))).toEqual(expected);
  });

  it.each<[string, unknown, string]>([
    ["has no profile", simulation([quiet], { profileId: undefined } as never), "is required"],
    ["ends as it begins", simulation([quiet], { to: FROM }), "must be later than from"],
    ["has steps that nothing gives", simulation(5 as never), "must be iterable"],
    ["has a step that is a number", simulation([5 as never]), "must be an object"],
    ["settles no list", simulation([{ ...quiet, settled: 5 } as never]), "must be a list"],
    [
      "comes to a figure beyond any picture",
      simulation([step({ at: FROM, figure: "9".repeat(101), reached: null })]),
      "must have no more than 100 digits before the point",
    ],
    ["goes back", simulation([step({ at: TO, figure: "1" }), quiet]), "must not be before the step before it, nor before from"],
    ["goes on after its end", simulation([step({ at: "2026-07-02T00:00:00Z", figure: "1" })]), "must not be after to"],
    [
      "throws",
      {
        get basis(): never {
          throw new TypeError("no");
        },
      },
      "cannot be read",
    ],
  ])("with a word why where it %s", (_, bad, message) => {
    expect(issues(() => toSvg(bad as never)).map((issue) => issue.message)).toEqual([message]);
  });

  it("but not for a step at its very end, nor for a figure of 100 digits", () => {
    expect(toSvg(simulation([step({ at: TO, figure: `-1${"0".repeat(99)}` })]))).toMatch(/^<svg/);
  });

  it("but not for figures of which no number can say how small they are", () => {
    const tiny = ["1", "7", "-2"].map((digit) => `${digit.slice(0, -1)}0.${"0".repeat(322)}${digit.at(-1)}`);
    const steps = tiny.map((figure) => step({ at: FROM, figure, threshold: null }));
    for (const some of [steps, steps.slice(0, 1)]) expect(toSvg(simulation(some))).toMatch(/^<svg/);
  });

  it("that cannot be read", () => {
    const unreadable = new Proxy(simulation([quiet]), {
      get: () => {
        throw new TypeError("no");
      },
    });
    expect(faults(() => toSvg(unreadable))).toEqual([": not_plain_data"]);
    const steps = {
      *[Symbol.iterator](): Generator<never> {
        yield* [];
        throw new RangeError("no");
      },
    };
    expect(faults(() => toSvg(simulation(steps)))).toEqual(["steps.0: not_plain_data"]);
  });

  it("with what its own steps refuse, as they say it", () => {
    const refusal = new InvalidInputError([{ path: ["timeline", 3], code: "conflict", message: "no" }]);
    const steps = {
      *[Symbol.iterator](): Generator<never> {
        yield* [];
        throw refusal;
      },
    };
    expect(() => toSvg(simulation(steps))).toThrow(refusal);
  });

  it("null, or nothing at all", () => {
    expect(faults(() => toSvg(null as never))).toEqual([": required"]);
    expect(faults(() => toSvg(undefined as never))).toEqual([": required"]);
  });
});

describe("text of a caller stays text", () => {
  const nasty = "</title><script>alert('1')</script>\u0000\u0008\ufffe\ud800<svg onload=\"x\">]]>&amp;";
  const shown = "</title><script>alert('1')</script><svg onload=\"x\">]]>&amp;";

  it("in ids and units, and in a title: escaped, without what XML does not admit", () => {
    const id = nasty.replace("\ud800", "");
    const svg = toSvg(simulation([quiet], { accountId: id, profileId: id, unit: id, to: TO }), { title: nasty });
    const root = parse(svg);
    expect(named(root, "script")).toEqual([]);
    expect(nodes(root).filter(({ name }) => name === "svg")).toHaveLength(1);
    expect(named(root, "title")[0]?.text).toBe(shown);
    expect(named(root, "desc")[0]?.text).toContain(`of account ${shown} under profile ${shown},`);
    expect(named(root, "desc")[0]?.text).toContain(`1 ${shown}`);
  });
});
