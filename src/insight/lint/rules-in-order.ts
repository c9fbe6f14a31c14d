import type { FindingCode } from "./finding.js";
import type { Rule } from "./ground.js";
import { amountDoesNotClear, boundReplacesValue, maxBelowNeed, nothingChargeable } from "./rules/amount.js";
import { alwaysStale, figureUnknown, notForAccount } from "./rules/answering.js";
import { failuresIgnored, noWaitBetweenTries, requestPileUp, retriesWithoutEnd } from "./rules/asking.js";
import { capBelowCharge, capBelowMinimum, cooldownBeyondCap } from "./rules/caps.js";
import { correspondenceNeverSent } from "./rules/correspondence.js";
import { finerThanUnit } from "./rules/digits.js";
import { creditExpiresInCooldown } from "./rules/expiry.js";
import { firesAtNothingOwed, percentOfZero, unlimitedLimit } from "./rules/firing.js";
import { landsOnThreshold, positiveTargetInAdvance, targetDoesNotClear } from "./rules/goal.js";
import { billedThroughMissing, creditedAtMissing, historyLeftOut, recordWithoutWallet } from "./rules/history.js";
import { ignoresInFlight } from "./rules/in-flight.js";
import { noEffect } from "./rules/no-effect.js";
import { belowMinCharge, paymentMethodMissing, paymentMethodUnused } from "./rules/payment-method.js";
import { neverOccurs, scheduleStaysArmed } from "./rules/schedule.js";
import { fractionAsPercent, offsetAboveHalf } from "./rules/slips.js";
import { expiresBeforeDue, unpaidInvoicesStack, unpaidNeverAskedAgain } from "./rules/unpaid.js";

/** Every rule under its code, in the order in which findings are told. */
export const RULES_IN_ORDER: Readonly<Record<FindingCode, Rule>> = {
  figureUnknown,
  notForAccount,
  alwaysStale,
  neverOccurs,
  unlimitedLimit,
  firesAtNothingOwed,
  percentOfZero,
  fractionAsPercent,
  offsetAboveHalf,
  targetDoesNotClear,
  positiveTargetInAdvance,
  landsOnThreshold,
  amountDoesNotClear,
  nothingChargeable,
  boundReplacesValue,
  maxBelowNeed,
  finerThanUnit,
  capBelowCharge,
  capBelowMinimum,
  cooldownBeyondCap,
  ignoresInFlight,
  expiresBeforeDue,
  unpaidInvoicesStack,
  unpaidNeverAskedAgain,
  billedThroughMissing,
  creditedAtMissing,
  requestPileUp,
  failuresIgnored,
  noWaitBetweenTries,
  retriesWithoutEnd,
  belowMinCharge,
  paymentMethodMissing,
  paymentMethodUnused,
  correspondenceNeverSent,
  creditExpiresInCooldown,
  scheduleStaysArmed,
  historyLeftOut,
  recordWithoutWallet,
  noEffect,
};

export const FINDING_CODES: readonly FindingCode[] = /* @__PURE__ */ Object.keys(RULES_IN_ORDER) as FindingCode[];
