import { describe, expect, it } from "vitest";
import {
  type AccountInput,
  parseAccount,
  parseProfile,
  planTopup,
  type ProfileInput,
  type Selection,
  selectProfile,
} from "../../src/index.js";
import { AT, deepFreeze, dollars, heldProfile, owedAccount, owedProfile } from "../support/build.js";

const select = (profiles: readonly Partial<ProfileInput>[], account: Partial<AccountInput> = {}): Selection =>
  selectProfile({ profiles: profiles.map((each) => owedProfile(each)), account: owedAccount(account), at: AT });
const ranking = (profiles: readonly Partial<ProfileInput>[]): string[] => select(profiles).decisions.map(({ profileId }) => profileId);

describe("profiles are ranked", () => {
  it("those restricted to this customer first", () => {
    expect(
      ranking([
        { id: "a", priority: -5 },
        { id: "b", customerId: "a1", priority: 9 },
      ]),
    ).toEqual(["b", "a"]);
  });

  it("one for another customer is no more restricted to this one than any", () => {
    expect(ranking([{ id: "b" }, { id: "a", customerId: "a2" }])).toEqual(["a", "b"]);
  });

  it("then by priority, the lower first, 0 where none is given", () => {
    expect(ranking([{ id: "a", priority: 1 }, { id: "b" }, { id: "c", priority: -1 }, { id: "d", priority: 0.5 }])).toEqual([
      "c",
      "b",
      "d",
      "a",
    ]);
  });

  it("then by id, in code units", () => {
    expect(ranking([{ id: "b" }, { id: "a" }, { id: "B" }, { id: "p10" }, { id: "p9" }, { id: "\u{1F600}" }, { id: "\uFE4F" }])).toEqual([
      "B",
      "a",
      "b",
      "p10",
      "p9",
      "\u{1F600}",
      "\uFE4F",
    ]);
  });

  it("whatever order they come in", () => {
    const profiles = [{ id: "a", priority: 1 }, { id: "b", customerId: "a1" }, { id: "c" }];
    expect(ranking(profiles)).toEqual(ranking([...profiles].reverse()));
  });
});

describe("the plan", () => {
  it("is that of the first that is due", () => {
    const { plan, decisions } = select([{ id: "a", enabled: false }, { id: "b" }, { id: "c" }]);
    expect(plan).toEqual(planTopup({ profile: owedProfile({ id: "b" }), account: owedAccount(), at: AT }));
    expect(decisions.map(({ outcome }) => outcome)).toEqual(["ineligible", "due", "due"]);
  });

  it("is one, also where several targets are due", () => {
    const wallets = [{ ...dollars(), unit: "GBP" }];
    const profiles = [owedProfile({ id: "owed" }), heldProfile({ id: "held" })];
    const { plan, decisions } = selectProfile({ profiles, account: owedAccount({ wallets }), at: AT });
    expect(plan?.decision.profileId).toBe("held");
    expect(decisions.map(({ outcome }) => outcome)).toEqual(["due", "due"]);
  });

  it("is null where none is due, and where there are none", () => {
    expect(select([{ enabled: false }])).toMatchObject({ plan: null, decisions: [{ reason: "profileDisabled" }] });
    expect(select([])).toEqual({ plan: null, decisions: [] });
  });
});

describe("choosing", () => {
  it("takes parsed values, and changes no input", () => {
    const profiles = [owedProfile({ id: "b" }), owedProfile({ id: "a" })];
    const parsed = { profiles: profiles.map(parseProfile), account: parseAccount(owedAccount()), at: AT };
    const input = deepFreeze({ profiles, account: owedAccount(), at: AT });
    expect(selectProfile(parsed)).toEqual(selectProfile(input));
    expect(profiles.map(({ id }) => id)).toEqual(["b", "a"]);
  });
});
