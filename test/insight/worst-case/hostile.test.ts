import { describe, expect, it } from "vitest";
import { worstCase } from "../../../src/insight/worst-case/worst-case.js";
import { deepFreeze, heldProfile } from "../../support/build.js";
import { faults } from "../../support/faults.js";
import { accountIn } from "./told.js";

const ask = (profile: unknown, account?: unknown): string[] => faults(() => worstCase(profile as never, account as never));

describe("hostile input", () => {
  it.each([null, undefined, 7, "p1", [], Number.NaN, () => 1, new Date(0), new Map()])("as a profile is a fault: %o", (profile) => {
    expect(ask(profile).length).toBeGreaterThan(0);
  });

  it.each([7, "a1", [], Number.NaN, () => 1, new Date(0), new Map()])("as an account is a fault: %o", (account) => {
    expect(ask(heldProfile(), account).length).toBeGreaterThan(0);
  });

  it("is told by its path in the argument that has it", () => {
    expect(ask({ ...heldProfile(), colldown: 1 })).toEqual(["colldown: unknown_key"]);
    expect(ask(heldProfile({ topup: { mode: "fixedAmount", value: "1".repeat(40) } }))).toEqual(["topup.value: invalid_amount"]);
    expect(ask(heldProfile(), { ...accountIn({}), timeZone: "Mars/Olympus" })).toEqual(["timeZone: invalid_time_zone"]);
    expect(ask(JSON.parse('{"__proto__":1}') as unknown)).toContain("__proto__: forbidden_key");
  });

  it("that throws when it is read is a fault like any other", () => {
    const trap = {
      get id(): string {
        throw new TypeError("boom");
      },
    };
    expect(ask(trap).length).toBeGreaterThan(0);
    expect(ask(heldProfile(), trap).length).toBeGreaterThan(0);
  });

  it("is not needed: null is no account", () => {
    expect(worstCase(heldProfile(), null)).toEqual(worstCase(heldProfile()));
  });

  it("of the admitted extremes still gets an answer", () => {
    const century = { value: 36_525, unit: "day" } as const;
    const profile = heldProfile({
      currency: "USD",
      activeFrom: "9998-06-01T00:00:00Z",
      activeUntil: "9999-12-31T23:59:59.999Z",
      cooldown: century,
      caps: [
        { window: { rolling: { value: 1, unit: "second" } }, maxCharge: "99999999999999999999.99999999999999999999", onExceed: "reduce" },
      ],
      trigger: { basis: "schedule", every: { value: 100, unit: "year" }, startingAt: "0001-01-01T00:00:00Z" },
      topup: { mode: "toTarget", value: "0", basis: "balance", max: "0.01" },
      failures: { retryAfter: century, backoff: "doubling", suspendAfter: Number.MAX_SAFE_INTEGER },
    });
    for (const timeZone of ["UTC", "America/New_York", "Pacific/Apia"]) {
      expect(worstCase(profile, accountIn({ timeZone })).charged.year).toMatchObject({ bounded: true, maxCharge: "0.00" });
      expect(worstCase({ ...profile, activeFrom: null, activeUntil: null }, accountIn({ timeZone })).charged.year).toMatchObject({
        bounded: true,
        maxCharge: expect.stringMatching(/^0\.0[12]$/) as string,
      });
    }
  });

  it("is left as it was", () => {
    const profile = deepFreeze(heldProfile({ cooldown: { value: 1, unit: "day" } }));
    expect(() => worstCase(profile, deepFreeze(accountIn({})))).not.toThrow();
  });
});
