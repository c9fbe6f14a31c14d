// 4 and 7: what the profile watches, and what is already under way there.
import { instant, optionalInstant } from "./clock.js";
import { minorUnits, unitName } from "./currency.js";
import { walletAvailable } from "./ledger.js";
import { add, ceilTo, divide, floorTo, ONE, optionalRational, rational, subtract, sum, unitOf, ZERO, type Rational } from "./rational.js";
import type { Basis, Duration, ModelInput, RecordInput, WalletInput } from "./shapes.js";

export interface TopupRecord {
  id: string;
  automatic: boolean;
  profileId: string | null;
  status: RecordInput["status"];
  failure: "declined" | "hardDeclined" | "infrastructure";
  charge: Rational;
  credit: Rational;
  createdAt: number;
  creditedAt: number | null;
  failedAt: number | null;
}
export type Limit = Rational | "unlimited" | "unknown" | "unused";

export type Situation = ReturnType<typeof situate>;

const SECONDS = { second: 1, minute: 60, hour: 3600, day: 86_400 };
// 3: a day of a Duration is 24 hours.
export const lengthOf = (duration: Duration): number => duration.value * SECONDS[duration.unit] * 1000;

export function situate({ profile, account, at: atInput }: ModelInput) {
  const at = instant(atInput);
  const asOf = optionalInstant(account.asOf);
  const { trigger, topup } = profile;
  const scheduled = trigger.basis === "schedule";
  const basis: Basis = trigger.basis === "schedule" ? (topup.basis ?? "outstanding") : trigger.basis; // 9
  const held = basis === "balance";
  const currency = unitName(account.currency);

  // 4: the target is the wallet where the basis is balance; else the account itself.
  const [wallet, walletFault] = held ? chooseWallet({ profile, account }) : [null, null];
  const hasTarget = !held || wallet !== null;
  const unit = wallet ? unitName(wallet.unit) : currency;
  const places = minorUnits(unit) ?? wallet?.scale ?? 9;
  const rate = optionalRational(wallet?.rate) ?? ONE;
  // 5: the step, rounded up to a whole number of units of the scale; else one such unit.
  const quantum = ceilTo(optionalRational(topup.step) ?? unitOf(places), unitOf(places));
  const minorUnit = unitOf(minorUnits(currency) ?? 2);
  // 5, 1: where the basis's unit is the account's currency.
  const override = unit === currency ? optionalRational(account.autoTopupAmount) : null;

  const records = hasTarget
    ? (account.topups ?? []).filter((r) => (r.walletId ?? null) === (wallet?.id ?? null)).map((r) => recordOf(r, rate, places))
    : [];
  // 7: only automatic ones gate anything, whichever profile made them. Newest first.
  const automatic = records.filter((r) => r.automatic).sort(newerFirst);

  const expiry = profile.inFlightExpiresAfter ? lengthOf(profile.inFlightExpiresAfter) : Infinity;
  const billedThrough = basis === "unbilled" ? optionalInstant(account.billedThrough) : null;
  const shown = (r: TopupRecord): boolean => r.creditedAt !== null && r.creditedAt <= (asOf ?? at);
  const counting = automatic
    .filter((r) => r.status === "pending" || r.status === "unknown" || r.status === "paid")
    .filter((r) => r.status !== "pending" || at - r.createdAt < expiry);
  // 4, unbilled basis: created at or after billedThrough, whatever its creditedAt.
  const inFlight = counting.filter((r) => (billedThrough === null ? !shown(r) : r.createdAt >= billedThrough));
  const blocking = counting.filter((r) => r.status !== "paid" || inFlight.includes(r));

  const observed = held ? wallet && walletAvailable(wallet, at) : optionalRational(account.owed?.[basis]);
  const netted = (profile.inFlight ?? "net") === "net" ? sum(inFlight.map((r) => r.credit)) : ZERO;
  const effective = observed && (held ? add(observed, netted) : subtract(observed, netted));

  const limitNamed = (name: string): Limit => {
    const limits = account.limits ?? {};
    const value = Object.hasOwn(limits, name) ? limits[name] : undefined;
    return value === undefined ? "unknown" : value === null ? "unlimited" : rational(value);
  };
  const triggerLimit: Limit = (trigger.referenceLimit ?? null) === null ? "unused" : limitNamed(trigger.referenceLimit ?? "");
  const topupLimit: Limit =
    topup.mode !== "toPercentOfLimit" || override ? "unused" : limitNamed(topup.referenceLimit ?? trigger.referenceLimit ?? "");

  return {
    profile,
    account,
    at,
    asOf,
    zone: account.timeZone ?? "UTC",
    scheduled,
    basis,
    held,
    currency,
    wallet,
    walletFault,
    hasTarget,
    unit,
    places,
    rate,
    quantum,
    minorUnit,
    override,
    records,
    automatic,
    inFlight,
    blocking,
    expiry,
    observed,
    netted,
    effective,
    triggerLimit,
    topupLimit,
  };
}

// 4: the profile's walletId; without one, the account's only active wallet (in the profile's currency, if it names one).
function chooseWallet({
  profile,
  account,
}: Omit<ModelInput, "at">): [WalletInput | null, "noWallet" | "walletInactive" | "walletAmbiguous" | null] {
  const isActive = (w: WalletInput): boolean => (w.status ?? "active") === "active";
  const wallets = account.wallets ?? [];
  const id = profile.walletId ?? null;
  if (id !== null) {
    const named = wallets.find((w) => w.id === id);
    return named ? [named, isActive(named) ? null : "walletInactive"] : [null, "noWallet"];
  }
  const unit = profile.currency ?? null;
  const fitting = wallets.filter((w) => isActive(w) && (unit === null || unitName(w.unit) === unitName(unit)));
  if (fitting.length > 1) return [null, "walletAmbiguous"];
  return fitting[0] ? [fitting[0], null] : [null, "noWallet"];
}

function recordOf(r: RecordInput, rate: Rational, places: number): TopupRecord {
  const createdAt = instant(r.createdAt);
  const charge = rational(r.charge);
  return {
    id: r.id,
    automatic: (r.kind ?? "automatic") === "automatic",
    profileId: r.profileId ?? null,
    status: r.status,
    failure: r.failure ?? "declined",
    charge,
    credit: optionalRational(r.credit) ?? floorTo(divide(charge, rate), unitOf(places)), // 7
    createdAt,
    creditedAt: optionalInstant(r.creditedAt) ?? (r.status === "paid" ? createdAt : null),
    failedAt: optionalInstant(r.failedAt),
  };
}

// 7: newest is by createdAt, then by id.
const newerFirst = (a: TopupRecord, b: TopupRecord): number => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1);
