import { describe, expect, it } from "vitest";
import { type AccountInput, planTopup, type ProfileInput, type TopupRecord } from "../../src/index.js";
import { AT, dollars, held, owed, past, topupPlan } from "../support/build.js";

const keyOf = (profile: Partial<ProfileInput> = {}, account: Partial<AccountInput> = {}, at = AT): string =>
  topupPlan(owed(profile, account, at)).idempotencyKey;
const after = (...topups: Partial<TopupRecord>[]): string =>
  keyOf({ inFlight: "ignore", failures: "none" }, { topups: topups.map((each, index) => past({ id: `t${index + 1}`, ...each })) });

describe("the idempotency key", () => {
  it("is the ids of account, profile, wallet or -, and newest automatic top-up or 0", () => {
    expect(keyOf()).toBe("a1/p1/-/0");
    expect(topupPlan(held()).idempotencyKey).toBe("a1/p1/w1/0");
    expect(after({})).toBe("a1/p1/-/t1");
  });

  it("has each id through encodeURIComponent", () => {
    expect(keyOf({ id: "50%/é" }, { id: "a b#1" })).toBe("a%20b%231/50%25%2F%C3%A9/-/0");
  });

  it("tells ids that look like its placeholders from them", () => {
    expect(keyOf({ id: "0" }, { id: "-" })).toBe("%2D/%30/-/0");
    expect(topupPlan(held({}, { wallets: [dollars({ id: "-" })] })).idempotencyKey).toBe("a1/p1/%2D/0");
    expect(after({ id: "0" })).toBe("a1/p1/-/%30");
    expect(keyOf({ id: "00" }, { id: "--" })).toBe("--/00/-/0");
  });

  it("goes by the newest: by createdAt, then by id", () => {
    expect(after({ createdAt: "2026-05-02T00:00:00Z" }, { createdAt: "2026-05-03T00:00:00Z" }, { createdAt: "2026-05-01T00:00:00Z" })).toBe(
      "a1/p1/-/t2",
    );
    expect(after({ id: "b" }, { id: "c" }, { id: "a" })).toBe("a1/p1/-/c");
    expect(after({ id: "B" }, { id: "a" }, { id: "A" })).toBe("a1/p1/-/a"); // code units, not letters
    expect(after({ id: "t10" }, { id: "t9" })).toBe("a1/p1/-/t9");
  });

  it.each(["paid", "pending", "unknown", "failed", "voided"] as const)("changes with a recorded attempt, a %s one too", (status) => {
    expect(after({ status })).toBe("a1/p1/-/t1");
  });

  it("goes by any profile's top-ups, but by no manual one and by none of another target", () => {
    expect(after({ profileId: "p2" })).toBe("a1/p1/-/t1");
    expect(after({ kind: "manual" })).toBe("a1/p1/-/0");
    expect(after({ walletId: "w1" })).toBe("a1/p1/-/0");
  });

  it("has neither the amount nor the time in it: two evaluators of one snapshot give one key", () => {
    expect(keyOf({ topup: { mode: "fixedAmount", value: "999" } }, { owed: { outstanding: "480" } }, "2030-01-01T00:00:00Z")).toBe(keyOf());
  });

  it("is two for two profiles on one target", () => {
    expect(keyOf({ id: "p2" })).not.toBe(keyOf());
  });

  it("is null where nothing is due", () => {
    expect(planTopup(owed({ enabled: false })).idempotencyKey).toBeNull();
  });
});
