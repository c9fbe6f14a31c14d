import type { Account, PaymentMethod } from "../../../model/account.js";
import { collectionOf } from "../collection.js";
import type { Draft } from "../finding.js";
import type { Rule } from "../ground.js";

/** A letter for a case that never comes. */
export const correspondenceNeverSent: Rule = (ground) => {
  const { settlement } = ground.profile;
  if (settlement.kind !== "expectedPayment" || settlement.correspondence === null) return [];
  const { correspondence } = settlement;
  const written = (["expected", "card", "directDebit"] as const).filter((about) => correspondence[about] !== null);
  const path = ["settlement", "correspondence"];
  if (!settlement.autoCollect) {
    return written
      .filter((about) => about !== "expected")
      .map((about): Draft => {
        const message = `Nothing is collected, so the correspondence "${correspondence[about] as string}" about a payment is never sent.`;
        return { severity: "warning", path: [...path, about], message, suggestion: "Set autoCollect, or leave it out." };
      });
  }
  const collection = collectionOf(ground);
  if (collection !== "always" && collection !== "never") return [];
  const sent = collection === "never" ? "expected" : ((ground.account as Account).paymentMethod as PaymentMethod).type;
  // A profile with a letter for each case is meant for many accounts.
  if (written.length === 0 || written.some((about) => about === sent)) return [];
  const message = `For this account, none of the correspondence is ever sent: it ${collection === "never" ? "is never collected from" : "is always collected from"}.`;
  return [{ severity: "info", path, message }];
};
