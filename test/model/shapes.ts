// What goes in, as a caller writes it (loosely: it is taken to be well-formed), and what comes out.

type Maybe<T> = T | null | undefined;
export type Amount = string | number;
export type Instant = string | Date;
export type Basis = "outstanding" | "overdue" | "unbilled" | "balance";
export type Boundary = "inclusive" | "exclusive";
export interface Duration {
  readonly value: number;
  readonly unit: "second" | "minute" | "hour" | "day";
}

export interface CapInput {
  readonly window: { readonly calendar: "day" | "week" | "month" | "year" } | { readonly rolling: Duration };
  readonly maxCharge?: Maybe<Amount>;
  readonly maxCount?: Maybe<number>;
  readonly onExceed?: "refuse" | "reduce" | undefined;
  readonly counts?: "automatic" | "all" | undefined;
}
export interface TriggerInput {
  readonly basis: Basis | "schedule";
  readonly type?: "absoluteAmount" | "percentOfLimit";
  readonly value?: Amount;
  readonly referenceLimit?: Maybe<string>;
  readonly boundary?: Boundary | undefined;
  readonly every?: { readonly value: number; readonly unit: "day" | "week" | "month" | "year" };
  readonly startingAt?: Instant;
}
export interface TopupInput {
  readonly mode: "fixedAmount" | "toPercentOfLimit" | "toTarget";
  readonly value: Amount;
  readonly repeat?: "once" | "untilClear" | undefined;
  readonly referenceLimit?: Maybe<string>;
  readonly basis?: Basis | undefined;
  readonly min?: Maybe<Amount>;
  readonly max?: Maybe<Amount>;
  readonly step?: Maybe<Amount>;
}
export type SettlementInput =
  | {
      readonly kind: "expectedPayment";
      readonly autoCollect: boolean;
      readonly correspondence?: Maybe<{
        readonly expected?: Maybe<string>;
        readonly card?: Maybe<string>;
        readonly directDebit?: Maybe<string>;
      }>;
    }
  | {
      readonly kind: "invoice";
      readonly autoCollect: boolean;
      readonly netTermsDays: number;
      readonly memo?: Maybe<string>;
      readonly requirePaid?: boolean | undefined;
    }
  | { readonly kind: "grant"; readonly reason?: Maybe<string> };
export interface FailuresInput {
  readonly retryAfter?: Maybe<Duration>;
  readonly backoff?: "constant" | "doubling" | undefined;
  readonly maxRetryAfter?: Maybe<Duration>;
  readonly suspendAfter?: Maybe<number>;
}
export interface ProfileInput {
  readonly id: string;
  readonly name?: Maybe<string>;
  readonly description?: Maybe<string>;
  readonly enabled?: boolean | undefined;
  readonly customerId?: Maybe<string>;
  readonly currency?: Maybe<string>;
  readonly walletId?: Maybe<string>;
  readonly priority?: Maybe<number>;
  readonly activeFrom?: Maybe<Instant>;
  readonly activeUntil?: Maybe<Instant>;
  readonly trigger: TriggerInput;
  readonly topup: TopupInput;
  readonly settlement?: Maybe<SettlementInput>;
  readonly credit?: Maybe<{
    readonly expiresAfter?: Maybe<{ readonly value: number; readonly unit: "day" | "month" }>;
    readonly priority?: Maybe<number>;
    readonly metadata?: Maybe<Readonly<Record<string, string>>>;
  }>;
  readonly inFlight?: "net" | "block" | "ignore" | undefined;
  readonly inFlightExpiresAfter?: Maybe<Duration>;
  readonly cooldown?: Maybe<Duration>;
  readonly caps?: Maybe<readonly CapInput[]>;
  readonly failures?: Maybe<"none" | FailuresInput>;
  readonly requirePaymentMethod?: boolean | undefined;
  readonly staleAfter?: Maybe<Duration>;
}

export interface LotInput {
  readonly id: string;
  readonly remaining: Amount;
  readonly status?: "active" | "pendingPayment" | undefined;
  readonly effectiveAt?: Maybe<Instant>;
  readonly expiresAt?: Maybe<Instant>;
}
export interface WalletInput {
  readonly id: string;
  readonly unit: string;
  readonly status?: "active" | "frozen" | "closed" | undefined;
  readonly rate?: Maybe<Amount>;
  readonly scale?: Maybe<number>;
  readonly lots?: Maybe<readonly LotInput[]>;
  readonly balance?: Maybe<Amount>;
  readonly pendingUsage?: Maybe<Amount>;
}
export interface RecordInput {
  readonly id: string;
  readonly kind?: "automatic" | "manual" | undefined;
  readonly profileId?: Maybe<string>;
  readonly walletId?: Maybe<string>;
  readonly charge: Amount;
  readonly credit?: Maybe<Amount>;
  readonly createdAt: Instant;
  readonly creditedAt?: Maybe<Instant>;
  readonly failedAt?: Maybe<Instant>;
  readonly status: "pending" | "paid" | "failed" | "voided" | "unknown";
  readonly failure?: Maybe<"declined" | "hardDeclined" | "infrastructure">;
}
export interface AccountInput {
  readonly id: string;
  readonly currency: string;
  readonly timeZone?: Maybe<string>;
  readonly asOf?: Maybe<Instant>;
  readonly owed?: Maybe<{ readonly [basis in "outstanding" | "overdue" | "unbilled"]?: Maybe<Amount> }>;
  readonly billedThrough?: Maybe<Instant>;
  readonly limits?: Maybe<Readonly<Record<string, Amount | null | undefined>>>;
  readonly wallets?: Maybe<readonly WalletInput[]>;
  readonly paymentMethod?: Maybe<{
    readonly type: "card" | "directDebit" | "other";
    readonly autoCollect: boolean;
    readonly minCharge?: Maybe<Amount>;
  }>;
  readonly autoTopupAmount?: Maybe<Amount>;
  readonly autoTopupResumedAt?: Maybe<Instant>;
  readonly topups?: Maybe<readonly RecordInput[]>;
}
export interface ModelInput {
  readonly profile: ProfileInput;
  readonly account: AccountInput;
  readonly at: Instant;
}

// 6: what a guard can fail with, and the outcome of each.
export const OUTCOMES = {
  profileDisabled: "ineligible",
  otherCustomer: "ineligible",
  notYetActive: "ineligible",
  expired: "ineligible",
  currencyMismatch: "ineligible",
  noWallet: "ineligible",
  walletInactive: "ineligible",
  walletAmbiguous: "indeterminate",
  staleSnapshot: "indeterminate",
  inFuture: "indeterminate",
  basisUnknown: "indeterminate",
  limitUnknown: "indeterminate",
  thresholdNotReached: "notDue",
  unlimited: "notDue",
  alreadyAtTarget: "notDue",
  scheduleNotReached: "notDue",
  topupInFlight: "blocked",
  cooldown: "blocked",
  retryBackoff: "blocked",
  suspended: "blocked",
  noPaymentMethod: "blocked",
  belowMinimum: "blocked",
  capReached: "blocked",
} as const;
export type FailReason = keyof typeof OUTCOMES;
export type Outcome = "due" | (typeof OUTCOMES)[FailReason];
export type Guard =
  | "enabled"
  | "customer"
  | "activePeriod"
  | "currency"
  | "wallet"
  | "freshness"
  | "figures"
  | "trigger"
  | "inFlight"
  | "cooldown"
  | "failures"
  | "paymentMethod"
  | "amount"
  | "caps";
export interface Check {
  guard: Guard;
  passed: boolean | null;
  reason: FailReason | null;
  eligibleAt: string | null;
}
export interface TriggerFigures {
  basis: Basis;
  observed: string;
  inFlight: string;
  effective: string;
  limit: string | null;
  threshold: string | null;
  boundary: Boundary;
  distance: string | null;
}
export interface Decision {
  version: 1;
  profileId: string;
  accountId: string;
  walletId: string | null;
  at: string;
  outcome: Outcome;
  reason: FailReason | "thresholdReached" | "scheduleReached";
  trigger: TriggerFigures | null;
  checks: Check[];
  nextEligibleAt: string | null;
}
export interface Adjustment {
  rule: "override" | "rounding" | "minimum" | "maximum" | "cap";
  from: string;
  to: string;
}
export interface Topup {
  credit: string;
  unit: string;
  charge: string;
  currency: string;
  adjustments: Adjustment[];
  after: { effective: string | null; distance: string | null; clears: boolean };
}
export interface Action {
  id: string;
  kind: string;
  [field: string]: unknown;
}
export type Plan =
  | { version: 1; outcome: "topup"; decision: Decision; topup: Topup; actions: Action[]; idempotencyKey: string }
  | { version: 1; outcome: "none"; decision: Decision; topup: null; actions: []; idempotencyKey: null };
