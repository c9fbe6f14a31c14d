import { describe, expect, it } from "vitest";
import { DARK, LIGHT, type Palette, type Role } from "../../src/plot/palette.js";

/** The eight colours of Okabe and Ito, and white. */
const TELL_APART = ["#000000", "#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7", "#ffffff"];

const TEXTS: Role[] = ["ink", "quiet"];
const GRAPHICS: Role[] = ["figure", "threshold", "limit", "paid", "unsettled", "failed", "blocked"];

describe.each([
  ["light", LIGHT],
  ["dark", DARK],
])("the %s palette", (_, palette) => {
  it.each(TEXTS)("has text of a contrast of 4.5 at least: %s", (role) => {
    expect(contrast(palette[role], palette.page)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(GRAPHICS)("has lines and marks of a contrast of 3 at least: %s", (role) => {
    expect(contrast(palette[role], palette.page)).toBeGreaterThanOrEqual(3);
  });

  it.each(GRAPHICS)("takes lines and marks from colours that tell apart without red and green: %s", (role) => {
    expect(TELL_APART).toContain(palette[role]);
  });

  it("has other colours for lines that cross, and for marks that stand beside each other", () => {
    expect(distinct(palette, ["figure", "threshold", "limit"])).toBe(3);
    expect(distinct(palette, ["paid", "failed", "blocked"])).toBe(3);
  });
});

it("contrast is measured as WCAG 2 does: black on white is 21, and grey #767676 just passes for text", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});

function distinct(palette: Palette, roles: readonly Role[]): number {
  return new Set(roles.map((role) => palette[role])).size;
}

function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => linear(Number.parseInt(colour.slice(from, from + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
