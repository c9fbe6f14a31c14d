import { canonical } from "../../base/decimal.js";
import { collectingMethod } from "../../engine/actions.js";
import { paymentMethod } from "../../engine/guards/payment-method.js";
import { situationOf } from "../../engine/situation.js";
import { knowsCharge, isFixed, type Ground } from "./ground.js";
import { amountIn, SOME_TIME, supposeFarPast, supposeLeast } from "./supposition.js";

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
  if (settlement.kind === "grant" || !settlement.autoCollect) return "never";
  if (settlement.kind === "invoice") return "always"; // by whoever issues it
  if (account === null) return "unknown";
  if (!account.paymentMethod?.autoCollect) return "never";
  if (account.paymentMethod.minCharge === null) return "always";
  const [least, most] = chargesOf(ground);
  const collects = (charge: string): boolean => collectingMethod(account, settlement, charge) !== null;
  if (least !== null && collects(least)) return "always";
  return most !== null && !collects(most) ? "never" : "sometimes";
}

/** Whether the account is never topped up for want of a payment method that collects. */
export function lacksMethod({ profile, account }: Ground): boolean {
  return account !== null && paymentMethod(situationOf({ profile, account, at: SOME_TIME })).passed === false;
}

/** The least and the most that a top-up charges; null where that is not known, or where there is no most. */
function chargesOf(ground: Ground): [least: string | null, most: string | null] {
  const [trial] = ground.trials;
  if (!trial || ground.trials.length > 1 || !knowsCharge(ground)) return [null, null];
  const situation = supposeLeast(ground, trial);
  const least = situation && amountIn(situation);
  const most = isFixed(ground) || ground.profile.topup.max !== null ? amountIn(supposeFarPast(ground, trial)) : null;
  return [least && canonical(least.charge), most && canonical(most.charge)];
}
