import { DAY } from "../../base/instant.js";
import { durationMs } from "../../model/duration.js";
import type { InvoiceSettlement, Settlement } from "../../model/settlement.js";
import { collectionOf } from "./collection.js";
import type { Ground } from "./ground.js";

/** A payment that is collected has arrived by then, weekend and all. */
const WEEK = 7;

/** A customer who pays by hand is given a month. */
const MONTH = 30;

/** What a direct debit takes at the least that is to be reckoned with. */
const DIRECT_DEBIT = 5;

/** Whether the money, as a rule, arrives later than it is asked for. A card answers at once. */
export function takesTime(ground: Ground): boolean {
  const {
    profile: { settlement },
    account,
  } = ground;
  if (settlement.kind === "expectedPayment") return account?.paymentMethod?.type !== "card" || collectionOf(ground) !== "always";
  return awaitsPayment(settlement);
}

/** Whether an invoice is issued that must be paid before the top-up counts. */
export function awaitsPayment(settlement: Settlement): settlement is InvoiceSettlement {
  return "requirePaid" in settlement && settlement.requirePaid;
}

/** Whether the cooldown is at least as long as a payment takes as a rule: an invoice is paid by when it is due. */
export function outlastsPayment(ground: Ground): boolean {
  const { settlement, cooldown } = ground.profile;
  if (cooldown === null) return false;
  const collection = collectionOf(ground);
  const collected = collection === "always" || collection === "unknown";
  const days = settlement.kind === "invoice" ? Math.max(WEEK, settlement.netTermsDays) : collected ? WEEK : MONTH;
  return durationMs(cooldown) >= days * DAY;
}

/** For how many days a payment is to count: an invoice has its net terms, and a customer may be asked again the next day. */
export function leastDays(ground: Ground): number {
  const { settlement } = ground.profile;
  const debited = settlement.kind === "expectedPayment" && ground.account?.paymentMethod?.type === "directDebit";
  return debited && collectionOf(ground) !== "never" ? DIRECT_DEBIT : 1;
}
