import type { Account, ParsedCap, ParsedLot, Plan, Profile, ParsedTopupRecord, TopupRule, Trigger, Wallet } from "../../../src/index.js";
import type { Situation } from "./situations.js";

type Change = (amount: string) => string;

/** The same situation with each sum of money and credits changed, and each percentage, by ways of their own. */
export function withMoney({ profile, account, at }: Situation, money: Change, percent: Change): Situation {
  return { profile: profileWith(profile, money, percent), account: accountWith(account, money), at };
}

const maybe = (amount: string | null, change: Change): string | null => (amount === null ? null : change(amount));

function profileWith(profile: Profile, money: Change, percent: Change): Profile {
  const caps = profile.caps.map((cap): ParsedCap => ({ ...cap, maxCharge: maybe(cap.maxCharge, money) }));
  return { ...profile, trigger: triggerWith(profile.trigger, money, percent), topup: topupWith(profile.topup, money, percent), caps };
}

function triggerWith(trigger: Trigger, money: Change, percent: Change): Trigger {
  if (trigger.basis === "schedule") return trigger;
  return { ...trigger, value: trigger.type === "percentOfLimit" ? percent(trigger.value) : money(trigger.value) };
}

function topupWith(topup: TopupRule, money: Change, percent: Change): TopupRule {
  const bounds = { min: maybe(topup.min, money), max: maybe(topup.max, money), step: maybe(topup.step, money) };
  return { ...topup, ...bounds, value: topup.mode === "toPercentOfLimit" ? percent(topup.value) : money(topup.value) };
}

function accountWith(account: Account, money: Change): Account {
  const { outstanding, overdue, unbilled } = account.owed;
  return {
    ...account,
    owed: { outstanding: maybe(outstanding, money), overdue: maybe(overdue, money), unbilled: maybe(unbilled, money) },
    limits: Object.fromEntries(Object.entries(account.limits).map(([name, ceiling]) => [name, maybe(ceiling, money)])),
    wallets: account.wallets.map((wallet) => walletWith(wallet, money)),
    paymentMethod: account.paymentMethod && { ...account.paymentMethod, minCharge: maybe(account.paymentMethod.minCharge, money) },
    autoTopupAmount: maybe(account.autoTopupAmount, money),
    topups: account.topups.map((record): ParsedTopupRecord => ({
      ...record,
      charge: money(record.charge),
      credit: maybe(record.credit, money),
    })),
  };
}

function walletWith(wallet: Wallet, money: Change): Wallet {
  const lots = wallet.lots && wallet.lots.map((lot): ParsedLot => ({ ...lot, remaining: money(lot.remaining) }));
  return { ...wallet, lots, balance: maybe(wallet.balance, money), pendingUsage: money(wallet.pendingUsage) };
}

const MONEY_FACTS: ReadonlySet<string> = new Set(["credit", "charge", "maxCharge", "usedCharge", "min", "max", "step"]);

/** A plan with each of its figures changed; an override's `from` is a percentage where the rule's value is one. */
export function planWith(plan: Plan, money: Change, { mode }: TopupRule): unknown {
  const { decision, topup } = plan;
  const trigger = decision.trigger && {
    ...decision.trigger,
    observed: money(decision.trigger.observed),
    inFlight: money(decision.trigger.inFlight),
    effective: money(decision.trigger.effective),
    limit: maybe(decision.trigger.limit, money),
    threshold: maybe(decision.trigger.threshold, money),
    distance: maybe(decision.trigger.distance, money),
  };
  const checks = decision.checks.map((check) => ({
    ...check,
    facts: Object.fromEntries(
      Object.entries(check.facts).map(([name, fact]) => [name, MONEY_FACTS.has(name) && typeof fact === "string" ? money(fact) : fact]),
    ),
  }));
  return {
    ...plan,
    decision: { ...decision, trigger, checks },
    topup: topup && {
      ...topup,
      credit: money(topup.credit),
      charge: money(topup.charge),
      adjustments: topup.adjustments.map(({ rule, from, to }) => ({
        rule,
        from: rule === "override" && mode === "toPercentOfLimit" ? from : money(from),
        to: money(to),
      })),
      after: { ...topup.after, effective: maybe(topup.after.effective, money), distance: maybe(topup.after.distance, money) },
    },
    actions: plan.actions.map((action) => ({
      ...action,
      ...("amount" in action && { amount: money(action.amount) }),
      ...("charge" in action && { charge: money(action.charge), credit: money(action.credit) }),
    })),
  };
}
