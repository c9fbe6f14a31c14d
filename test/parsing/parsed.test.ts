import { describe, expect, it } from "vitest";
import {
  type AccountInput,
  accountSchema,
  applyPlan,
  evaluate,
  parseAccount,
  parseProfile,
  planTopup,
  profileSchema,
  type ProfileInput,
  walletBalance,
} from "../../src/index.js";
import { AT, credits, deepFreeze, heldAccount, heldProfile, isDeepFrozen, owed, owedAccount, owedProfile, past } from "../support/build.js";

const PROFILES: ProfileInput[] = [
  owedProfile(),
  owedProfile({ trigger: { basis: "schedule", every: { value: 1, unit: "month" }, startingAt: "2026-01-31T00:00+01:00" } }),
  owedProfile({ failures: "none", topup: { mode: "toPercentOfLimit", value: "20.0" }, settlement: { kind: "grant" } }),
  heldProfile({
    currency: "usd",
    priority: -0,
    topup: { mode: "toTarget", value: 100, min: "1.0", max: 5e2, step: "0.10" },
    credit: { expiresAfter: { value: 1, unit: "month" }, metadata: { plan: "gold", left: undefined } },
    caps: [{ window: { rolling: { value: 24, unit: "hour" } }, maxCount: 3 }],
    settlement: { kind: "invoice", autoCollect: true, netTermsDays: 14, memo: "m" },
  }),
];
const ACCOUNTS: AccountInput[] = [
  owedAccount(),
  { id: "a1", currency: "jpy" },
  heldAccount({
    wallets: [credits({ balance: "4.50" }), { id: "w2", unit: "usd", lots: [{ id: "l1", remaining: 5, expiresAt: "2026-07-01T00:00Z" }] }],
    limits: { b: "1.0", a: null },
    topups: [past({ status: "failed" }), past({ id: "t2", walletId: "w1", credit: 5 })],
    paymentMethod: { type: "card", autoCollect: true },
  }),
];

describe("parsing what was parsed gives it back", () => {
  it("as it is", () => {
    for (const input of PROFILES) {
      const parsed = parseProfile(input);
      expect(parseProfile(parsed)).toBe(parsed);
    }
    for (const input of ACCOUNTS) {
      const parsed = parseAccount(input);
      expect(parseAccount(parsed)).toBe(parsed);
    }
  });

  it("also after JSON, and after a structured clone", () => {
    for (const copy of [<T>(value: T): T => JSON.parse(JSON.stringify(value)) as T, <T>(value: T): T => structuredClone(value)]) {
      for (const input of PROFILES) {
        const parsed = parseProfile(input);
        expect(parseProfile(copy(parsed))).toStrictEqual(parsed);
      }
      for (const input of ACCOUNTS) {
        const parsed = parseAccount(input);
        expect(parseAccount(copy(parsed))).toStrictEqual(parsed);
      }
    }
  });
});

describe("what was parsed", () => {
  it("is frozen through and through", () => {
    expect(PROFILES.map((input) => isDeepFrozen(parseProfile(input)))).toEqual(PROFILES.map(() => true));
    expect(ACCOUNTS.map((input) => isDeepFrozen(parseAccount(input)))).toEqual(ACCOUNTS.map(() => true));
  });

  it("leaves what it was parsed from as it was", () => {
    for (const input of [...PROFILES, ...ACCOUNTS]) {
      const before = structuredClone(input);
      const frozen = deepFreeze(structuredClone(input));
      if ("trigger" in frozen) parseProfile(frozen);
      else parseAccount(frozen as AccountInput);
      expect(frozen).toEqual(before);
    }
  });

  it("is recognised and not read again", () => {
    const { profile, account } = owed();
    const parsed = { profile: parseProfile(profile), account: parseAccount(account), at: AT };
    // A value that is read again would have to be surveyed, and a spy on its keys would be called.
    const keys = Object.keys;
    const seen: unknown[] = [];
    Object.keys = (value: object) => {
      seen.push(value);
      return keys(value);
    };
    try {
      evaluate(parsed);
    } finally {
      Object.keys = keys;
    }
    expect(seen).not.toContain(parsed.profile);
    expect(seen).not.toContain(parsed.account);
  });

  it("gives the same decision as the input", () => {
    const { profile, account } = owed();
    expect(planTopup({ profile: parseProfile(profile as ProfileInput), account: parseAccount(account as AccountInput), at: AT })).toEqual(
      planTopup({ profile, account, at: AT }),
    );
  });

  it("is not any frozen look-alike", () => {
    const forged = deepFreeze({ ...structuredClone(parseProfile(owedProfile())), cooldown: { value: -1, unit: "day" } });
    expect(() => parseProfile(forged as never)).toThrow(expect.objectContaining({ code: "invalid_input" }));
  });

  it("by the Standard Schema, by walletBalance's account and by applyPlan is parsed too", () => {
    const result = profileSchema["~standard"].validate(owedProfile());
    expect("value" in result && parseProfile(result.value)).toBe("value" in result && result.value);
    const account = parseAccount(heldAccount());
    expect(walletBalance(account.wallets[0] as never, { at: AT }).available).toBe("4");
    const next = applyPlan(owedAccount(), planTopup(owed()), { id: "t1", status: "paid" });
    expect(parseAccount(next)).toBe(next);
  });
});

describe("the schemas speak Standard Schema", () => {
  it("version 1, with a vendor", () => {
    for (const schema of [profileSchema, accountSchema]) expect(schema["~standard"]).toMatchObject({ version: 1, vendor: "auto-topup" });
  });

  it("and give the value that parsing gives", () => {
    expect(profileSchema["~standard"].validate(owedProfile())).toEqual({ value: parseProfile(owedProfile()) });
    expect(accountSchema["~standard"].validate(owedAccount())).toEqual({ value: parseAccount(owedAccount()) });
  });

  it("or the issues, and throw nothing", () => {
    const result = accountSchema["~standard"].validate(owedAccount({ limits: { credit: "x" } }));
    expect(result.issues).toEqual([{ path: ["limits", "credit"], code: "invalid_amount", message: expect.any(String) }]);
    expect(profileSchema["~standard"].validate(undefined).issues).toHaveLength(1);
  });
});
