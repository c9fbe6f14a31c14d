import { addInZone } from "../../../base/calendar.js";
import { type Instant, toMs } from "../../../base/instant.js";
import type { Expiry } from "../../../model/credit-terms.js";
import { durationMs } from "../../../model/duration.js";
import type { Rule } from "../ground.js";
import { lengthText } from "../words.js";

const COMMON_YEAR = /* @__PURE__ */ ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"].map(
  (month): Instant => `2025-${month}-01T00:00:00.000Z`,
);

/** The credit is gone before the next top-up may come. */
export const creditExpiresInCooldown: Rule = ({ profile: { credit, cooldown, trigger }, basis }) => {
  const expiry = credit?.expiresAfter ?? null;
  if (basis !== "balance" || trigger.basis === "schedule" || expiry === null || cooldown === null) return [];
  if (durationMs(cooldown) <= shortestMs(expiry)) return [];
  const message = `The credit expires after ${lengthText(expiry)}, and the cooldown of ${lengthText(cooldown)} lasts longer: in between there is nothing left, and nothing may be added.`;
  return [{ severity: "warning", path: ["credit", "expiresAfter"], message, suggestion: "Let the credit last longer than the cooldown." }];
};

/** Months differ in length: what is so in February is so every year. */
function shortestMs({ value, unit }: Expiry): number {
  return Math.min(...COMMON_YEAR.map((start) => toMs(addInZone("UTC", start, value, unit) as Instant) - toMs(start)));
}
