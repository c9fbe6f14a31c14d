import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitted, SMALL, widthOf, wrapped } from "../../src/plot/text-size.js";
import { holds } from "../properties/support/law.js";
import { wellFormedText } from "../support/text.js";

describe("a text", () => {
  it("is as long as its letters are broad", () => {
    expect(widthOf("WWW", SMALL)).toBeGreaterThan(widthOf("iii", SMALL));
    expect(widthOf("日本", SMALL)).toBeGreaterThan(widthOf("ab", SMALL));
    expect(widthOf("e\u0301", SMALL)).toBe(widthOf("e", SMALL));
  });

  it("is cut with an ellipsis where it does not fit, and never within a character", () => {
    expect(fitted("short", 100, SMALL)).toBe("short");
    expect(fitted("abc", widthOf("abc", SMALL), SMALL)).toBe("abc");
    expect(fitted("abcde", widthOf("abc…", SMALL), SMALL)).toBe("abc…");
    expect(fitted("a text that is too long", 60, SMALL)).toMatch(/^a text t…$/);
    expect(fitted("😀😀😀😀😀😀", 50, SMALL)).toBe("😀😀😀…");
  });

  it("is wrapped between words, and only the last line is cut", () => {
    expect(wrapped("Balance of acme under monthly-wallet", 160, SMALL, 2)).toEqual(["Balance of acme under", "monthly-wallet"]);
    expect(wrapped("one two three four five six seven eight nine ten", 60, SMALL, 2)).toEqual(["one two", "three fo…"]);
    expect(wrapped("oneverylongwordwithoutanyblank", 60, SMALL, 2)).toEqual(["onevery…"]);
    expect(wrapped("short", 160, SMALL, 2)).toEqual(["short"]);
    expect(wrapped("two words", 160, SMALL, 2)).toEqual(["two words"]);
    expect(wrapped("two words", widthOf("two words", SMALL), SMALL, 2)).toEqual(["two words"]);
    expect(wrapped("one two  three", 60, SMALL, 2)).toEqual(["one two", "three"]);
    expect(wrapped("  ", 160, SMALL, 2)).toEqual([]);
  });

  it("fits afterwards, whatever it was", () => {
    const texts = fc.oneof(wellFormedText(0, 120), fc.lorem({ maxCount: 30 }));
    holds(
      fc.record({ text: texts, width: fc.integer({ min: 40, max: 400 }) }),
      ({ text, width }) => {
        const lines = wrapped(text, width, SMALL, 2);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(widthOf(line, SMALL)).toBeLessThanOrEqual(width);
        return lines.length === 2;
      },
      { runs: 300, exercised: 50 },
    );
  });
});
