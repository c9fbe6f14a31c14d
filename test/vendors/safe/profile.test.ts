import type { ProfileInput } from "auto-topup";
import { profileFromSafe, profileToSafe, type SafeProfile } from "auto-topup/safe";
import { describe, expect, it } from "vitest";
import { issues } from "../../support/faults.js";
import { pathsOf, safeProfile } from "./build.js";

const CREDIT = { "Credit Limit": "credit", "Overdue Invoices Credit Limit": "overdue" };

describe("profileFromSafe", () => {
  it("gives the threshold, the amount and how it is paid for, and no guard that SAFE does not document", () => {
    expect(profileFromSafe(safeProfile({ autoCollect: "No" }), { limitNames: CREDIT })).toStrictEqual({
      id: "12",
      enabled: true,
      trigger: { basis: "outstanding", type: "absoluteAmount", value: "100", referenceLimit: "credit", boundary: "exclusive" },
      topup: { mode: "fixedAmount", value: "50" },
      settlement: { kind: "expectedPayment", autoCollect: false },
      inFlight: "ignore",
      failures: "none",
    });
  });

  it("gives every field", () => {
    const document = safeProfile({
      name: "All",
      description: "of it",
      triggerBasis: "Unbilled Calls",
      triggerType: "Percent of Limit",
      triggerValue: "80.50",
      topupMode: "To Percent Of Limit",
      topupValue: 20,
      topupReferenceLimit: "Overdue Invoices Credit Limit",
      autoCollect: true,
      correspondenceTypeExpected: "E",
      correspondenceTypeCard: "C",
      correspondenceTypeDirectDebit: "D",
      minDaysBetweenTopups: 0,
      customerID: 7,
    });
    expect(
      profileFromSafe(document, { limitNames: CREDIT, boundary: "inclusive", additions: { inFlight: "net", priority: 3 } }),
    ).toStrictEqual({
      id: "12",
      name: "All",
      description: "of it",
      enabled: true,
      customerId: "7",
      trigger: { basis: "unbilled", type: "percentOfLimit", value: "80.5", referenceLimit: "credit", boundary: "inclusive" },
      topup: { mode: "toPercentOfLimit", value: "20", referenceLimit: "overdue" },
      settlement: { kind: "expectedPayment", autoCollect: true, correspondence: { expected: "E", card: "C", directDebit: "D" } },
      cooldown: { value: 0, unit: "day" },
      inFlight: "net",
      failures: "none",
      priority: 3,
    });
  });

  it.each([
    ["Yes", true],
    [true, true],
    ["No", false],
    [false, false],
    ["", false],
    [null, false],
    [undefined, false],
  ] as const)("takes enabled and autoCollect %j for %s", (written, meant) => {
    const { enabled, settlement } = profileFromSafe(safeProfile({ enabled: written, autoCollect: written }));
    expect(enabled).toBe(meant);
    expect(settlement).toStrictEqual({ kind: "expectedPayment", autoCollect: meant });
  });

  it.each([
    ["0", "100"],
    ["20", "80"],
    [99.9, "0.1"],
    [100, "0"],
  ])("takes %s %% available for %s %% used, where the option says so", (available, used) => {
    const document = safeProfile({ topupMode: "To Percent Of Limit", topupValue: available });
    expect(profileFromSafe(document, { percentMeans: "available" }).topup.mode).toBe("toPercentOfLimit");
    expect(profileFromSafe(document, { percentMeans: "available" }).topup).toHaveProperty("value", used);
  });

  it("never reads a trigger's percent or a fixed amount as what is available", () => {
    const document = safeProfile({ triggerType: "Percent of Limit", triggerValue: 80, topupValue: 150 });
    const { trigger, topup } = profileFromSafe(document, { percentMeans: "available" });
    expect(trigger).toHaveProperty("value", "80");
    expect(topup).toHaveProperty("value", "150");
  });

  it("cannot have more than the whole limit available", () => {
    const document = safeProfile({ topupMode: "To Percent Of Limit", topupValue: "100.01" });
    const message = "must be at most 100: more than the whole limit cannot be available";
    expect(issues(() => profileFromSafe(document, { percentMeans: "available" }))).toEqual([
      { path: ["topupValue"], code: "out_of_range", message },
    ]);
    expect(profileFromSafe(document).topup).toHaveProperty("value", "100.01");
  });

  it("leaves a frozen document as it is", () => {
    const document = Object.freeze(safeProfile({ colour: Object.freeze({ name: "green" }) }));
    profileToSafe({ ...profileFromSafe(document), enabled: false }, document);
    expect(document).toStrictEqual(safeProfile({ colour: { name: "green" } }));
  });
});

describe("profileToSafe", () => {
  it("writes a new document in words, texts and whole days", () => {
    const profile: ProfileInput = {
      ...profileFromSafe(safeProfile()),
      name: "New",
      topup: { mode: "toPercentOfLimit", value: "20" },
      settlement: { kind: "expectedPayment", autoCollect: true, correspondence: { card: "C" } },
      cooldown: { value: 7, unit: "day" },
    };
    expect(profileToSafe(profile)).toStrictEqual({
      id: "12",
      name: "New",
      enabled: "Yes",
      triggerBasis: "Outstanding",
      triggerType: "Absolute Amount",
      triggerValue: "100",
      referenceLimit: "Credit Limit",
      topupMode: "To Percent Of Limit",
      topupValue: "20",
      autoCollect: "Yes",
      correspondenceTypeCard: "C",
      minDaysBetweenTopups: 7,
    });
  });

  const base = safeProfile({
    id: 12,
    enabled: true,
    triggerValue: "100.00",
    topupValue: 50,
    topupReferenceLimit: "Old Limit",
    minDaysBetweenTopups: "7",
    customerID: 7,
    colour: ["green"],
  });

  it("changes only the fields whose meaning changed", () => {
    const profile = { ...profileFromSafe(base), enabled: false, customerId: null, cooldown: { value: 8, unit: "day" } } as const;
    expect(profileToSafe(profile, base)).toStrictEqual({ ...base, enabled: "No", customerID: null, minDaysBetweenTopups: 8 });
  });

  it("takes unbilled calls by their long name too, and keeps the name while it means the same", () => {
    const long = { ...base, triggerBasis: "Unbilled Calls (approximation until invoiced)" } as const;
    const profile = profileFromSafe(long);
    expect(profile.trigger.basis).toBe("unbilled");
    expect(profileToSafe(profile, long)).toStrictEqual(long);
    expect(profileToSafe(profile).triggerBasis).toBe("Unbilled Calls");
    expect(profileToSafe(profileFromSafe(base), long).triggerBasis).toBe(base.triggerBasis);
  });

  it("keeps a limit that a Fixed Amount does not use, and uses it again", () => {
    const fixed = profileFromSafe(base);
    const percent: ProfileInput = { ...fixed, topup: { mode: "toPercentOfLimit", value: "20", referenceLimit: "Old Limit" } };
    expect(profileToSafe(fixed, base).topupReferenceLimit).toBe("Old Limit");
    expect(profileToSafe(percent, base)).toStrictEqual({ ...base, topupMode: "To Percent Of Limit", topupValue: "20" });
    expect(profileToSafe({ ...percent, topup: { mode: "toPercentOfLimit", value: "20" } }, base).topupReferenceLimit).toBeNull();
  });

  it("writes the top-up's limit where the reference limit moves away from it", () => {
    const document = safeProfile({ topupMode: "To Percent Of Limit" });
    const moved: ProfileInput = {
      ...profileFromSafe(document),
      trigger: { basis: "outstanding", type: "absoluteAmount", value: "100", referenceLimit: "B", boundary: "exclusive" },
      topup: { mode: "toPercentOfLimit", value: "50", referenceLimit: "Credit Limit" },
    };
    expect(profileToSafe(moved, document)).toStrictEqual({ ...document, referenceLimit: "B", topupReferenceLimit: "Credit Limit" });
  });

  it("writes the names of limits back, and the share that is available", () => {
    const options = { limitNames: CREDIT, percentMeans: "available" } as const;
    const document = safeProfile({ topupMode: "To Percent Of Limit", topupValue: "25.50" });
    const profile = profileFromSafe(document, options);
    expect(profileToSafe(profile, null, options)).toStrictEqual({ ...document, topupValue: "25.5", autoCollect: "No" });
    expect(profileToSafe(profile, document, options)).toStrictEqual(document);
  });

  const sound = profileFromSafe(safeProfile());
  const schedule = { basis: "schedule", every: { value: 1, unit: "month" }, startingAt: "2025-06-01T09:00:00Z" } as const;
  const balance = { basis: "balance", type: "absoluteAmount", value: "1", boundary: "exclusive" } as const;

  it.each<[string, Partial<ProfileInput>, (string | number)[][]]>([
    ["a wallet", { trigger: balance }, [["trigger", "basis"]]],
    ["a schedule", { trigger: schedule }, [["trigger", "basis"]]],
    ["a target", { topup: { mode: "toTarget", value: "0" } }, [["topup", "mode"]]],
    ["a grant", { settlement: { kind: "grant" } }, [["settlement", "kind"]]],
    ["hours", { cooldown: { value: 24, unit: "hour" } }, [["cooldown", "unit"]]],
    [
      "two of them at once",
      { settlement: { kind: "grant" }, cooldown: { value: 24, unit: "hour" } },
      [
        ["settlement", "kind"],
        ["cooldown", "unit"],
      ],
    ],
    ["another boundary", { trigger: { ...sound.trigger, boundary: "inclusive" } as never }, [["trigger", "boundary"]]],
    ["netting", { inFlight: "net" }, [["inFlight"]]],
    ["failures", { failures: { suspendAfter: 3 } }, [["failures"]]],
    ["caps", { caps: [{ window: { calendar: "day" }, maxCount: 1 }] }, [["caps"]]],
    ["a step", { topup: { mode: "fixedAmount", value: "50", step: "10" } }, [["topup", "step"]]],
    ["repeating", { topup: { mode: "fixedAmount", value: "50", repeat: "untilClear" } }, [["topup", "repeat"]]],
    ["a priority", { priority: 1 }, [["priority"]]],
    ["a period", { activeFrom: "2025-06-01T09:00:00Z" }, [["activeFrom"]]],
  ])("refuses what SAFE has no field for: %s", (_, over, paths) => {
    expect(pathsOf(() => profileToSafe({ ...sound, ...over }))).toEqual(paths);
  });

  it.each<[string, Partial<ProfileInput>, string[], string]>([
    ["a wallet", { trigger: balance }, ["trigger", "basis"], "must be money owed: SAFE knows no other"],
    ["a schedule", { trigger: schedule }, ["trigger", "basis"], "must be money owed: SAFE knows no other"],
    [
      "a target",
      { topup: { mode: "toTarget", value: "0" } },
      ["topup", "mode"],
      "must be fixedAmount or toPercentOfLimit: SAFE knows no other",
    ],
    ["a grant", { settlement: { kind: "grant" } }, ["settlement", "kind"], "must be expectedPayment: SAFE knows no other"],
    ["hours", { cooldown: { value: 24, unit: "hour" } }, ["cooldown", "unit"], "must be day: SAFE counts dates"],
    ["a priority", { priority: 1 }, ["priority"], "is nothing that SAFE has a field for, and not what the options say"],
  ])("says what SAFE has instead: %s", (_, over, path, message) => {
    expect(issues(() => profileToSafe({ ...sound, ...over }))).toEqual([{ path, code: "conflict", message }]);
  });

  it("takes what the options say", () => {
    const additions = { inFlight: "net", caps: [{ window: { calendar: "day" }, maxCount: 1 }] } as const;
    const profile: ProfileInput = { ...sound, ...additions };
    expect(profileToSafe(profile, null, { additions })).toMatchObject(safeProfile());
  });

  it("refuses a share beyond what can be available", () => {
    const profile: ProfileInput = { ...sound, topup: { mode: "toPercentOfLimit", value: "101" } };
    const message = "must be at most 100: what is available is the rest of the limit";
    expect(issues(() => profileToSafe(profile, null, { percentMeans: "available" }))).toEqual([
      { path: ["topup", "value"], code: "conflict", message },
    ]);
  });

  it("takes any share of what can be used, and the whole limit of what can be available", () => {
    const share = (value: string): ProfileInput => ({ ...sound, topup: { mode: "toPercentOfLimit", value } });
    expect(profileToSafe(share("101"), null, { percentMeans: "used" }).topupValue).toBe("101");
    expect(profileToSafe(share("100"), null, { percentMeans: "available" }).topupValue).toBe("0");
  });

  it("refuses a limit whose name means another one", () => {
    const profile: ProfileInput = { ...sound, trigger: { ...sound.trigger, referenceLimit: "Credit Limit" } as never };
    expect(pathsOf(() => profileToSafe(profile, null, { limitNames: CREDIT }))).toEqual([["trigger", "referenceLimit"]]);
  });

  it("names the argument's own faults", () => {
    expect(pathsOf(() => profileToSafe({ ...sound, id: "" }))).toEqual([["id"]]);
    expect(pathsOf(() => profileToSafe(sound, { ...base, topupMode: "Fixed" } as unknown as SafeProfile))).toEqual([["topupMode"]]);
  });
});

describe("options", () => {
  it.each([
    [null, []],
    [{ boundary: null }, ["boundary"]],
    [{ percentMeans: "free" }, ["percentMeans"]],
    [{ limitNames: { "Credit Limit": "" } }, ["limitNames", "Credit Limit"]],
    [{ limitNames: "credit" }, ["limitNames"]],
    [{ additions: 1 }, ["additions"]],
    [{ additions: { inFlight: "wait" } }, ["additions", "inFlight"]],
    [{ additions: { caps: [{ window: { calendar: "day" } }] } }, ["additions", "caps", 0]],
    [{ additions: { trigger: {} } }, ["additions", "trigger"]],
    [{ additions: { cooldown: { value: 1, unit: "day" } } }, ["additions", "cooldown"]],
    [{ colour: "green" }, ["colour"]],
  ])("%j is a fault", (options, path) => {
    expect(pathsOf(() => profileFromSafe(safeProfile(), options as never))).toEqual([path]);
  });

  it("may be undefined, each for itself", () => {
    const nothing = {
      boundary: undefined,
      percentMeans: undefined,
      limitNames: undefined,
      additions: { inFlight: undefined, caps: undefined },
    };
    expect(profileFromSafe(safeProfile(), nothing)).toStrictEqual(profileFromSafe(safeProfile()));
    expect(() => profileFromSafe(safeProfile(), { limitNames: null, additions: null })).not.toThrow();
  });
});
