import type { InputIssue } from "../base/errors.js";
import { id, instant, type InstantInput, number, text, unit } from "../base/fields.js";
import type { Instant } from "../base/instant.js";
import { type Parser, parserOf, standardSchemaOf } from "../base/parser.js";
import { flagOr, list, object, oneOfOr, optional, optionalObject, required, type Schema, withDefault } from "../base/schema.js";
import type { StandardSchema } from "../base/standard-schema.js";
import type { Basis } from "./basis.js";
import { type ParsedCap, type Cap, capSchema } from "./cap.js";
import { type CreditTerms, type CreditTermsInput, creditTermsSchema } from "./credit-terms.js";
import { type Duration, durationSchema } from "./duration.js";
import { type FailurePolicy, type FailurePolicyInput, failurePolicySchema } from "./failure-policy.js";
import { type Settlement, type SettlementInput, settlementSchema } from "./settlement.js";
import { type RawTopupRule, type TopupRule, type TopupRuleInput, topupRuleSchema } from "./topup-rule.js";
import { type Trigger, type TriggerInput, triggerSchema } from "./trigger.js";

/**
 * A profile as `parseProfile` gives it: frozen, defaults filled in, amounts and instants in canonical text,
 * `null` for what is not used.
 *
 * @example
 * ```ts
 * import { parseProfile, type Profile } from "auto-topup";
 *
 * const profile: Profile = parseProfile({
 *   id: "p1",
 *   trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
 *   topup: { mode: "fixedAmount", value: "50" },
 * });
 * profile.inFlight; //=> "net"
 * ```
 */
export interface Profile {
  readonly id: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly enabled: boolean;
  readonly customerId: string | null;
  readonly currency: string | null;
  readonly walletId: string | null;
  readonly priority: number;
  readonly activeFrom: Instant | null;
  readonly activeUntil: Instant | null;
  readonly trigger: Trigger;
  readonly topup: TopupRule;
  readonly settlement: Settlement;
  readonly credit: CreditTerms | null;
  readonly inFlight: InFlightPolicy;
  readonly inFlightExpiresAfter: Duration | null;
  readonly cooldown: Duration | null;
  readonly caps: readonly ParsedCap[];
  readonly failures: FailurePolicy;
  readonly requirePaymentMethod: boolean;
  readonly staleAfter: Duration | null;
}

/**
 * What earlier top-ups do whose money is asked for and not yet seen in the basis: `net` takes them into the
 * figure, `block` waits for them, `ignore` does as if they were not there.
 *
 * @example
 * ```ts
 * import type { InFlightPolicy } from "auto-topup";
 *
 * const inFlight: InFlightPolicy = "net";
 * inFlight; //=> "net"
 * ```
 */
export type InFlightPolicy = "net" | "block" | "ignore";

/**
 * A profile as a caller writes it: a named, reusable rule of when to top up, by how much, how it is paid
 * for, and how often at most. An optional amount, number, instant, text, list or object may be `null`, which
 * is the same as left out; a boolean or a word may not.
 *
 * @example
 * ```ts
 * import { planTopup, type ProfileInput } from "auto-topup";
 *
 * const profile: ProfileInput = {
 *   id: "credit-80",
 *   trigger: { basis: "outstanding", type: "percentOfLimit", value: "80", referenceLimit: "credit" },
 *   topup: { mode: "toPercentOfLimit", value: "20" },
 * };
 * const account = { id: "a1", currency: "GBP", owed: { outstanding: "450" }, limits: { credit: "500" } };
 * planTopup({ profile, account, at: "2026-06-01T09:00:00Z" }).topup?.charge; //=> "350.00"
 * ```
 */
export interface ProfileInput {
  readonly id: string;
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
  /** `true` when left out. */
  readonly enabled?: boolean | undefined;
  /** Only this account. */
  readonly customerId?: string | null | undefined;
  /** Only accounts (owed) or wallets (held) in this currency or unit. */
  readonly currency?: string | null | undefined;
  /** For the basis `balance`: which wallet. Left out: the account's only active one. */
  readonly walletId?: string | null | undefined;
  /** `0` when left out; lower goes first where several profiles are due. */
  readonly priority?: number | null | undefined;
  /** In force from here (inclusive). */
  readonly activeFrom?: InstantInput | null | undefined;
  /** In force until here (exclusive). */
  readonly activeUntil?: InstantInput | null | undefined;
  readonly trigger: TriggerInput;
  readonly topup: TopupRuleInput;
  readonly settlement?: SettlementInput | null | undefined;
  readonly credit?: CreditTermsInput | null | undefined;
  /** `"net"` when left out. */
  readonly inFlight?: InFlightPolicy | undefined;
  /** A pending top-up this old or older no longer counts as in flight. Left out: never. */
  readonly inFlightExpiresAfter?: Duration | null | undefined;
  /** The least distance between two automatic top-ups; a `day` is a calendar date. */
  readonly cooldown?: Duration | null | undefined;
  /** A hundred at most. */
  readonly caps?: readonly Cap[] | null | undefined;
  readonly failures?: FailurePolicyInput | null | undefined;
  /** `false` when left out. */
  readonly requirePaymentMethod?: boolean | undefined;
  /** A snapshot older than this gives no answer. Left out: any age will do. */
  readonly staleAfter?: Duration | null | undefined;
}

/** The basis that a top-up moves: the trigger's or, for a schedule, the topup's. */
export function basisOf(profile: { readonly trigger: Trigger; readonly topup: RawTopupRule }): Basis {
  return profile.trigger.basis === "schedule" ? (profile.topup.basis ?? "outstanding") : profile.trigger.basis;
}

type RawProfile = Omit<Profile, "topup"> & { readonly topup: RawTopupRule };

export const profileShape: Schema<Profile, ProfileInput> = object(
  {
    id: required(id),
    name: optional(text),
    description: optional(text),
    enabled: flagOr(true),
    customerId: optional(id),
    currency: optional(unit),
    walletId: optional(id),
    priority: withDefault(number(), 0),
    activeFrom: optional(instant),
    activeUntil: optional(instant),
    trigger: triggerSchema,
    topup: topupRuleSchema,
    settlement: settlementSchema,
    credit: creditTermsSchema,
    inFlight: oneOfOr(["net", "block", "ignore"], "net"),
    inFlightExpiresAfter: optionalObject(durationSchema),
    cooldown: optionalObject(durationSchema),
    caps: list(capSchema),
    failures: failurePolicySchema,
    requirePaymentMethod: flagOr(false),
    staleAfter: optionalObject(durationSchema),
  },
  [
    { fields: ["caps"], faults: capFaults },
    { fields: ["activeFrom", "activeUntil"], faults: activePeriodFaults },
    { fields: ["trigger.basis", "topup.mode", "topup.basis"], faults: topupBasisFaults },
    { fields: ["trigger.basis", "topup.mode", "topup.repeat"], faults: repeatFaults },
    { fields: ["trigger.basis", "trigger.type", "trigger.referenceLimit", "topup.mode", "topup.referenceLimit"], faults: topupLimitFaults },
    { fields: ["trigger.basis", "topup.mode", "topup.basis", "settlement.kind"], faults: settlementFaults },
    { fields: ["trigger.basis", "topup.mode", "topup.basis", "walletId"], faults: walletFaults },
  ],
  complete,
) as Schema<Profile, ProfileInput>;

export const profileParser: Parser<Profile> = /* @__PURE__ */ parserOf(profileShape);

/**
 * Reads a profile: checks it whole, fills in the defaults and brings figures to canonical text. What it
 * gives is frozen and recognised by every function here, so it is not checked again.
 *
 * @param input a profile as a caller writes it, or what this function gave before
 * @returns the normalised profile
 * @throws InvalidInputError with one issue per fault, paths relative to `input`
 *
 * @example
 * ```ts
 * import { parseProfile } from "auto-topup";
 *
 * const profile = parseProfile({
 *   id: "p1",
 *   currency: "usd",
 *   trigger: { basis: "balance", type: "absoluteAmount", value: 10 },
 *   topup: { mode: "fixedAmount", value: "50.00" },
 * });
 * profile.currency; //=> "USD"
 * profile.topup.value; //=> "50"
 * ```
 */
export function parseProfile(input: ProfileInput): Profile {
  return profileParser.parse(input);
}

/**
 * `parseProfile` as a Standard Schema (version 1).
 *
 * @example
 * ```ts
 * import { profileSchema } from "auto-topup";
 *
 * profileSchema["~standard"].vendor; //=> "auto-topup"
 * ```
 */
export const profileSchema: StandardSchema<ProfileInput, Profile> = /* @__PURE__ */ standardSchemaOf(profileParser);

/** The basis and the limit that the trigger implies. */
function complete(raw: { readonly trigger: Trigger; topup: RawTopupRule }): void {
  const { basis: _, ...rule } = raw.topup;
  const basis = raw.trigger.basis === "schedule" ? { basis: basisOf(raw) } : {};
  raw.topup = Object.freeze(
    rule.mode === "toPercentOfLimit"
      ? { ...rule, ...basis, referenceLimit: rule.referenceLimit ?? triggerLimit(raw.trigger) }
      : { ...rule, ...basis },
  );
}

function triggerLimit(trigger: Trigger): string | null {
  return "referenceLimit" in trigger ? trigger.referenceLimit : null;
}

/** Far more than anybody keeps, and few enough that whoever writes a profile cannot hold up who evaluates it. */
const MOST_CAPS = 100;

function capFaults({ caps }: RawProfile): InputIssue[] {
  return caps.length > MOST_CAPS ? [{ path: ["caps"], code: "out_of_range", message: `must be at most ${MOST_CAPS}` }] : [];
}

function activePeriodFaults({ activeFrom, activeUntil }: RawProfile): InputIssue[] {
  if (activeFrom === null || activeUntil === null || activeFrom < activeUntil) return [];
  return [{ path: ["activeUntil"], code: "conflict", message: "must be later than activeFrom" }];
}

function topupBasisFaults({ trigger, topup }: RawProfile): InputIssue[] {
  const scheduled = trigger.basis === "schedule";
  if (!scheduled && topup.basis !== undefined) {
    return [{ path: ["topup", "basis"], code: "conflict", message: "goes with a schedule trigger only: the trigger has a basis" }];
  }
  if (scheduled && topup.basis === undefined && topup.mode !== "fixedAmount") {
    return [{ path: ["topup", "basis"], code: "missing_companion", message: `is needed by ${topup.mode} with a schedule trigger` }];
  }
  return [];
}

function repeatFaults({ trigger, topup }: RawProfile): InputIssue[] {
  if (trigger.basis !== "schedule" || topup.mode !== "fixedAmount" || topup.repeat !== "untilClear") return [];
  return [{ path: ["topup", "repeat"], code: "conflict", message: "untilClear needs a trigger with a threshold" }];
}

function topupLimitFaults({ trigger, topup }: RawProfile): InputIssue[] {
  if (topup.mode !== "toPercentOfLimit" || topup.referenceLimit !== null || triggerLimit(trigger) !== null) return [];
  return [{ path: ["topup", "referenceLimit"], code: "missing_companion", message: "is needed: the trigger has no limit" }];
}

function settlementFaults(profile: RawProfile): InputIssue[] {
  if (profile.settlement.kind !== "invoice" || basisOf(profile) === "balance") return [];
  return [{ path: ["settlement", "kind"], code: "conflict", message: "invoice needs the basis balance: money owed is already invoiced" }];
}

function walletFaults(profile: RawProfile): InputIssue[] {
  if (profile.walletId === null || basisOf(profile) === "balance") return [];
  return [{ path: ["walletId"], code: "conflict", message: "goes with the basis balance only" }];
}
