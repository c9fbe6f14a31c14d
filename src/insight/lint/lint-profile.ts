import { valueOf } from "../../base/parser.js";
import { type Account, type AccountInput, accountParser } from "../../model/account.js";
import { type Profile, type ProfileInput, profileParser } from "../../model/profile.js";
import type { Finding } from "./finding.js";
import { groundOf } from "./ground.js";
import { FINDING_CODES, RULES_IN_ORDER } from "./rules-in-order.js";

/**
 * Looks for what is legal in a profile and yet will hurt: a target that never clears, a cap that refuses everything, a
 * letter a day. Without an account it says what the profile proves by itself; with one it also goes by that account's
 * limits, currency, wallet, payment method and past top-ups. Nothing found is no proof that nothing will hurt.
 *
 * @param profile a profile as a caller writes it, or a parsed one
 * @param account an account that the profile is meant for; null is the same as left out
 * @returns the findings, by code in the order of `FindingCode`, then by path; a path into the account begins with
 * `"account"`
 * @throws InvalidInputError where an argument is malformed; paths are relative to the argument at fault
 *
 * @example
 * ```ts
 * import { lintProfile, type ProfileInput } from "auto-topup";
 *
 * const profile: ProfileInput = {
 *   id: "p1",
 *   trigger: { basis: "outstanding", type: "absoluteAmount", value: "400", referenceLimit: "credit" },
 *   topup: { mode: "toTarget", value: "0" },
 *   settlement: { kind: "expectedPayment", autoCollect: true },
 *   cooldown: { value: 1, unit: "day" },
 * };
 * lintProfile(profile); //=> []
 *
 * const account = { id: "a1", currency: "GBP", owed: { outstanding: "120" }, limits: { credit: "500" }, topups: [] };
 * const [finding] = lintProfile(profile, { ...account, paymentMethod: { type: "card", autoCollect: true } });
 * finding?.code; //=> "offsetAboveHalf"
 * finding?.message; //=> "It fires when 400 of the limit of 500 are left, which is at 100 GBP owed."
 * ```
 */
export function lintProfile(profile: ProfileInput | Profile, account?: AccountInput | Account | null): Finding[] {
  const rule = valueOf(profileParser.read(profile));
  const customer = account == null ? null : valueOf(accountParser.read(account));
  const ground = groundOf(rule, customer, account != null && isWithoutHistory(account));
  return FINDING_CODES.flatMap((code) =>
    [...RULES_IN_ORDER[code](ground)].sort((a, b) => byPath(a.path, b.path)).map((draft): Finding => ({ code, ...draft })),
  );
}

/** Whether a caller's account says nothing of past top-ups; a parsed one always does. */
function isWithoutHistory(account: AccountInput | Account): boolean {
  try {
    return account.topups == null;
  } catch {
    return false; // an accessor that let itself be read once
  }
}

/** The order of one rule's paths: at the first difference both have a key, or both an index, and none begins another. */
export function byPath(a: Finding["path"], b: Finding["path"]): number {
  const depth = a.findIndex((step, index) => step !== b[index]);
  const [left, right] = [a[depth], b[depth]];
  return typeof left === "number" ? left - Number(right) : String(left) < String(right) ? -1 : 1;
}
