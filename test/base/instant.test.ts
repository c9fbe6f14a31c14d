import { describe, expect, it } from "vitest";
import { earlier, later, latest } from "../../src/base/instant.js";

describe("arithmetic on instants", () => {
  it("counts elapsed milliseconds", () => {
    expect(later("2024-02-28T23:59:59.999Z", 1)).toBe("2024-02-29T00:00:00.000Z");
    expect(earlier("2024-03-01T00:00:00.000Z", 1)).toBe("2024-02-29T23:59:59.999Z");
  });

  it("reaches the last instant of year 9999 and gives null beyond it", () => {
    expect(later("9999-12-31T23:59:59.998Z", 1)).toBe("9999-12-31T23:59:59.999Z");
    expect(later("9999-12-31T23:59:59.999Z", 1)).toBeNull();
    expect(later("2026-01-01T00:00:00.000Z", Number.POSITIVE_INFINITY)).toBeNull();
  });

  it("gives what lies before year 1 a text that sorts before every instant", () => {
    expect(earlier("0001-01-01T00:00:00.000Z", 1) < "0001-01-01T00:00:00.000Z").toBe(true);
    expect(earlier("0001-01-01T00:00:00.000Z", 36_525 * 86_400_000) < "0001-01-01T00:00:00.000Z").toBe(true);
  });

  it("finds the latest, and none among none", () => {
    expect(latest(["2026-01-02T00:00:00.000Z", "2026-01-03T00:00:00.000Z", "2026-01-01T00:00:00.000Z"])).toBe("2026-01-03T00:00:00.000Z");
    expect(latest([])).toBeNull();
  });
});
