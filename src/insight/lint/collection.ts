import { canonical } from "../../base/decimal.js";
import { collectingMethod } from "../../engine/actions.js";
import type { Amount } from "../../engine/amount.js";
import { paymentMethod } from "../../engine/guards/payment-method.js";
import { situationOf } from "../../engine/situation.js";
import type { ExpectedPaymentSettlement, InvoiceSettlement, Settlement } from "../../model/settlement.js";
import type { Ground } from "./ground.js";
import { amountIn, leastCharged, pricedTrial, SOME_TIME, supposeFarPast } from "./supposition.js";

/**
 * Whether what is asked for is also collected: that can depend on the charge, or on an account that is not known. Where
 * a payment method is required and missing, it is blocked: nothing is even asked for.
 */
export type Collection = "always" | "sometimes" | "never" | "unknown" | "blocked";

export function collectionOf(ground: Ground): Collection {
  const {
    profile: { settlement },
    account,
  } = ground;
  if (lacksMethod(ground)) return "blocked";
  if (!asksToCollect(settlement)) return "never";
  if (settlement.kind === "invoice") return "always"; // by whoever issues it
  if (account === null) return "unknown";
  if (!account.paymentMethod?.autoCollect) return "never";
  if (account.paymentMethod.minCharge === null) return "always";
  const [least, most] = [leastCharged(ground), mostCharged(ground)];
  const collects = ({ charge }: Amount): boolean => collectingMethod(account, settlement, canonical(charge)) !== null;
  if (least !== null && collects(least)) return "always";
  return most !== null && !collects(most) ? "never" : "sometimes";
}

/** Whether the account is never topped up for want of a payment method that collects. */
export function lacksMethod({ profile, account }: Ground): boolean {
  return account !== null && paymentMethod(situationOf({ profile, account, at: SOME_TIME })).passed === false;
}

/** Whether payments are to be collected automatically. */
export function asksToCollect(settlement: Settlement): settlement is ExpectedPaymentSettlement | InvoiceSettlement {
  return "autoCollect" in settlement && settlement.autoCollect;
}

/** The most that a top-up charges, which without a maximum is beyond all bounds; null where it is not known. */
function mostCharged(ground: Ground): Amount | null {
  const trial = pricedTrial(ground);
  return trial && amountIn(supposeFarPast(ground, trial));
}
