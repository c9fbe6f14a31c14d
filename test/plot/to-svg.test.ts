import { describe, expect, it } from "vitest";
import { simulate, type SimulateInput } from "../../src/index.js";
import { toSvg } from "../../src/plot/index.js";
import { LIGHT } from "../../src/plot/palette.js";
import { simulation, step, topup } from "./support/build.js";
import { spotsOf } from "./support/geometry.js";
import { description, lineIn, named, parse, seen, tooltips } from "./support/parse.js";

const day = (date: number): string => `2026-06-${String(date).padStart(2, "0")}T00:00:00.000Z`;

/** Prepaid: twelve dollars a day, fifty at ten or less. */
const prepaid: SimulateInput = {
  profile: {
    id: "p1",
    trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
    topup: { mode: "fixedAmount", value: "50" },
  },
  account: { id: "a1", currency: "USD", wallets: [{ id: "w1", unit: "USD", balance: "30" }] },
  timeline: [{ type: "usageRate", amount: "12", per: { value: 1, unit: "day" } }],
  from: "2026-06-01T00:00:00Z",
  to: "2026-07-01T00:00:00Z",
  evaluateOn: { dailyAt: "02:00" },
};

describe("the text alternative", () => {
  it("tells who, what, from when to when, the extremes, the threshold and what came of it", () => {
    expect(description(toSvg(simulate(prepaid)))).toBe(
      "Balance of account a1 under profile p1, from Jun 1, 2026, 00:00 UTC to Jul 1, 2026, 00:00 UTC. " +
        "It begins at USD 30.00 and ends at USD 20.50; lowest -USD 1.00 on Jun 16, 2026, 02:00 UTC, highest USD 59.00 on Jun 11, 2026, 02:00 UTC. " +
        "The threshold is USD 10.00. Top-ups: 7 paid (USD 350.00), 0 not settled, 0 failed. Blocked: 0.",
    );
  });

  it("says that no figure is known, and so does the picture", () => {
    const svg = toSvg(simulation([step({ at: day(1), figure: null, threshold: null })]));
    expect(description(svg)).toContain("No figure is known.");
    expect(seen(svg)).toContain("no figure is known");
    expect(lineIn(svg, LIGHT.figure)).toBeUndefined();
  });

  it("says so too where nothing ever happened", () => {
    expect(description(toSvg(simulation([])))).toContain("No figure is known. Top-ups: 0 paid, 0 not settled, 0 failed. Blocked: 0.");
  });

  it("tells where a threshold and a limit that moved went from and to", () => {
    const svg = toSvg(
      simulation([
        step({ at: day(1), figure: "1", threshold: "20", limit: "50" }),
        step({ at: day(2), figure: "1", threshold: "35", limit: "80" }),
      ]),
    );
    expect(description(svg)).toContain("The threshold is from USD 20.00 to USD 35.00. The limit is from USD 50.00 to USD 80.00.");
    expect(seen(svg)).toContain("Threshold USD 20.00 to USD 35.00");
  });

  it("keeps every digit of a figure", () => {
    const svg = toSvg(simulation([step({ at: day(1), figure: "12345678901234567890.12345678901234567891" })]));
    expect(description(svg)).toContain("lowest USD 12,345,678,901,234,567,890.12345678901234567891 on");
  });

  it("tells two figures apart that are one number", () => {
    const svg = toSvg(
      simulation([step({ at: day(1), figure: "100000000000000000000" }), step({ at: day(2), figure: "100000000000000000000.5" })]),
    );
    expect(description(svg)).toContain("lowest USD 100,000,000,000,000,000,000.00 on Jun 1, 2026");
    expect(description(svg)).toContain("highest USD 100,000,000,000,000,000,000.50 on Jun 2, 2026");
  });

  it("is the title given, or says what is shown", () => {
    const titleOf = (svg: string): string | undefined => named(parse(svg), "title")[0]?.text;
    expect(titleOf(toSvg(simulation([]), { title: "My wallet" }))).toBe("My wallet");
    expect(titleOf(toSvg(simulation([]), { title: "  " }))).toBe("Balance of a1 under p1");
    expect(titleOf(toSvg(simulation([], { basis: "overdue" })))).toBe("Overdue of a1 under p1");
  });
});

describe("the marks", () => {
  it("tell a paid, an unsettled and a failed top-up and a blocked attempt apart by shape", () => {
    const steps = [
      step({ at: day(2), reached: "5", figure: "55", outcome: "due", attempted: topup("t1", "paid") }),
      step({ at: day(8), figure: "5", outcome: "due", attempted: topup("t2", "pending") }),
      step({ at: day(14), figure: "5", outcome: "due", attempted: topup("t3", "failed") }),
      step({ at: day(20), figure: "5", outcome: "blocked", reason: "retryBackoff" }),
    ];
    const svg = toSvg(simulation(steps), { theme: "light" });
    expect(tooltips(svg)).toEqual([
      "Blocked (retryBackoff), Jun 20, 2026, 00:00 UTC",
      "Paid: USD 50.00, Jun 2, 2026, 00:00 UTC",
      "Not settled: USD 50.00, Jun 8, 2026, 00:00 UTC",
      "Failed: USD 50.00, Jun 14, 2026, 00:00 UTC",
    ]);
    const marks = named(parse(svg), "path").filter(({ children }) => children.length > 0);
    const shapes = marks.map(
      ({ attributes }) => `${attributes.d} ${attributes.fill === "none" || attributes.fill === LIGHT.page ? "hollow" : "filled"}`,
    );
    expect(new Set(shapes).size).toBe(4);
    expect(seen(svg)).toEqual(
      expect.arrayContaining(["1 paid, USD 50.00", "1 not settled, USD 50.00", "1 failed, USD 50.00", "1 blocked"]),
    );
  });

  it.each([
    ["paid", "Paid"],
    ["failed", "Failed"],
    ["voided", "Failed"],
    ["unknown", "Not settled"],
  ] as const)("stand where a top-up was attempted, as it later turned out: %s", (status, name) => {
    const steps = [
      step({ at: day(2), figure: "5", attempted: topup("t1", "pending") }),
      step({ at: day(5), figure: "5", settled: [topup("t1", status)] }),
    ];
    expect(tooltips(toSvg(simulation(steps)))).toEqual([`${name}: USD 50.00, Jun 2, 2026, 00:00 UTC`]);
  });

  it("come in the order of the attempts, whichever of them was known first", () => {
    const steps = [
      step({ at: day(2), figure: "5", attempted: topup("t1", "pending") }),
      step({ at: day(9), figure: "5", attempted: topup("t2", "unknown") }),
      step({ at: day(16), figure: "5", attempted: topup("t3", "paid") }),
      step({ at: day(20), figure: "5", settled: [topup("t2", "paid")] }),
      step({ at: day(23), figure: "5", attempted: topup("t4", "paid") }),
    ];
    expect(tooltips(toSvg(simulation(steps))).map((told) => told.replace(/:.*, Jun/, ""))).toEqual([
      "Not settled 2, 2026, 00:00 UTC",
      "Paid 9, 2026, 00:00 UTC",
      "Paid 16, 2026, 00:00 UTC",
      "Paid 23, 2026, 00:00 UTC",
    ]);
  });

  it("leave out what was attempted before the simulation", () => {
    const svg = toSvg(simulation([step({ at: day(5), figure: "5", settled: [topup("old", "failed")] })]));
    expect(tooltips(svg)).toEqual([]);
  });

  it("have the charge beside them, with its currency where the axis has another unit", () => {
    const steps = [step({ at: day(2), figure: "500", attempted: topup("t1", "paid", "25") })];
    expect(seen(toSvg(simulation(steps)))).toContain("25.00");
    expect(seen(toSvg(simulation(steps, { unit: "credits", currency: "EUR" })))).toContain("EUR 25.00");
    expect(seen(toSvg(simulation(steps, { unit: "JPY", currency: "JPY" })))).toContain("25");
  });

  it("leave amounts out where there is no room, and say how many are shown", () => {
    const steps = Array.from({ length: 30 }, (_, index) =>
      step({ at: day(index + 1), reached: "5", figure: "55", attempted: topup(`t${index}`, "paid") }),
    );
    const texts = seen(toSvg(simulation(steps), { width: 320 }));
    const shown = texts.filter((text) => text === "50.00").length;
    expect(shown).toBeGreaterThan(2);
    expect(texts).toContain(`${shown} of 30 amounts shown`);
  });

  it("become one for top-ups that lie in the same place, with their number and their sum", () => {
    const at = (minute: number): string => `2026-06-02T00:0${minute}:00.000Z`;
    const steps = [0, 1, 2].map((minute) => step({ at: at(minute), figure: "55", attempted: topup(`t${minute}`, "paid") }));
    const svg = toSvg(simulation(steps));
    expect(tooltips(svg)).toEqual(["Paid: 3 top-ups, USD 150.00, Jun 2, 2026, 00:00 UTC – Jun 2, 2026, 00:02 UTC"]);
    expect(seen(svg)).toContain("150.00 (3)");
  });

  it("become one whichever of them was known first: where and when the first was attempted", () => {
    const steps = [
      step({ at: "2026-06-02T00:00:00.000Z", figure: "5", attempted: topup("t1", "pending", "10") }),
      step({ at: "2026-06-02T00:01:00.000Z", figure: "55", attempted: topup("t2", "paid", "20") }),
      step({ at: day(5), figure: "5", settled: [topup("t1", "paid", "10")] }),
    ];
    expect(tooltips(toSvg(simulation(steps)))).toEqual(["Paid: 2 top-ups, USD 30.00, Jun 2, 2026, 00:00 UTC – Jun 2, 2026, 00:01 UTC"]);
  });

  it("become one for a storm of blocked attempts, with how many there were and why", () => {
    const first = Date.parse(day(10));
    const steps = Array.from({ length: 1000 }, (_, index) =>
      step({
        at: new Date(first + index * 600_000).toISOString(),
        figure: "5",
        outcome: "blocked",
        reason: index < 400 ? "retryBackoff" : "suspended",
      }),
    );
    const svg = toSvg(simulation(steps));
    expect(new Set(tooltips(svg))).toEqual(
      new Set(["Blocked 1,000 times (retryBackoff 400, suspended 600), Jun 10, 2026, 00:00 UTC – Jun 16, 2026, 22:30 UTC"]),
    );
    expect(seen(svg)).toEqual(expect.arrayContaining(["×1,000", "1,000 blocked"]));
  });
});

describe("the lines", () => {
  it("hold a figure until the next one, and the last one until the end", () => {
    const svg = toSvg(simulation([step({ at: day(1), figure: "40" }), step({ at: day(16), figure: "20" })]), { theme: "light" });
    const spots = spotsOf(lineIn(svg, LIGHT.figure) ?? expect.fail("no line"));
    const [start, corner, , end] = spots;
    expect(spots.map(({ y }) => y)).toEqual([start?.y, start?.y, end?.y, end?.y, end?.y]);
    expect((corner?.x ?? 0) - (start?.x ?? 0)).toBeCloseTo((end?.x ?? 0) - (corner?.x ?? 0), 0); // the 16th is the middle of June
    expect(start?.x).toBeLessThan(corner?.x ?? 0);
  });

  it("have a gap where the figure is unknown", () => {
    const known = [step({ at: day(1), figure: "40" }), step({ at: day(20), figure: "30" })];
    const gap = step({ at: day(10), figure: null });
    const movesIn = (steps: typeof known): number =>
      (lineIn(toSvg(simulation(steps), { theme: "light" }), LIGHT.figure)?.attributes.d ?? "").split("M").length - 1;
    expect(movesIn(known)).toBe(1);
    expect(movesIn([known[0] as never, gap, known[1] as never])).toBe(2);
  });

  it("show how low it was before a top-up", () => {
    const svg = toSvg(simulation([step({ at: day(1), figure: "50" }), step({ at: day(9), reached: "0", figure: "50" })]), {
      theme: "light",
    });
    const heights = new Set(spotsOf(lineIn(svg, LIGHT.figure) ?? expect.fail("no line")).map(({ y }) => y));
    expect(heights.size).toBe(2);
  });

  it("of threshold and limit are dashed, each in its way", () => {
    const svg = toSvg(simulation([step({ at: day(1), figure: "50", threshold: "10", limit: "60" })]), { theme: "light" });
    const dashes = [LIGHT.figure, LIGHT.threshold, LIGHT.limit].map((colour) => lineIn(svg, colour)?.attributes["stroke-dasharray"]);
    expect(dashes[0]).toBeUndefined();
    expect(new Set(dashes).size).toBe(3);
  });

  it("leave out a limit so far away that nothing else could be seen, and say so", () => {
    const far = toSvg(simulation([step({ at: day(1), figure: "50", limit: "1000000" })]), { theme: "light" });
    expect(lineIn(far, LIGHT.limit)).toBeUndefined();
    expect(seen(far)).toContain("Limit USD 1,000,000.00 (not in view)");
    const near = toSvg(simulation([step({ at: day(1), figure: "50", limit: "150" })]), { theme: "light" });
    expect(lineIn(near, LIGHT.limit)).toBeDefined();
    expect(seen(near)).toContain("Limit USD 150.00");
  });
});

describe("the look", () => {
  const steps = [step({ at: day(1), figure: "50" })];

  it("is 720 pixels wide unless said otherwise, and as high as its parts need", () => {
    expect(parse(toSvg(simulation(steps))).attributes).toMatchObject({
      width: "720",
      viewBox: expect.stringMatching(/^0 0 720 \d+$/) as string,
    });
    expect(parse(toSvg(simulation(steps), { width: 320, height: 260 })).attributes).toMatchObject({ width: "320", height: "260" });
  });

  it("leaves rows of the legend out where the height asked for has no room", () => {
    const busy = [
      step({ at: day(1), figure: "50", limit: "60", attempted: topup("t1", "paid") }),
      step({ at: day(9), figure: "50", outcome: "blocked" }),
    ];
    expect(seen(toSvg(simulation(busy), { width: 240 }))).toContain("1 blocked");
    expect(seen(toSvg(simulation(busy), { width: 240, height: 240 }))).not.toContain("1 blocked");
  });

  it("follows the viewer's preference by a style bound to the picture's id; a theme named needs none", () => {
    const auto = parse(toSvg(simulation(steps)));
    const style = named(auto, "style")[0]?.text ?? "";
    expect(style).toMatch(/^@media \(prefers-color-scheme:dark\)\{/);
    const rules = style.replace(/^[^{]*\{/, "").match(/[^{}]+(?=\{)/g) ?? [];
    expect(rules.length).toBeGreaterThan(10);
    for (const rule of rules) expect(rule).toMatch(new RegExp(`^#${auto.attributes.id} \\.`));
    for (const theme of ["light", "dark"] as const) expect(named(parse(toSvg(simulation(steps), { theme })), "style")).toEqual([]);
  });

  it("has every painted thing of auto in the style", () => {
    const svg = toSvg(simulate(prepaid));
    const style = named(parse(svg), "style")[0]?.text ?? "";
    for (const { attributes } of named(parse(svg), "path")) {
      for (const name of (attributes.class ?? "missing").split(" ")) expect(style).toContain(`.${name}{`);
    }
  });

  it("writes numbers and dates as the locale does", () => {
    const texts = seen(toSvg(simulate(prepaid), { locale: "de" }));
    expect(texts).toEqual(expect.arrayContaining(["7 paid, 350,00 USD", "Threshold 10,00 USD", "1. Juni 2026 – 30. Juni 2026 (UTC)"]));
  });

  it.each(["th", "fa", "en-u-ca-buddhist-nu-thai"])("tells every date by the calendar of the axis: %s", (locale) => {
    const yearIn = (calendar?: string): string | undefined =>
      new Intl.DateTimeFormat(locale, { year: "numeric", timeZone: "UTC", ...(calendar && { calendar }) })
        .formatToParts(Date.UTC(2026, 5, 15))
        .find(({ type }) => type === "year")?.value;
    const svg = toSvg(simulate(prepaid), { locale });
    expect([yearIn("gregory"), yearIn()].map((year) => svg.includes(year as string))).toEqual([true, false]);
  });

  it("shows the days of the zone asked for", () => {
    expect(seen(toSvg(simulation(steps), { timeZone: "America/New_York" }))).toContain("May 31, 2026 – Jun 30, 2026 (America/New_York)");
  });

  it("has ids from the prefix given, else other ones for another picture", () => {
    expect(parse(toSvg(simulation(steps), { idPrefix: "fig1" })).attributes).toMatchObject({
      id: "fig1",
      "aria-labelledby": "fig1-title fig1-desc",
    });
    const ids = [{}, { width: 320 }, { title: "other" }, { theme: "dark" }].map(
      (look) => parse(toSvg(simulation(steps), look as object)).attributes.id,
    );
    expect(new Set(ids).size).toBe(4);
  });
});
