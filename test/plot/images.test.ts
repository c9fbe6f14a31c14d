import fc from "fast-check";
import { expect, it } from "vitest";
import { simulate, type SimulateInput } from "../../src/index.js";
import { toSvg } from "../../src/plot/index.js";
import { digestOf } from "../support/digest.js";
import { OTHER_ICU } from "../support/editions.js";
import { crowdedSimulations, looks, simulations } from "./support/drawn.js";

const June = { from: "2026-06-01T00:00:00Z", to: "2026-07-01T00:00:00Z" } as const;

const wallet: SimulateInput = {
  ...June,
  profile: {
    id: "monthly-wallet",
    trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
    topup: { mode: "fixedAmount", value: "50" },
  },
  account: { id: "acme", currency: "USD", wallets: [{ id: "w1", unit: "USD", balance: "30" }] },
  timeline: [{ type: "usageRate", amount: "12", per: { value: 1, unit: "day" }, every: { value: 6, unit: "hour" } }],
  evaluateOn: { dailyAt: "02:00" },
};

const owed: SimulateInput = {
  ...June,
  profile: {
    id: "credit-limit",
    trigger: { basis: "outstanding", type: "absoluteAmount", value: "100", referenceLimit: "credit" },
    topup: { mode: "toTarget", value: "150" },
    cooldown: { value: 2, unit: "day" },
    failures: { retryAfter: { value: 1, unit: "day" } },
  },
  account: {
    id: "globex",
    currency: "GBP",
    timeZone: "Europe/London",
    owed: { outstanding: "120" },
    limits: { credit: "500" },
    paymentMethod: { type: "card", autoCollect: true },
  },
  timeline: [
    { type: "usageRate", amount: "63.70", per: { value: 1, unit: "day" }, every: { value: 6, unit: "hour" } },
    { type: "limit", at: "2026-06-20T12:00:00Z", name: "credit", value: "600" },
  ],
  evaluateOn: { dailyAt: "09:00" },
  payments: { settleAfter: { value: 2, unit: "day" }, outcomes: ["paid", "declined", "declined", "paid", "paid", "unanswered"] },
};

// A deliberate change is accepted with `npx vitest run --project UTC test/plot/images.test.ts --update`, and looked at.
it.each([
  ["wallet", wallet],
  ["owed", owed],
])("the picture in the documentation is what is drawn today: %s", async (name, scenario) => {
  await expect(`${toSvg(simulate(scenario))}\n`).toMatchFileSnapshot(`../../docs/images/${name}.svg`);
});

const kinds = { all: simulations, crowded: crowdedSimulations };

it.skipIf(OTHER_ICU).each([
  ["all", 1, "eb144ef92784"],
  ["all", 2, "4b93fbbd50c0"],
  ["all", 3, "fd91c1c6ba64"],
  ["all", 4, "7d4014ab3f6e"],
  ["all", 5, "cf8cd6c8a98a"],
  ["all", 6, "279613026f83"],
  ["all", 7, "291d32710ca3"],
  ["all", 8, "70315144b05e"],
  ["crowded", 1, "959e53d8afc2"],
  ["crowded", 2, "571c657e1e9c"],
  ["crowded", 3, "df3aeb84197b"],
  ["crowded", 4, "4d8e5878b56f"],
] as const)("pictures of a kind are drawn as they were: %s, ten of seed %i", (kind, seed, digest) => {
  const drawn = fc.sample(fc.tuple(kinds[kind], looks), { seed, numRuns: 10 });
  expect(digestOf(drawn.map(([simulation, look]) => toSvg(simulation, look)).join(""))).toBe(digest);
});
