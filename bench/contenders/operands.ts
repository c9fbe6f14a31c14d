import type { Account, Profile } from "auto-topup";

/** The numbers that one decision comes from: which they are has been found out beforehand, as if for nothing. */
export interface Operands<Value> {
  readonly side: "owed" | "held";
  /** What is owed, or the lots that count. */
  readonly basis: readonly Value[];
  readonly pendingUsage: Value | null;
  readonly inFlight: readonly Value[];
  readonly limit: Value | null;
  readonly value: Value;
  readonly topup: TopupOperands<Value>;
}

/** What is needed besides where a top-up is due. */
export interface TopupOperands<Value> {
  readonly goal: Value;
  readonly step: Value | null;
  readonly rate: Value;
  /** The charges in the cap's window, and its ceiling. */
  readonly capped: readonly Value[];
  readonly maxCharge: Value;
}

/** The operands of a case, as the parsed profile and account have them. */
export function operandsOf(profile: Profile, account: Account, at: string): Operands<string> {
  return profile.trigger.basis === "balance" ? held(profile, account, at) : owed(profile, account);
}

function owed(profile: Profile, account: Account): Operands<string> {
  const { trigger, topup } = profile;
  return {
    side: "owed",
    basis: [account.owed.outstanding as string],
    pendingUsage: null,
    inFlight: account.topups.filter(({ status }) => status === "pending").map(({ charge }) => charge),
    limit: account.limits.credit as string,
    value: "value" in trigger ? trigger.value : "",
    topup: { goal: topup.value, step: null, rate: "1", ...capOf(profile, account) },
  };
}

function held(profile: Profile, account: Account, at: string): Operands<string> {
  const { trigger, topup } = profile;
  const [wallet] = account.wallets;
  return {
    side: "held",
    basis: (wallet?.lots ?? []).filter(({ expiresAt }) => expiresAt === null || expiresAt > at).map(({ remaining }) => remaining),
    pendingUsage: wallet?.pendingUsage as string,
    inFlight: account.topups.filter(({ status }) => status === "pending").map(({ credit }) => credit as string),
    limit: null,
    value: "value" in trigger ? trigger.value : "",
    topup: { goal: topup.value, step: topup.step, rate: wallet?.rate as string, ...capOf(profile, account) },
  };
}

/** The first record of each case is older than the cap's window. */
function capOf({ caps: [cap] }: Profile, { topups }: Account): { capped: string[]; maxCharge: string } {
  return { capped: topups.slice(1).map(({ charge }) => charge), maxCharge: cap?.maxCharge as string };
}
