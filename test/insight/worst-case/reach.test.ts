import { describe, expect, it } from "vitest";
import type { ProfileInput } from "../../../src/index.js";
import { type Asked, askedOf } from "../../../src/insight/worst-case/asked.js";
import { reach } from "../../../src/insight/worst-case/reach.js";
import { inEachCurrency, type Terms, termsOf } from "../../../src/insight/worst-case/terms.js";
import { parseProfile } from "../../../src/model/profile.js";
import { heldProfile } from "../../support/build.js";

const HOUR = 3_600_000;

/** What can be charged from an instant on, for so many hours. */
function reached(over: Partial<ProfileInput>, from: string, hours: number): string {
  const [terms] = inEachCurrency(termsOf(parseProfile(heldProfile({ currency: "USD", ...over })), null)[0]) as [Terms];
  const begin = Date.parse(from);
  return reach({ from: begin, until: begin + hours * HOUR }, terms, askedOf(terms) as Asked).toFixed();
}

const yearly = (maxCount: number): Partial<ProfileInput> => ({ caps: [{ window: { calendar: "year" }, maxCount }] });
const hourly: Partial<ProfileInput> = { cooldown: { value: 1, unit: "hour" } };

describe("what can be charged in a window", () => {
  it("is found by a walk of no more than 1500 steps", () => {
    expect(reached({ ...hourly, ...yearly(9999) }, "2026-01-01T00:00:00Z", 1499)).toBe("74950");
    expect(reached({ ...hourly, ...yearly(9999) }, "2026-01-01T00:00:00Z", 1500)).toBe("75000");
    expect(reached({ ...hourly, ...yearly(9999) }, "2026-01-01T00:00:00Z", 1501)).toBe("75000");
  });

  it("nor by more looks at caps than that of ten", () => {
    const caps = (count: number): Partial<ProfileInput> => ({
      caps: Array.from({ length: count }, () => ({ window: { calendar: "year" }, maxCount: 9999 })),
    });
    expect(reached({ ...hourly, ...caps(10) }, "2026-01-01T00:00:00Z", 1501)).toBe("75000");
    expect(reached({ ...hourly, ...caps(100) }, "2026-01-01T00:00:00Z", 1501)).toBe("7500");
  });

  it("needs no walk where only a cooldown of elapsed time is kept", () => {
    expect(reached(hourly, "2026-01-01T00:00:00Z", 1501)).toBe("75050");
    expect(reached(hourly, "2026-01-01T00:00:00Z", 0.5)).toBe("50");
  });

  it("ends with the year 9999, where the cooldown does not", () => {
    const daily: Partial<ProfileInput> = { cooldown: { value: 1, unit: "day" } };
    expect(reached(daily, "9999-12-30T12:00:00.000Z", 35)).toBe("100");
  });

  it("comes all at once as far as the caps leave room, and again when they leave more", () => {
    expect(reached(yearly(3), "2026-12-31T12:00:00Z", 12)).toBe("150");
    expect(reached(yearly(3), "2026-12-31T12:00:00Z", 13)).toBe("300");
  });
});
