import { describe, expect, it } from "vitest";
import { type Figure, unitOf, WHOLE } from "../../src/testing/recipes/figures.js";
import { Notation } from "../../src/testing/recipes/notation.js";

const spelt = (habit: number, figure: Figure): unknown => new Notation([habit]).amount(figure);

describe("an amount is spelt", () => {
  it("as a number, where it has fifteen digits at most", () => {
    expect(spelt(1, 12_345n * WHOLE + 1_234_567_891n * unitOf(10))).toBe(12345.1234567891);
    expect(spelt(1, 123_456n * WHOLE + 1_234_567_891n * unitOf(10))).toBe("123456.1234567891");
  });

  it("with zeros behind it, where twenty places leave room for one", () => {
    expect(spelt(2, 5n * WHOLE)).toBe("5.00");
    expect(spelt(2, 5n * WHOLE + unitOf(19))).toBe("5.00000000000000000010");
    expect(spelt(2, 5n * WHOLE + 1n)).toBe("5.00000000000000000001");
    expect(spelt(3, 5n * WHOLE)).toBe("5.00000000000000000000");
    expect(spelt(3, 5n * WHOLE + 1n)).toBe("5.00000000000000000001");
  });

  it("with zeros before it, where twenty digits leave room for two", () => {
    expect(spelt(4, 10n ** 17n * WHOLE)).toBe(`00${10n ** 17n}`);
    expect(spelt(4, 10n ** 18n * WHOLE)).toBe(`${10n ** 18n}`);
    expect(spelt(4, -5n * WHOLE)).toBe("-05");
  });

  it("plainly by default, and zero as less than nothing at most", () => {
    expect(spelt(0, -WHOLE / 2n)).toBe("-0.5");
    expect(new Notation([]).amount(WHOLE)).toBe("1");
    expect(spelt(5, 0n)).toBe("-0.0");
    expect(spelt(5, 1n)).toBe("0.00000000000000000001");
  });

  it("brought up to the places that there are", () => {
    expect(new Notation([], 2).amount(1n)).toBe("0.01");
    expect(new Notation([], 2).amount(-1n)).toBe("0");
  });
});
