import { describe, expect, it } from "vitest";
import { type CompareInput, compareProfiles, parseProfile, type ProfileInput, simulate } from "../../../src/index.js";
import { deepFreeze, heldProfile } from "../../support/build.js";
import { faults } from "../../support/faults.js";
import { june, scenario, wallet } from "../simulation/build.js";

const { profile: _, ...nineDays } = scenario({
  timeline: [{ type: "usageRate", amount: "12", per: { value: 1, unit: "day" } }],
  costPerCharge: "0.30",
});
const named = (id: string, over: Partial<ProfileInput> = {}): ProfileInput => heldProfile({ id, ...over });
const adding = (id: string, value: string): ProfileInput => named(id, { topup: { mode: "fixedAmount", value } });
const firingAt = (id: string, value: string): ProfileInput => named(id, { trigger: { basis: "balance", type: "absoluteAmount", value } });
const compared = (profiles: readonly ProfileInput[], over: Partial<CompareInput> = {}) =>
  compareProfiles({ ...nineDays, profiles, ...over });
const difference = (one: ProfileInput, other: ProfileInput, over: Partial<CompareInput> = {}) =>
  compared([one, other], over).differences[0];

describe("profiles side by side", () => {
  it("are summed up as each is alone, in the order given", () => {
    const profiles = [adding("b", "20"), adding("a", "100"), named("c", { enabled: false })];
    const { summaries } = compared(profiles);
    expect(summaries).toEqual(profiles.map((profile) => simulate({ ...nineDays, profile }).summary()));
  });

  it("are compared two by two, the earlier one first", () => {
    const ids = compared([adding("c", "1"), adding("a", "2"), adding("b", "3")]).differences.map(({ profileIds }) => profileIds);
    expect(ids).toEqual([
      ["c", "a"],
      ["c", "b"],
      ["a", "b"],
    ]);
  });

  it("may be one, or none", () => {
    expect(compared([named("a")])).toMatchObject({ summaries: [{ profileId: "a" }], differences: [] });
    expect(compared([])).toEqual({ summaries: [], differences: [] });
  });

  it("may have been parsed, and are left as they are", () => {
    const input = deepFreeze(structuredClone({ ...nineDays, profiles: [adding("a", "20"), adding("b", "50")] }));
    const parsed = { ...input, profiles: input.profiles.map(parseProfile) };
    expect(compareProfiles(parsed)).toEqual(compareProfiles(input));
  });
});

describe("two profiles first differ", () => {
  it("where both charge, and not the same", () => {
    expect(difference(adding("a", "20"), adding("b", "50"))).toEqual({
      profileIds: ["a", "b"],
      at: june(2, "16:00:00.000"),
      charges: ["20", "50"],
    });
  });

  it("where one charges and the other does not, whichever that is", () => {
    const [early, late] = [firingAt("a", "20"), firingAt("b", "10")];
    expect(difference(early, late)).toMatchObject({ at: june(1, "20:00:00.000"), charges: ["50", null] });
    expect(difference(late, early)).toMatchObject({ at: june(1, "20:00:00.000"), charges: [null, "50"] });
  });

  it("where one has no more and the other goes on", () => {
    const once = named("a", { activeUntil: june(4) });
    expect(difference(once, named("b"))).toMatchObject({ at: june(6, "20:00:00.000"), charges: [null, "50"] });
    expect(difference(named("b"), named("c", { enabled: false }))).toMatchObject({ at: june(2, "16:00:00.000"), charges: ["50", null] });
  });

  it("nowhere where they charge alike from first to last, or never", () => {
    expect(difference(named("a"), named("b", { priority: 3 }))).toEqual({ profileIds: ["a", "b"], at: null, charges: [null, null] });
    expect(difference(named("a", { enabled: false }), named("b", { enabled: false }))?.at).toBeNull();
  });

  it("by what is charged, not by what is added", () => {
    const account = wallet({ unit: "credits", rate: "0.001" });
    const [one, other] = [adding("a", "10"), adding("b", "11")]; // both cost a cent
    expect(difference(one, other, { account, timeline: [{ type: "usage", at: june(2), amount: "25" }] })?.at).toBeNull();
  });
});

describe("what cannot be compared", () => {
  const wrong = (profiles: unknown, over: object = {}) => faults(() => compareProfiles({ ...nineDays, profiles, ...over } as CompareInput));

  it.each<[unknown, string[]]>([
    [undefined, ["profiles: required"]],
    [null, ["profiles: invalid_type"]],
    [{}, ["profiles: invalid_type"]],
    [[null], ["profiles.0: required"]],
    [[named("a"), { ...named("b"), topup: null }], ["profiles.1.topup: required"]],
    [[named("a"), named("b"), named("a")], ["profiles.2.id: duplicate_id"]],
  ])("is told: %j", (profiles, expected) => {
    expect(wrong(profiles)).toEqual(expected);
  });

  it("is told with every fault of the scenario", () => {
    expect(wrong([named("a"), named("a")], { to: null, evaluateOn: "daily" })).toEqual([
      "profiles.1.id: duplicate_id",
      "to: required",
      "evaluateOn: invalid_value",
    ]);
    expect(wrong([named("a")], { to: june(1) })).toEqual(["to: conflict"]);
    expect(wrong([named("a")], { profile: named("a") })).toEqual(["profile: unknown_key"]);
  });

  it("is told also where a list is hostile", () => {
    const thrower = new Proxy([named("a")], {
      get: () => {
        throw new TypeError("must not get out");
      },
    });
    expect(wrong(thrower).length).toBeGreaterThan(0);
    expect(wrong(Object.assign([named("a")], { length: 2 })).length).toBeGreaterThan(0);
  });
});
