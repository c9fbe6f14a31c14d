import { type Choices, limitName } from "./options.js";
import { TRIGGER_BASES } from "./presets.js";
import type { SafeProfile } from "./profile.js";
import { amountOf, idText, idTextOrNull, isYes, stated } from "./written.js";

type Meaning = string | boolean | null;

/** What each field says, however it is written. */
const MEANINGS: { readonly [field: string]: (document: SafeProfile, choices: Choices) => Meaning } = {
  id: ({ id }) => idText(id),
  name: ({ name }) => name ?? null,
  description: ({ description }) => description ?? null,
  enabled: ({ enabled }) => isYes(enabled),
  triggerBasis: ({ triggerBasis }) => TRIGGER_BASES[triggerBasis],
  triggerType: ({ triggerType }) => triggerType,
  triggerValue: ({ triggerValue }) => amountOf(triggerValue),
  referenceLimit: ({ referenceLimit }, choices) => limitName(referenceLimit, choices),
  topupMode: ({ topupMode }) => topupMode,
  topupValue: ({ topupValue }) => amountOf(topupValue),
  // Last of the limits: unset it says what the reference limit does.
  topupReferenceLimit: ({ topupReferenceLimit, referenceLimit }, choices) =>
    limitName(stated(topupReferenceLimit) ?? referenceLimit, choices),
  autoCollect: ({ autoCollect }) => isYes(autoCollect),
  correspondenceTypeExpected: ({ correspondenceTypeExpected }) => stated(correspondenceTypeExpected),
  correspondenceTypeCard: ({ correspondenceTypeCard }) => stated(correspondenceTypeCard),
  correspondenceTypeDirectDebit: ({ correspondenceTypeDirectDebit }) => stated(correspondenceTypeDirectDebit),
  minDaysBetweenTopups: ({ minDaysBetweenTopups }) => daysOf(minDaysBetweenTopups),
  customerID: ({ customerID }) => idTextOrNull(customerID),
};

/** The base, with the fields that mean something else in `wanted` written anew; what it doesn't name stays. */
export function mergeDocuments(base: SafeProfile, wanted: SafeProfile, choices: Choices): SafeProfile {
  let document = base;
  for (const field of Object.keys(MEANINGS).filter((name) => Object.hasOwn(wanted, name))) {
    const meaning = MEANINGS[field] as (typeof MEANINGS)[string];
    if (meaning(document, choices) !== meaning(wanted, choices)) document = { ...document, [field]: wanted[field] };
  }
  return document;
}

function daysOf(days: SafeProfile["minDaysBetweenTopups"]): string | null {
  const count = stated(days);
  return count === null ? null : String(Number(count));
}
