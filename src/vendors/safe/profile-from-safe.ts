import { canonical, decimal } from "../../base/decimal.js";
import { InvalidInputError } from "../../base/errors.js";
import type { ProfileInput } from "../../model/profile.js";
import type { SettlementInput } from "../../model/settlement.js";
import type { TopupRuleInput } from "../../model/topup-rule.js";
import { type Choices, choicesOf, limitName, type SafeOptions } from "./options.js";
import { TOPUP_MODES, TRIGGER_BASES, TRIGGER_TYPES } from "./presets.js";
import { parseSafeProfile, type SafeProfile } from "./profile.js";
import { amountOf, idText, idTextOrNull, isYes, stated } from "./written.js";

/**
 * A SAFE profile as one of ours. Absolute Amount is a threshold of the reference limit less the value,
 * Percent of Limit one of that share of it, both on money owed. The cooldown is of calendar dates. Whatever
 * is blank in SAFE is left out.
 *
 * @param profile the document, as SAFE gave it
 * @param options how to read what the documentation leaves open
 * @returns the profile, in canonical text
 * @throws InvalidInputError with one issue per fault, paths by SAFE's field names or by those of the options
 *
 * @example
 * ```ts
 * import { profileFromSafe } from "auto-topup/safe";
 *
 * const profile = profileFromSafe({
 *   id: 12,
 *   enabled: "Yes",
 *   triggerBasis: "Outstanding",
 *   triggerType: "Absolute Amount",
 *   triggerValue: "20.00",
 *   referenceLimit: "Credit Limit",
 *   topupMode: "Fixed Amount",
 *   topupValue: "50.00",
 *   minDaysBetweenTopups: 7,
 * });
 * profile.trigger; //=> { basis: "outstanding", type: "absoluteAmount", value: "20", referenceLimit: "Credit Limit", boundary: "exclusive" }
 * profile.topup; //=> { mode: "fixedAmount", value: "50" }
 * profile.cooldown; //=> { value: 7, unit: "day" }
 * ```
 */
export function profileFromSafe(profile: SafeProfile, options: SafeOptions = {}): ProfileInput {
  const document = parseSafeProfile(profile);
  const choices = choicesOf(options);
  const { name, description } = document;
  const customerId = idTextOrNull(document.customerID);
  const days = stated(document.minDaysBetweenTopups);
  return {
    ...choices.additions,
    id: idText(document.id),
    ...(name == null ? {} : { name }),
    ...(description == null ? {} : { description }),
    enabled: isYes(document.enabled),
    ...(customerId === null ? {} : { customerId }),
    trigger: {
      basis: TRIGGER_BASES[document.triggerBasis],
      type: TRIGGER_TYPES[document.triggerType],
      value: amountOf(document.triggerValue),
      referenceLimit: limitName(document.referenceLimit, choices),
      boundary: choices.boundary,
    },
    topup: topupOf(document, choices),
    settlement: settlementOf(document),
    ...(days === null ? {} : { cooldown: { value: Number(days), unit: "day" } }),
  };
}

function topupOf(document: SafeProfile, choices: Choices): TopupRuleInput {
  const mode = TOPUP_MODES[document.topupMode];
  const value = amountOf(document.topupValue);
  if (mode === "fixedAmount") return { mode, value };
  const limit = stated(document.topupReferenceLimit);
  return { mode, value: usedPercent(value, choices), ...(limit === null ? {} : { referenceLimit: limitName(limit, choices) }) };
}

/** Our percent is of the limit used: what is available is the rest of it. */
function usedPercent(percent: string, { percentMeans }: Choices): string {
  if (percentMeans === "used") return percent;
  const used = decimal("100").minus(percent);
  if (!used.isNegative()) return canonical(used);
  const message = "must be at most 100: more than the whole limit cannot be available";
  throw new InvalidInputError([{ path: ["topupValue"], code: "out_of_range", message }]);
}

function settlementOf(document: SafeProfile): SettlementInput {
  const expected = stated(document.correspondenceTypeExpected);
  const card = stated(document.correspondenceTypeCard);
  const directDebit = stated(document.correspondenceTypeDirectDebit);
  const correspondence = {
    ...(expected === null ? {} : { expected }),
    ...(card === null ? {} : { card }),
    ...(directDebit === null ? {} : { directDebit }),
  };
  const autoCollect = isYes(document.autoCollect);
  return { kind: "expectedPayment", autoCollect, ...(Object.keys(correspondence).length === 0 ? {} : { correspondence }) };
}
