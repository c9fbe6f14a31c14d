import { describe, expect, it } from "vitest";
import type { AccountInput, FailurePolicyInput, ProfileInput } from "../../../src/index.js";
import { reachAttempts } from "../../../src/insight/worst-case/declines.js";
import { termsOf } from "../../../src/insight/worst-case/terms.js";
import { parseProfile } from "../../../src/model/profile.js";
import { heldProfile } from "../../support/build.js";
import { declined, rules, told, worst } from "./told.js";

const HOUR = { value: 1, unit: "hour" } as const;
const policy = (failures: FailurePolicyInput): Partial<ProfileInput> => ({ failures });

describe("a dead payment method is asked", () => {
  it.each([
    ["three times, unless the profile says otherwise", {}, undefined, ["in 1", "in 3", "in 3", "in 3", "in 3"]],
    ["never, where what is topped up is granted", { settlement: { kind: "grant" } }, undefined, ["in 0", "in 0", "in 0", "in 0", "in 0"]],
    ["twice on a day of 25 hours", {}, { timeZone: "America/New_York" }, ["in 2", "in 3", "in 3", "in 3", "in 3"]],
    ["five times at once, where nothing makes it wait", policy({ suspendAfter: 5 }), undefined, ["in 5", "in 5", "in 5", "in 5", "in 5"]],
    [
      "without end, where nothing suspends it",
      policy({ retryAfter: { value: 6, unit: "hour" } }),
      undefined,
      ["in 4", "in 28", "in 124", "in 1464", "unlimitedCount"],
    ],
    [
      "ever more rarely, where the wait doubles",
      policy({ retryAfter: HOUR, backoff: "doubling" }),
      undefined,
      ["in 5", "in 8", "in 10", "in 14", "unlimitedCount"],
    ],
    [
      "no more rarely than the longest wait",
      policy({ retryAfter: HOUR, backoff: "doubling", maxRetryAfter: { value: 8, unit: "hour" } }),
      undefined,
      ["in 6", "in 24", "in 96", "in 1101", "unlimitedCount"],
    ],
    [
      "no sooner than a longer cooldown",
      { ...policy({ retryAfter: HOUR, backoff: "doubling" }), cooldown: { value: 5, unit: "hour" } },
      undefined,
      ["in 5", "in 8", "in 10", "in 14", "unlimitedCount"],
    ],
    [
      "after a cooldown alone, in hours",
      { ...policy("none"), cooldown: { value: 6, unit: "hour" } },
      undefined,
      ["in 4", "in 28", "in 124", "in 1464", "unlimitedCount"],
    ],
    [
      "after a cooldown alone, in dates",
      { ...policy("none"), cooldown: { value: 1, unit: "day" } },
      undefined,
      ["in 1", "in 7", "in 31", "in 366", "unlimitedCount"],
    ],
    [
      "over and over, where a wait is of no length",
      policy({ retryAfter: { value: 0, unit: "hour" }, backoff: "doubling" }),
      undefined,
      ["unlimitedCount", "unlimitedCount", "unlimitedCount", "unlimitedCount", "unlimitedCount"],
    ],
    [
      "over and over, without any policy",
      policy("none"),
      undefined,
      ["unlimitedCount", "unlimitedCount", "unlimitedCount", "unlimitedCount", "unlimitedCount"],
    ],
  ] as [string, Partial<ProfileInput>, Partial<AccountInput> | undefined, string[]][])("%s", (_, over, account, bounds) => {
    expect(declined(over, account)).toEqual(bounds);
  });

  it("however the caps stand: what failed takes up no room", () => {
    const caps = [{ window: { calendar: "year" } as const, maxCount: 1, maxCharge: "50" }];
    expect(declined({ caps })).toEqual(declined());
  });

  it("however few occurrences there are: a failed one leaves its own open", () => {
    const over = {
      trigger: { basis: "schedule", every: { value: 1, unit: "year" }, startingAt: "2026-01-01T00:00:00Z" },
      topup: { mode: "fixedAmount", value: "50", basis: "balance" },
    } as const;
    expect(declined(over)).toEqual(declined());
  });

  it("not at all where a cap lets no charge through", () => {
    expect(declined({ caps: [{ window: { calendar: "day" }, maxCharge: "49" }] })).toEqual(["in 0", "in 0", "in 0", "in 0", "in 0"]);
  });

  it("only while the profile is in force", () => {
    const over = { ...policy({ retryAfter: { value: 12, unit: "hour" } }), activeFrom: "2026-06-01T09:00:00Z" };
    expect(told(worst({ ...over, activeUntil: "2026-06-02T21:00:00.000Z" }).declines.total)).toBe("in 3");
    expect(told(worst({ ...over, activeUntil: "2026-06-02T21:00:00.001Z" }).declines.total)).toBe("in 4");
  });

  it("no more where its cooldown ends after all time", () => {
    const daily = termsOf(parseProfile(heldProfile({ ...policy("none"), cooldown: { value: 1, unit: "day" } })), null)[0];
    const until = Date.parse("9999-12-31T23:59:59.999Z");
    expect(reachAttempts({ from: Date.parse("9999-12-30T12:00:00Z"), until }, daily)).toBe(2);
  });

  it("for reasons that are named", () => {
    const { day, total } = worst().declines;
    expect(rules(day)).toEqual(["failures failures.retryAfter"]);
    expect(rules(total)).toEqual(["failures failures.suspendAfter"]);
    const { total: endless } = worst(policy("none")).declines;
    expect(endless).toMatchObject({ bounded: false, message: expect.stringContaining("suspendAfter") as string });
  });
});
