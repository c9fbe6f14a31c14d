import { expect, it } from "vitest";
import { parseAccount, parseProfile, type ProfileInput } from "../../../src/index.js";
import { standingOf } from "../../../src/insight/simulation/standing.js";
import { heldProfile } from "../../support/build.js";
import { june, wallet } from "./build.js";

const standing = (profile: ProfileInput, account: object) =>
  standingOf(parseProfile(profile), parseAccount({ ...wallet(), ...account }), june(1));

it("an unknown figure is past nothing", () => {
  const unknown = { figure: null, limit: null, pastThreshold: false, pastLimit: false, withoutFunds: false };
  const known = standing(heldProfile(), { wallets: [{ id: "w1", unit: "USD" }] });
  expect({ ...known, threshold: null }).toEqual({ ...unknown, threshold: null });
  expect(known.threshold?.toString()).toBe("10");
  expect(standing(heldProfile(), { wallets: [] })).toEqual({ ...unknown, threshold: null });
});

it("where no limit is referred to there is none, whatever the limits are named", () => {
  const limits = { null: "1", undefined: "2" };
  const monthly = { basis: "schedule", every: { value: 1, unit: "month" }, startingAt: june(1) } as const;
  expect(standing(heldProfile(), { limits }).limit).toBeNull();
  expect(standing(heldProfile({ trigger: monthly }), { limits }).limit).toBeNull();
});
