import fc from "fast-check";
import {
  type Account,
  type Basis,
  type Boundary,
  type Check,
  type Decision,
  evaluate,
  type Guard,
  parseAccount,
  parseProfile,
  type Profile,
  type ScheduleTrigger,
  type ParsedTopupRecord,
  type TopupRuleInput,
  type Trigger,
} from "../../../src/index.js";
import { situation } from "../../../src/testing/recipes/situation.js";
import type { Situation as RawSituation } from "../../../src/testing/situation.js";
import { minorUnits } from "../../model/currency.js";
import { ceilTo, type Exact, exact, exactText, isStatable, ONE, percentOf, unitOf } from "./exact.js";

/** A situation in its canonical spelling, which is easier to change than the many that mean the same. */
export interface Situation {
  readonly profile: Profile;
  readonly account: Account;
  readonly at: string;
}

export const rawSituations: fc.Arbitrary<RawSituation> = situation;

export const situations: fc.Arbitrary<Situation> = situation.map(canonical);

/** Situations in which no guard stands between a trigger that fires and a top-up: most of them are due, the rest mostly not reached. */
export const openSituations: fc.Arbitrary<Situation> = situations.map(unguarded);

export function canonical({ profile, account, at }: RawSituation): Situation {
  return { profile: parseProfile(profile), account: parseAccount(account), at: new Date(at).toISOString() };
}

export function unguarded({ profile, account, at }: Situation): Situation {
  const seen = (record: ParsedTopupRecord): boolean => record.createdAt <= at && (record.creditedAt ?? "") <= at;
  return {
    at,
    profile: {
      ...profile,
      enabled: true,
      customerId: null,
      activeFrom: null,
      activeUntil: null,
      cooldown: null,
      caps: [],
      failures: "none",
      requirePaymentMethod: false,
      staleAfter: null,
      inFlight: profile.inFlight === "block" ? "net" : profile.inFlight,
    },
    account: { ...account, asOf: account.asOf !== null && account.asOf > at ? at : account.asOf, topups: account.topups.filter(seen) },
  };
}

export function checkOf({ checks }: Decision, guard: Guard): Check {
  return checks.find((check) => check.guard === guard) as Check;
}

/** More owed or, through its pending usage, less held by so much; as much of it as an input can state. */
export function worsenedBy(situation: Situation, amount: Exact): Situation {
  const { profile, account } = situation;
  const basis = basisOf(profile);
  const worse = (figure: string): string => {
    const sum = exact(figure) + amount;
    return isStatable(sum) ? exactText(sum) : figure;
  };
  if (basis === "balance") {
    const { walletId } = evaluate(situation);
    const wallets = account.wallets.map((wallet) =>
      wallet.id === walletId ? { ...wallet, pendingUsage: worse(wallet.pendingUsage) } : wallet,
    );
    return { ...situation, account: { ...account, wallets } };
  }
  const figure = account.owed[basis];
  return { ...situation, account: { ...account, owed: { ...account.owed, [basis]: figure === null ? null : worse(figure) } } };
}

export function basisOf({ trigger, topup }: Profile): Basis {
  return trigger.basis === "schedule" ? (topup.basis ?? "outstanding") : trigger.basis;
}

/** A situation whose profile has a threshold, not a schedule. */
export interface Watching extends Situation {
  readonly profile: Profile & { readonly trigger: Exclude<Trigger, ScheduleTrigger> };
}

/** The same situation with a figure watched that is owed, at a percentage of a limit; `beside` is how far past the threshold it is. */
export interface OwedPercent {
  readonly basis: "outstanding" | "overdue" | "unbilled";
  readonly boundary: Boundary;
  readonly limit: Exact;
  readonly percent: Exact;
  readonly beside: Exact;
}

const LIMIT = "the watched limit";

export function watchingOwed(situation: Situation, { basis, boundary, limit, percent, beside }: OwedPercent): Watching {
  const { account, at } = situation;
  const own = evaluate(situation).walletId;
  const { basis: _, ...topup } = situation.profile.topup;
  const profile = {
    ...situation.profile,
    walletId: null,
    currency: situation.profile.currency === null ? null : account.currency,
    settlement: situation.profile.settlement.kind === "invoice" ? ({ kind: "grant", reason: null } as const) : situation.profile.settlement,
    trigger: { basis, type: "percentOfLimit", value: exactText(percent), referenceLimit: LIMIT, boundary } as const,
    topup,
  };
  const placed = {
    ...account,
    limits: { ...account.limits, [LIMIT]: exactText(limit) },
    owed: { ...account.owed, [basis]: exactText(percentOf(limit, percent) + beside) },
    // What was about the target is still about it.
    topups: account.topups.map((record) => ({ ...record, walletId: record.walletId === own ? null : (record.walletId ?? "elsewhere") })),
  };
  // What is in flight has to be owed on top, for the effective figure to be where it shall be.
  const inFlight = exact(evaluate({ profile, account: placed, at }).trigger?.inFlight ?? "0");
  return worsenedBy({ profile, account: placed, at }, inFlight) as Watching;
}

// A product of the two, and what is beside it, can still be stated.
const upTo = (most: bigint): fc.Arbitrary<Exact> =>
  fc.tuple(fc.bigInt({ min: 0n, max: most }), fc.integer({ min: 0, max: 9 })).map(([n, places]) => n * unitOf(places));
const amount = upTo(10n ** 12n);
const roundPercent = fc.constantFrom(80n, 100n, 50n, 0n, 1n, 150n).map((percent) => percent * ONE);

export const owedPercents: fc.Arbitrary<OwedPercent> = fc.record({
  basis: fc.constantFrom("outstanding", "overdue", "unbilled"),
  boundary: fc.constantFrom("inclusive", "exclusive"),
  limit: amount.map((limit) => (limit === 0n ? ONE : limit)),
  percent: fc.oneof(roundPercent, upTo(10n ** 6n)),
  beside: fc.oneof(
    fc.constant(0n),
    fc.constantFrom(unitOf(20), -unitOf(20), unitOf(2), -unitOf(2)),
    amount,
    amount.map((size) => -size),
  ),
});

/** Open situations whose profile has a threshold. */
export const openThresholds: fc.Arbitrary<Watching> = fc
  .tuple(openSituations, owedPercents)
  .map(([situation, watch]) => (situation.profile.trigger.basis === "schedule" ? watchingOwed(situation, watch) : (situation as Watching)));

/** The same with another amount rule, which no override of the account replaces. */
export function withTopup<Of extends Situation>(situation: Of, topup: TopupRuleInput): Of {
  const { profile, account, at } = situation;
  return { at, profile: parseProfile({ ...profile, topup }), account: { ...account, autoTopupAmount: null } } as unknown as Of;
}

/** The places that the figure's unit has: the minor digits of a currency, or a custom unit's scale. */
export function placesOf(situation: Situation, walletId: string | null): number {
  const { account } = situation;
  const wallet = account.wallets.find(({ id }) => id === walletId);
  return minorUnits(wallet?.unit ?? account.currency) ?? wallet?.scale ?? 9;
}

/** The smallest credit that can be given: the topup's step, brought up to whole units of the scale, or one such unit. */
export function quantumOf(situation: Situation, walletId: string | null): Exact {
  const { step } = situation.profile.topup;
  const unit = unitOf(placesOf(situation, walletId));
  return step === null ? unit : ceilTo(exact(step), unit);
}

/** Moved to exactly the threshold, where it has one. */
export function atThreshold<Of extends Situation>(situation: Of): Of {
  const distance = evaluate(situation).trigger?.distance;
  return distance == null ? situation : (worsenedBy(situation, exact(distance)) as Of);
}

/**
 * Whether its sums, and those of what follows from it, can surely be stated as inputs again: at the very end of the
 * admitted range a top-up may lead out of it.
 */
export function isWithinReach(...values: readonly unknown[]): boolean {
  const text = JSON.stringify(values);
  return !/"-?\d{13,}(\.\d+)?"/.test(text) && !/"rate":"0\.0{5}/.test(text);
}
