import { planTopup, type ProfileInput } from "auto-topup";
import {
  accountFromFlexprice,
  autoTopupFromProfile,
  beyondFlexprice,
  type FlexpriceAutoTopup,
  flatAutoTopupFromProfile,
  profileFromWallet,
} from "auto-topup/flexprice";
import { describe, expect, it } from "vitest";
import { issues } from "../../support/faults.js";
import { prepaid } from "./build.js";

const on = { enabled: true, threshold: "50", amount: "10" };
const profile: ProfileInput = {
  id: "p1",
  trigger: { basis: "balance", type: "absoluteAmount", value: "50" },
  topup: { mode: "fixedAmount", value: "10" },
  settlement: { kind: "grant" },
  inFlight: "block",
  failures: "none",
};

describe("profileFromWallet", () => {
  it("decides as Flexprice does", () => {
    expect(profileFromWallet(prepaid({ auto_topup: { ...on, invoicing: true } }))).toEqual({
      id: "w1",
      customerId: "c1",
      walletId: "w1",
      trigger: { basis: "balance", type: "absoluteAmount", value: "50", boundary: "inclusive" },
      topup: { mode: "fixedAmount", value: "10", repeat: "once" },
      settlement: { kind: "invoice", autoCollect: false, netTermsDays: 0, requirePaid: true },
      credit: { metadata: { auto_topup: "true" } },
      inFlight: "block",
      failures: "none",
    });
  });

  it.each([
    [
      { value: 90, unit: "second" },
      { value: 90, unit: "second" },
    ],
    [
      { value: 5, unit: "minute" },
      { value: 5, unit: "minute" },
    ],
    [
      { value: 3, unit: "day" },
      { value: 72, unit: "hour" },
    ],
    [{ value: 0, unit: "day" }, undefined],
  ] as const)("has the cooldown %j as %j: elapsed time, no dates", (cooldown, ours) => {
    expect(profileFromWallet(prepaid({ auto_topup: { ...on, cooldown } }))?.cooldown).toEqual(ours);
  });

  it.each([null, {}, { enabled: false }, { enabled: null, threshold: "1", amount: "1" }])(
    "is null where auto_topup is %j",
    (auto_topup) => {
      expect(profileFromWallet(prepaid({ auto_topup }))).toBeNull();
    },
  );

  it("takes what the wallet does not say", () => {
    const wallet = prepaid({ auto_topup: on });
    expect(profileFromWallet(wallet)?.settlement).toEqual({ kind: "grant", reason: "PURCHASED_CREDIT_DIRECT" });
    expect(profileFromWallet(wallet, { invoicing: true, autoComplete: true })?.settlement).toMatchObject({
      kind: "invoice",
      requirePaid: false,
    });
    expect(profileFromWallet(wallet, { id: "p9", customerId: "mine" })).toMatchObject({ id: "p9", customerId: "mine" });
  });

  it("makes the burst of a direct top-up one by one, or in one charge", () => {
    const wallet = prepaid({ credit_balance: "5", real_time_credit_balance: "5", auto_topup: on });
    const charge = (repeat: "once" | "untilClear") => {
      const burst = profileFromWallet(wallet, { repeat }) as ProfileInput;
      return planTopup({ profile: burst, account: accountFromFlexprice(wallet), at: "2026-06-01T09:00:00Z" }).topup?.charge;
    };
    expect([charge("once"), charge("untilClear")]).toEqual(["10.00", "50.00"]);
  });
});

it("a setting that is on has both its figures, and adds more than nothing", () => {
  const told = (auto_topup: FlexpriceAutoTopup): unknown => issues(() => profileFromWallet(prepaid({ auto_topup })));
  const missing = { code: "required", message: "is required: the automatic top-up is on" };
  expect(told({ enabled: true })).toEqual([
    { path: ["auto_topup", "threshold"], ...missing },
    { path: ["auto_topup", "amount"], ...missing },
  ]);
  for (const amount of ["0", "-1"])
    expect(told({ enabled: true, threshold: "1", amount })).toEqual([
      { path: ["auto_topup", "amount"], code: "out_of_range", message: "must be more than 0" },
    ]);
});

describe("autoTopupFromProfile", () => {
  it("switches a setting off and leaves the rest of it", () => {
    expect(autoTopupFromProfile(null, { ...on, extra: 1 })).toEqual({ ...on, enabled: false, extra: 1 });
    expect(autoTopupFromProfile(null, { threshold: "1" })).toEqual({ threshold: "1" });
    expect(autoTopupFromProfile(null)).toEqual({});
    expect(autoTopupFromProfile({ ...profile, enabled: false }, on)).toEqual({ ...on, enabled: false });
    expect(autoTopupFromProfile({ ...profile, enabled: false })).toMatchObject({ enabled: false });
    expect(autoTopupFromProfile({ ...profile, enabled: false }, { ...on, enabled: null })).toMatchObject({ enabled: null });
  });

  it("changes only what differs", () => {
    const base = { extra: { a: 1 }, ...on, threshold: 50, invoicing: null, cooldown: { value: 1, unit: "day", note: "n" } } as const;
    expect(autoTopupFromProfile({ ...profile, cooldown: { value: 24, unit: "hour" } }, base)).toEqual(base);
    expect(autoTopupFromProfile({ ...profile, cooldown: { value: 2, unit: "hour" } }, base)).toEqual({
      ...base,
      cooldown: { value: 2, unit: "hour", note: "n" },
    });
    const invoiced = { ...profile, settlement: { kind: "invoice", autoCollect: false, netTermsDays: 0 } } as const;
    expect(autoTopupFromProfile(invoiced, base)).toMatchObject({ invoicing: true });
  });

  it("clears a cooldown with the value 0, which Flexprice would keep if it were left out", () => {
    expect(autoTopupFromProfile(profile, { ...on, cooldown: { value: 5, unit: "minute" } }).cooldown).toEqual({ value: 0, unit: "minute" });
    const none = { ...profile, cooldown: { value: 0, unit: "day" } } as const;
    expect(autoTopupFromProfile(none, { ...on, cooldown: { value: 5, unit: "minute" } }).cooldown).toEqual({ value: 0, unit: "minute" });
    expect(autoTopupFromProfile(none, on)).toEqual(autoTopupFromProfile(profile, on));
  });

  it("is of a setting whose cooldown is no longer than Flexprice's longest", () => {
    expect(issues(() => autoTopupFromProfile(profile, { ...on, cooldown: { value: 99_999_999, unit: "day" } }))).toMatchObject([
      { path: ["cooldown", "value"], code: "out_of_range", message: expect.stringMatching(/^must not be longer than \d+ days$/) as string },
    ]);
    const beyond = { ...on, cooldown: { value: 9_999_999_999, unit: "day" } } as const;
    expect(issues(() => autoTopupFromProfile(profile, beyond))).toHaveLength(1);
  });

  it.each<[Partial<ProfileInput>, string[]]>([
    [{ trigger: { basis: "outstanding", type: "absoluteAmount", value: "1", referenceLimit: "l" } }, ["trigger", "basis"]],
    [{ trigger: { basis: "balance", type: "percentOfLimit", value: "1", referenceLimit: "l" } }, ["trigger", "type"]],
    [{ trigger: { basis: "balance", type: "absoluteAmount", value: "1", boundary: "exclusive" } }, ["trigger", "boundary"]],
    [{ topup: { mode: "toTarget", value: "9" } }, ["topup", "mode"]],
    [{ settlement: { kind: "expectedPayment", autoCollect: true } }, ["settlement", "kind"]],
    [{ cooldown: { value: 1, unit: "day" } }, ["cooldown", "unit"]],
  ])("refuses what the object cannot say: %j", (over, path) => {
    expect(() => autoTopupFromProfile({ ...profile, ...over })).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path })] }),
    );
  });
});

describe("flatAutoTopupFromProfile", () => {
  it("clears both figures with disabled", () => {
    expect(flatAutoTopupFromProfile(null)).toEqual({ auto_topup_trigger: "disabled" });
    expect(flatAutoTopupFromProfile({ ...profile, enabled: false })).toEqual({ auto_topup_trigger: "disabled" });
  });

  it("changes only what differs", () => {
    const base = { auto_topup_trigger: "disabled", auto_topup_min_balance: 50, auto_topup_amount: "7" } as const;
    const on = { auto_topup_trigger: "balance_below_threshold" } as const;
    expect(flatAutoTopupFromProfile(profile, base)).toEqual({ ...on, auto_topup_min_balance: 50, auto_topup_amount: "10" });
    const other = { auto_topup_min_balance: null, auto_topup_amount: 10 };
    expect(flatAutoTopupFromProfile(profile, other)).toEqual({ ...on, auto_topup_min_balance: "50", auto_topup_amount: 10 });
  });

  it.each(["0", "-1"])("refuses the threshold %s", (value) => {
    const trigger = { basis: "balance", type: "absoluteAmount", value } as const;
    expect(issues(() => flatAutoTopupFromProfile({ ...profile, trigger }))).toEqual([
      { path: ["trigger", "value"], code: "out_of_range", message: "must be more than 0: the flat fields take no other" },
    ]);
  });
});

describe("flatAutoTopupFromProfile of a cooldown", () => {
  it("refuses one, which the flat fields would lose; one of zero is none", () => {
    const over = (value: number): ProfileInput => ({ ...profile, cooldown: { value, unit: "hour" } });
    expect(issues(() => flatAutoTopupFromProfile(over(1)))).toEqual([
      { path: ["cooldown"], code: "conflict", message: "must be null or 0: the flat fields have none" },
    ]);
    expect(flatAutoTopupFromProfile(over(0))).toEqual(flatAutoTopupFromProfile(profile));
    expect(flatAutoTopupFromProfile({ ...over(1), enabled: false })).toEqual({ auto_topup_trigger: "disabled" });
  });
});

describe("beyondFlexprice", () => {
  it("names nothing of a profile that Flexprice could have", () => {
    expect(beyondFlexprice(profile)).toEqual([]);
    for (const reason of [null, "PURCHASED_CREDIT_DIRECT"]) {
      expect(beyondFlexprice({ ...profile, settlement: { kind: "grant", reason }, currency: "credits" })).toEqual([]);
    }
    expect(beyondFlexprice({ ...profile, settlement: { kind: "grant", reason: "CREDIT_NOTE" } })).toEqual([["settlement", "reason"]]);
    expect(beyondFlexprice({ ...profile, credit: { metadata: { auto_topup: "true" } } })).toEqual([]);
    expect(beyondFlexprice({ ...profile, credit: { metadata: { team: "a" } } })).toEqual([["credit", "metadata"]]);
  });

  it("names every setting that it has none for", () => {
    const all = beyondFlexprice({
      ...profile,
      currency: "USD",
      priority: 1,
      activeFrom: "2026-01-01T00:00:00Z",
      activeUntil: "2027-01-01T00:00:00Z",
      topup: { mode: "fixedAmount", value: "10", repeat: "untilClear", min: "1", max: "20", step: "5" },
      settlement: { kind: "invoice", autoCollect: true, netTermsDays: 7, memo: "m" },
      credit: { expiresAfter: { value: 1, unit: "month" }, priority: 1, metadata: { auto_topup: "true", team: "a" } },
      inFlight: "net",
      inFlightExpiresAfter: { value: 1, unit: "day" },
      caps: [{ window: { calendar: "day" }, maxCount: 1 }],
      failures: {},
      requirePaymentMethod: true,
      staleAfter: { value: 1, unit: "hour" },
    });
    expect(all.map((path) => path.join("."))).toEqual([
      ...["currency", "activeFrom", "activeUntil", "topup.min", "topup.max", "topup.step", "topup.repeat"],
      ...[
        "settlement.autoCollect",
        "settlement.netTermsDays",
        "settlement.memo",
        "credit.expiresAfter",
        "credit.priority",
        "credit.metadata",
      ],
      ...["inFlight", "inFlightExpiresAfter", "caps", "failures", "requirePaymentMethod", "staleAfter", "priority"],
    ]);
  });
});
