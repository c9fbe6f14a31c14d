import { describe, expect, it } from "vitest";
import { balanceSummary, type Pot } from "../../src/index.js";
import { faults } from "../support/faults.js";

const pot = (rest: Partial<Pot> = {}): Pot => ({
  id: "b1",
  currency: "USD",
  startsAt: "2026-01-01T00:00:00Z",
  endsAt: "2026-07-01T00:00:00Z",
  transactions: [
    { id: "t1", amount: "100", appliedAt: "2026-01-01T00:00:00Z" },
    { id: "t2", amount: "-30", appliedAt: "2026-03-01T00:00:00Z" },
    { id: "t3", amount: "50.5", appliedAt: "2026-05-01T00:00:00Z" },
  ],
  ...rest,
});
const rollover = { amount: "80", until: "2026-09-01T00:00:00Z" };
const summary = (given: Pot, at: string): string => Object.values(balanceSummary(given, { at })).join(" ");

describe("a pot at an instant: status, available, credited, debited, expired, rolled over", () => {
  it.each([
    ["before it starts, nothing is available", pot(), "2025-12-31T23:59:59.999Z", "notStarted 0 0 0 0 0"],
    ["from its very start", pot(), "2026-01-01T00:00:00Z", "active 100 100 0 0 0"],
    ["transactions count from the instant they are applied", pot(), "2026-03-01T00:00:00Z", "active 70 100 30 0 0"],
    ["until the last instant before its end", pot(), "2026-06-30T23:59:59.999Z", "active 120.5 150.5 30 0 0"],
    ["at its end, what is left expires", pot(), "2026-07-01T00:00:00Z", "ended 0 150.5 30 120.5 0"],
    ["with a rollover, up to its amount serves on", pot({ rollover }), "2026-07-01T00:00:00Z", "rollover 80 150.5 30 40.5 80"],
    [
      "all of it where no amount is given",
      pot({ rollover: { until: rollover.until } }),
      "2026-07-01T00:00:00Z",
      "rollover 120.5 150.5 30 0 120.5",
    ],
    [
      "until the rollover ends, exclusive; then the rest expires too, and rolledOver stays",
      pot({ rollover }),
      rollover.until,
      "ended 0 150.5 30 120.5 80",
    ],
  ])("%s", (_, given, at, expected) => {
    expect(summary(given, at)).toBe(expected);
  });

  it("takes debits since the end off what rolled over, one at the very end among them", () => {
    const used = pot({
      rollover,
      transactions: [
        { id: "t1", amount: "100", appliedAt: "2026-01-01T00:00:00Z" },
        { id: "t2", amount: "-30", appliedAt: "2026-07-01T00:00:00Z" },
      ],
    });
    expect(summary(used, "2026-07-01T00:00:00Z")).toBe("rollover 50 100 30 20 80");
    expect(summary(used, rollover.until)).toBe("ended 0 100 30 70 80");
  });

  it("takes no debit off that comes when the rollover is over", () => {
    const late = pot({
      rollover,
      transactions: [
        { id: "t1", amount: "100", appliedAt: "2026-01-01T00:00:00Z" },
        { id: "t2", amount: "-20", appliedAt: "2026-08-31T23:59:59.999Z" },
        { id: "t3", amount: "-30", appliedAt: rollover.until },
      ],
    });
    expect(summary(late, rollover.until)).toBe("ended 0 100 50 80 80");
  });

  it("lets credits after the end expire", () => {
    const late = pot({ rollover, transactions: [{ id: "t1", amount: "10", appliedAt: "2026-07-01T00:00:00Z" }] });
    expect(summary(late, "2026-08-01T00:00:00Z")).toBe("rollover 0 10 0 10 0");
  });

  it("does not roll a negative rest over", () => {
    const overdrawn = pot({ rollover, transactions: [{ id: "t1", amount: "-10", appliedAt: "2026-01-01T00:00:00Z" }] });
    expect(summary(overdrawn, "2026-02-01T00:00:00Z")).toBe("active -10 0 10 0 0");
    expect(summary(overdrawn, "2026-08-01T00:00:00Z")).toBe("rollover 0 0 10 0 0");
  });

  it("is exact to the last of 20 places", () => {
    const fine = pot({
      transactions: [
        { id: "t1", amount: "99999999999999999999", appliedAt: "2026-01-01T00:00:00Z" },
        { id: "t2", amount: "-0.00000000000000000001", appliedAt: "2026-01-01T00:00:00Z" },
      ],
    });
    expect(balanceSummary(fine, { at: "2026-02-01T00:00:00Z" }).available).toBe("99999999999999999998.99999999999999999999");
  });

  it("folds transactions in any order to the same figures", () => {
    const shuffled = pot({ transactions: [...(pot().transactions ?? [])].reverse() });
    expect(balanceSummary(shuffled, { at: "2026-06-01T00:00:00Z" })).toEqual(balanceSummary(pot(), { at: "2026-06-01T00:00:00Z" }));
  });
});

describe("faults of a pot", () => {
  it.each<[string, object, string[]]>([
    ["an end at its start", { endsAt: "2026-01-01T00:00:00Z", transactions: [] }, ["endsAt: conflict"]],
    ["a rollover that is over at the end", { rollover: { until: "2026-07-01T00:00:00Z" } }, ["rollover.until: conflict"]],
    ["a rollover amount without a date", { rollover: { amount: "1" } }, ["rollover.until: required"]],
    [
      "a transaction before the start",
      { transactions: [{ id: "t1", amount: "1", appliedAt: "2025-12-31T23:59:59.999Z" }] },
      ["transactions.0.appliedAt: conflict"],
    ],
    [
      "a repeated transaction",
      { transactions: ["t1", "t1"].map((id) => ({ id, amount: "1", appliedAt: "2026-01-01T00:00:00Z" })) },
      ["transactions.1.id: duplicate_id"],
    ],
    ["a unit that is no currency", { currency: "credits" }, ["currency: invalid_currency"]],
  ])("%s", (_, rest, expected) => {
    expect(faults(() => balanceSummary({ ...pot(), ...rest }, { at: "2026-02-01T00:00:00Z" }))).toEqual(expected);
  });
});
