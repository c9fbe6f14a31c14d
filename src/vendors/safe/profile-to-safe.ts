import { canonical, decimal } from "../../base/decimal.js";
import { type InputIssue, InvalidInputError } from "../../base/errors.js";
import type { OwedTrigger } from "../../model/trigger.js";
import { type Profile, type ProfileInput, profileParser } from "../../model/profile.js";
import type { ExpectedPaymentSettlement } from "../../model/settlement.js";
import { differences } from "./differences.js";
import { mergeDocuments } from "./merge.js";
import { type Choices, choicesOf, safeLimitName, type SafeOptions } from "./options.js";
import { presetOf, TOPUP_MODES, TRIGGER_BASES, TRIGGER_TYPES } from "./presets.js";
import { profileFromSafe } from "./profile-from-safe.js";
import { parseSafeProfile, type SafeProfile } from "./profile.js";

type Expressible = Profile & {
  readonly trigger: OwedTrigger;
  readonly topup: { readonly mode: "fixedAmount" | "toPercentOfLimit"; readonly referenceLimit?: string };
  readonly settlement: ExpectedPaymentSettlement;
};

/**
 * One of our profiles as SAFE writes it. With the document that it came from as `base`, a field changes only
 * where its meaning does: `50` stays `50`, `"50.00"` stays `"50.00"`, and unknown fields stay too, so that
 * there and back is the same JSON. Nothing is lost the other way either: what SAFE has no field for, and the
 * options don't say, is a fault.
 *
 * @param profile one of our profiles
 * @param base the document to change; without one, a new document with the words `Yes` and `No`
 * @param options the same as for `profileFromSafe`
 * @returns SAFE's document
 * @throws InvalidInputError where an argument is malformed or SAFE cannot say what the profile says; paths
 * are relative to the argument at fault
 *
 * @example
 * ```ts
 * import { profileFromSafe, profileToSafe, type SafeProfile } from "auto-topup/safe";
 *
 * const document: SafeProfile = {
 *   id: 12,
 *   enabled: true,
 *   triggerBasis: "Overdue",
 *   triggerType: "Percent of Limit",
 *   triggerValue: "80.00",
 *   referenceLimit: "Overdue Invoices Credit Limit",
 *   topupMode: "Fixed Amount",
 *   topupValue: 50,
 *   colour: "green",
 * };
 * const profile = profileFromSafe(document);
 * profileToSafe({ ...profile, enabled: false }, document);
 * //=> {
 * //   id: 12,
 * //   enabled: "No",
 * //   triggerBasis: "Overdue",
 * //   triggerType: "Percent of Limit",
 * //   triggerValue: "80.00",
 * //   referenceLimit: "Overdue Invoices Credit Limit",
 * //   topupMode: "Fixed Amount",
 * //   topupValue: 50,
 * //   colour: "green",
 * // }
 * ```
 */
export function profileToSafe(profile: ProfileInput | Profile, base: SafeProfile | null = null, options: SafeOptions = {}): SafeProfile {
  const ours = profileParser.parse(profile);
  const choices = choicesOf(options);
  const faults = inexpressible(ours, choices);
  if (faults.length > 0) throw new InvalidInputError(faults);
  const written = documentOf(ours as Expressible, choices);
  const document = parseSafeProfile(base === null ? withoutNulls(written) : mergeDocuments(parseSafeProfile(base), written, choices));
  const lost = differences(ours, profileParser.parse(profileFromSafe(document, options)));
  if (lost.length > 0)
    throw new InvalidInputError(lost.map((path) => fault(path, "is nothing that SAFE has a field for, and not what the options say")));
  return document;
}

function inexpressible({ trigger, topup, settlement, cooldown }: Profile, { percentMeans }: Choices): InputIssue[] {
  const issues: InputIssue[] = [];
  if (trigger.basis === "balance" || trigger.basis === "schedule")
    issues.push(fault(["trigger", "basis"], "must be money owed: SAFE knows no other"));
  if (topup.mode === "toTarget") issues.push(fault(["topup", "mode"], "must be fixedAmount or toPercentOfLimit: SAFE knows no other"));
  else if (topup.mode === "toPercentOfLimit" && percentMeans === "available" && decimal(topup.value).greaterThan("100")) {
    issues.push(fault(["topup", "value"], "must be at most 100: what is available is the rest of the limit"));
  }
  if (settlement.kind !== "expectedPayment") issues.push(fault(["settlement", "kind"], "must be expectedPayment: SAFE knows no other"));
  if (cooldown !== null && cooldown.unit !== "day") issues.push(fault(["cooldown", "unit"], "must be day: SAFE counts dates"));
  return issues;
}

/** Every field that SAFE documents but `topupReferenceLimit` beside a Fixed Amount, which then means nothing; `null` for none. */
function documentOf(ours: Expressible, choices: Choices): SafeProfile {
  const { trigger, topup, settlement, cooldown } = ours;
  return {
    id: ours.id,
    name: ours.name,
    description: ours.description,
    enabled: ours.enabled ? "Yes" : "No",
    triggerBasis: presetOf(TRIGGER_BASES, trigger.basis),
    triggerType: presetOf(TRIGGER_TYPES, trigger.type),
    triggerValue: trigger.value,
    referenceLimit: safeLimitName(trigger.referenceLimit, choices),
    topupMode: presetOf(TOPUP_MODES, topup.mode),
    ...topupFields(ours, choices),
    autoCollect: settlement.autoCollect ? "Yes" : "No",
    correspondenceTypeExpected: settlement.correspondence?.expected ?? null,
    correspondenceTypeCard: settlement.correspondence?.card ?? null,
    correspondenceTypeDirectDebit: settlement.correspondence?.directDebit ?? null,
    minDaysBetweenTopups: cooldown?.value ?? null,
    customerID: ours.customerId,
  };
}

function topupFields({ trigger, topup }: Expressible, choices: Choices): Pick<SafeProfile, "topupValue" | "topupReferenceLimit"> {
  if (topup.mode === "fixedAmount") return { topupValue: topup.value };
  const topupValue = choices.percentMeans === "used" ? topup.value : canonical(decimal("100").minus(topup.value));
  const same = topup.referenceLimit === trigger.referenceLimit;
  return { topupValue, topupReferenceLimit: same ? null : safeLimitName(topup.referenceLimit as string, choices) };
}

function withoutNulls(document: SafeProfile): unknown {
  return Object.fromEntries(Object.entries(document).filter(([, value]) => value !== null));
}

function fault(path: readonly (string | number)[], message: string): InputIssue {
  return { path, code: "conflict", message };
}
