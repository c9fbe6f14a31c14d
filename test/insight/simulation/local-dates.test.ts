import { describe, expect, it } from "vitest";
import { dateCount } from "../../../src/insight/simulation/local-dates.js";

const count = (zone: string, ...spans: [string, string][]): number => {
  const dates = dateCount(zone);
  for (const [first, last] of spans) dates.add(Date.parse(first), Date.parse(last));
  return dates.count;
};

describe("local dates are counted once each", () => {
  it("both ends included", () => {
    expect(count("UTC", ["2026-06-01T00:00:00Z", "2026-06-01T23:59:59.999Z"])).toBe(1);
    expect(count("UTC", ["2026-06-01T00:00:00Z", "2026-06-02T00:00:00Z"])).toBe(2);
    expect(count("UTC", ["2026-06-01T00:00:00Z", "2026-06-01T00:00:00Z"], ["2026-06-01T12:00:00Z", "2026-06-01T13:00:00Z"])).toBe(1);
  });

  it("none where the span is empty", () => {
    expect(count("UTC", ["2026-06-01T00:00:00Z", "2026-05-31T23:59:59.999Z"])).toBe(0);
  });

  it("those between two spans are not", () => {
    expect(count("UTC", ["2026-06-01T00:00:00Z", "2026-06-01T01:00:00Z"], ["2026-06-05T00:00:00Z", "2026-06-05T01:00:00Z"])).toBe(2);
  });

  it("a year has as many as it has", () => {
    expect(count("America/New_York", ["2024-01-01T05:00:00Z", "2025-01-01T04:59:59.999Z"])).toBe(366);
    expect(count("Australia/Lord_Howe", ["2024-12-31T13:00:00Z", "2025-12-31T12:59:59.999Z"])).toBe(365);
  });

  it("a date that comes twice is one, also where only its second pass is counted", () => {
    const firstMinuteOf29 = ["2006-10-29T02:30:00Z", "2006-10-29T02:30:59Z"] as [string, string]; // in St John's, before the clocks go back to 23:01 on the 28th
    const evening28 = ["2006-10-29T02:00:00Z", "2006-10-29T02:29:00Z"] as [string, string];
    const again28 = ["2006-10-29T03:00:00Z", "2006-10-29T03:10:00Z"] as [string, string];
    const later29 = ["2006-10-29T04:00:00Z", "2006-10-29T05:00:00Z"] as [string, string];
    const zone = "America/St_Johns";
    expect(count(zone, evening28, firstMinuteOf29, again28, later29)).toBe(2);
    expect(count(zone, firstMinuteOf29, again28, later29)).toBe(2);
    expect(count(zone, firstMinuteOf29, later29)).toBe(1);
    expect(count(zone, evening28, again28)).toBe(1);
  });

  it("a date that the zone leaves out is none", () => {
    expect(count("Pacific/Apia", ["2011-12-29T10:00:00Z", "2011-12-31T09:59:59Z"])).toBe(2);
  });
});
