import { type AccountInput, balanceSummary, evaluate, planTopup } from "auto-topup";
import {
  parseM3terBalance,
  parseM3terTransactions,
  potFromBalance,
  profileForBalance,
  topupsFromTransactions,
  transactionFromPlan,
  transactionOfPlan,
  walletFromBalance,
} from "auto-topup/m3ter";
import { describe, expect, it } from "vitest";
import { frozen, type Scenario, scenarios, TOPUP_TYPE } from "./documents.js";

const ORG = "org_1";

function run(scenario: Scenario) {
  const { balance, transactions, rule, at, account, options } = frozen(scenario);
  const summary = balanceSummary(potFromBalance(balance, transactions), { at });
  const { rate, pendingUsage, currency = balance.currency } = account;
  const snapshot: AccountInput = {
    id: balance.accountId,
    currency,
    wallets: [walletFromBalance(balance, { at, available: summary.available, pendingUsage, rate })],
    topups: topupsFromTransactions(transactions, { balanceId: balance.id, transactionTypeId: TOPUP_TYPE, rate }),
  };
  const question = { profile: profileForBalance(balance, rule), account: snapshot, at };
  const plan = planTopup(question);
  const request = transactionFromPlan(plan, { orgId: ORG, transactionTypeId: TOPUP_TYPE, ...options });
  return { summary, decision: evaluate(question), plan, request };
}

describe("a balance, its transactions, a rule", () => {
  it.each(scenarios)("$name: $what", (scenario) => {
    const { summary, decision, request } = run(scenario);
    const { status, available, outcome, reason, body } = scenario.expect;
    expect(summary).toMatchObject({ status, available });
    expect(decision).toMatchObject({ outcome, reason });
    const path = `/organizations/${ORG}/balances/${scenario.balance.id}/transactions`;
    const headers = { "content-type": "application/json" };
    expect(request).toEqual(body === null ? null : { method: "POST", path, headers, balanceId: scenario.balance.id, body });
  });

  it.each(scenarios)("$name: parsing first changes nothing", (scenario) => {
    const parsed = {
      ...scenario,
      balance: parseM3terBalance(scenario.balance),
      transactions: parseM3terTransactions(scenario.transactions),
    };
    expect(run(parsed)).toEqual(run(scenario));
  });

  it.each(scenarios)("$name: what was sent is found again by its plan", (scenario) => {
    const { plan, request } = run(scenario);
    expect(transactionOfPlan(scenario.transactions, plan)).toBeNull();
    if (request === null) return;
    const made = { id: "made", ...request.body };
    expect(transactionOfPlan([...scenario.transactions, made], plan)).toBe(made);
  });

  it.each(scenarios.filter(({ expect: { body } }) => body !== null))("$name: the figure moves by what was sent", (scenario) => {
    const { plan, request } = run(scenario);
    const made = { id: "made", ...request?.body, entityType: "SERVICE_USER" } as Scenario["transactions"][number];
    const after = run({ ...scenario, transactions: [...scenario.transactions, made] });
    expect(after.plan.decision.trigger?.observed ?? null).toBe(
      plan.decision.trigger === null ? null : expectedAfter(plan.decision.trigger.observed, plan.topup?.credit ?? "0"),
    );
  });
});

/** Exact for the sums of these documents: both in units of 10⁻²⁰. */
function expectedAfter(observed: string, credit: string): string {
  const scaled = [observed, credit].map((text) => {
    const [whole = "0", fraction = ""] = text.replace("-", "").split(".");
    const size = BigInt(whole + fraction.padEnd(20, "0"));
    return text.startsWith("-") ? -size : size;
  });
  const total = scaled.reduce((sum, each) => sum + each, 0n);
  const digits = (total < 0n ? -total : total).toString().padStart(21, "0");
  const text = `${digits.slice(0, -20)}.${digits.slice(-20)}`.replace(/\.?0+$/, "");
  return total < 0n ? `-${text}` : text;
}
