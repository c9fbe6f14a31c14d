import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type AccountInput, planTopup } from "auto-topup";
import { incrementFromPlan, type OrbCreditBlock, type OrbTopUp, profileFromOrb, topupsFromOrb, walletFromOrb } from "auto-topup/orb";
import { describe, expect, it } from "vitest";
import { deepFreeze } from "../../support/build.js";

interface Case {
  readonly title: string;
  readonly account: AccountInput;
  readonly at: string;
  readonly topUp: OrbTopUp;
  readonly blocks: readonly OrbCreditBlock[];
  readonly expect: { readonly reason: string; readonly request: unknown };
}

const folder = join(import.meta.dirname, "documents");
const cases = readdirSync(folder).map((file) => deepFreeze(JSON.parse(readFileSync(join(folder, file), "utf8")) as Case));

describe("Orb's documents, evaluated and planned, come out as a ledger increment", () => {
  it("are at least ten", () => {
    expect(cases.length).toBeGreaterThanOrEqual(10);
  });

  it.each(cases)("$title", ({ account, at, topUp, blocks, expect: expected }) => {
    const { currency, per_unit_cost_basis: costBasis } = topUp;
    const profile = profileFromOrb(topUp, { id: topUp.id ?? "p1", customerId: account.id, at });
    const wallets = [walletFromOrb(blocks, { currency, costBasis, at })];
    const topups = topupsFromOrb(blocks, { currency, invoicingCurrency: account.currency, at });
    const plan = planTopup({ profile, account: { ...account, wallets, topups }, at });
    expect(plan.decision.reason).toBe(expected.reason);
    expect(incrementFromPlan(plan, { costBasis })).toEqual(expected.request);
  });
});
