import { InvalidInputError, type InputIssue } from "../../base/errors.js";
import { optionalObject, type Schema } from "../../base/schema.js";
import { readBoth } from "../../base/document.js";
import { valueOf } from "../../base/parser.js";
import { amountText } from "../../base/decimal.js";
import { type Duration, durationMs } from "../../model/duration.js";
import { parseProfile, type Profile, type ProfileInput } from "../../model/profile.js";
import { type AutoTopupReading, autoTopupSchema, type FlexpriceAutoTopup, type FlexpriceDuration } from "./auto-topup.js";

/**
 * A profile as the object `auto_topup`, to be sent with `PUT /wallets/{id}`. With the object that the wallet
 * has now as `base`, its unknown fields stay, and so does the spelling of whatever means the same: what
 * came from a wallet goes back as it was. `null` for the profile switches the base off.
 *
 * What Flexprice has no setting for is left behind; `beyondFlexprice` names it.
 *
 * @param profile a profile on the basis `balance`, or `null`
 * @param base the wallet's present `auto_topup`
 * @throws InvalidInputError where the profile is malformed, or decides when and how much in a way that the
 * object cannot say: another basis than an amount of `balance`, an exclusive boundary, another mode than
 * `fixedAmount`, an expected payment, or a cooldown in calendar days
 *
 * @example
 * ```ts
 * import { autoTopupFromProfile } from "auto-topup/flexprice";
 *
 * const profile = {
 *   id: "p1",
 *   trigger: { basis: "balance", type: "absoluteAmount", value: "50" },
 *   topup: { mode: "fixedAmount", value: "200" },
 *   settlement: { kind: "grant" },
 *   cooldown: { value: 5, unit: "minute" },
 * } as const;
 * autoTopupFromProfile(profile);
 * //=> { enabled: true, threshold: "50", amount: "200", invoicing: false, cooldown: { value: 5, unit: "minute" } }
 * ```
 */
export function autoTopupFromProfile(profile: ProfileInput | Profile | null, base: FlexpriceAutoTopup | null = null): FlexpriceAutoTopup {
  const { wire: kept, read: present } = valueOf(readBoth<FlexpriceAutoTopup | null, AutoTopupReading | null>(baseSchema, base));
  if (profile === null) return present?.enabled === true ? { ...kept, enabled: false } : { ...kept };
  const { enabled, trigger, topup, settlement, cooldown } = expressible(parseProfile(profile));
  const invoicing = settlement.kind === "invoice";
  return {
    ...kept,
    ...((present?.enabled ?? false) !== enabled || !kept ? { enabled } : {}),
    threshold: sameOr(kept?.threshold, trigger.value),
    amount: sameOr(kept?.amount, topup.value),
    ...((present?.invoicing ?? false) !== invoicing || !kept ? { invoicing } : {}),
    ...cooldownOver(kept?.cooldown ?? null, present?.cooldown ?? null, cooldown),
  };
}

const baseSchema: Schema<AutoTopupReading | null> = optionalObject(autoTopupSchema);

/** The first spelling, where it means the same. */
function sameOr(present: unknown, value: string): string | number {
  return amountText(present) === value ? (present as string | number) : value;
}

/** Flexprice keeps a cooldown that is left out, and clears one of zero. */
function cooldownOver(
  base: FlexpriceDuration | null,
  present: Duration | null,
  cooldown: Duration | null,
): Pick<FlexpriceAutoTopup, "cooldown"> {
  const wanted = cooldown === null ? 0 : durationMs(cooldown);
  if (wanted === (present === null ? 0 : durationMs(present))) return {};
  if (cooldown === null || cooldown.value === 0) return { cooldown: { ...(base as FlexpriceDuration), value: 0 } };
  return { cooldown: { ...base, ...cooldown } };
}

function expressible(profile: Profile): Profile & { trigger: { value: string } } {
  const { trigger, topup, settlement, cooldown } = profile;
  const issues: InputIssue[] = [];
  const refuse = (path: InputIssue["path"], message: string): void => void issues.push({ path, code: "conflict", message });
  if (trigger.basis !== "balance") refuse(["trigger", "basis"], "must be balance: Flexprice watches nothing else");
  else if (trigger.type !== "absoluteAmount") refuse(["trigger", "type"], "must be absoluteAmount: Flexprice has no limits");
  else if (trigger.boundary !== "inclusive") refuse(["trigger", "boundary"], "must be inclusive: Flexprice fires at the threshold");
  if (topup.mode !== "fixedAmount") refuse(["topup", "mode"], "must be fixedAmount: Flexprice adds nothing else");
  if (settlement.kind === "expectedPayment") refuse(["settlement", "kind"], "must be invoice or grant");
  if (cooldown?.unit === "day" && cooldown.value > 0)
    refuse(["cooldown", "unit"], "must be hour or less: Flexprice knows no calendar days");
  if (issues.length > 0) throw new InvalidInputError(issues);
  return profile as Profile & { trigger: { value: string } };
}
