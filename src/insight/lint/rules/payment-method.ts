import { canonical, decimal } from "../../../base/decimal.js";
import type { Account } from "../../../model/account.js";
import { asksToCollect, lacksMethod } from "../collection.js";
import { inMoney, isFixed, type Rule } from "../ground.js";
import { leastCharged } from "../supposition.js";

/** The least top-up is below what the payment method takes: it is asked for and not collected. */
export const belowMinCharge: Rule = (ground) => {
  const {
    profile: { settlement },
    account,
  } = ground;
  const minCharge = account?.paymentMethod?.autoCollect ? account.paymentMethod.minCharge : null;
  if (settlement.kind !== "expectedPayment" || !settlement.autoCollect || minCharge === null) return [];
  const amount = leastCharged(ground);
  if (!amount?.charge.lessThan(decimal(minCharge))) return [];
  const charge = inMoney(ground, canonical(amount.charge));
  const message = `A top-up of ${charge} is below the ${minCharge} that the payment method takes at least, and is not collected.`;
  const suggestion = isFixed(ground) ? "Raise the amount." : "Set a min that costs as much as that.";
  return [{ severity: "warning", path: ["account", "paymentMethod", "minCharge"], message, suggestion }];
};

/** A payment method is required, and this account has none that collects. */
export const paymentMethodMissing: Rule = (ground) => {
  if (!lacksMethod(ground)) return [];
  const { paymentMethod: method } = ground.account as Account;
  const lack = method === null ? "The account has no payment method" : "The account's payment method does not collect automatically";
  const path = ["account", "paymentMethod", ...(method === null ? [] : ["autoCollect"])];
  const message = `${lack}, and the profile requires one that does: it is never topped up until there is one.`;
  return [{ severity: "warning", path, message, suggestion: "Ask the customer for a payment method that collects automatically." }];
};

/** A payment method is asked for, and nothing is ever collected by it. */
export const paymentMethodUnused: Rule = ({ profile: { requirePaymentMethod, settlement } }) => {
  if (!requirePaymentMethod || asksToCollect(settlement)) return [];
  const message = "Nothing is collected, and yet an account without a payment method that collects is never topped up.";
  return [{ severity: "info", path: ["requirePaymentMethod"], message, suggestion: "Set autoCollect, or leave this out." }];
};
