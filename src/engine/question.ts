import { instant, type InstantInput } from "../base/fields.js";
import type { Instant } from "../base/instant.js";
import { readKeys, readLeaf, type Reading } from "../base/parser.js";
import { type Account, type AccountInput, accountParser } from "../model/account.js";
import { type Profile, type ProfileInput, profileParser } from "../model/profile.js";

/**
 * What `evaluate` and `planTopup` are asked: a profile, a snapshot of an account, and the instant. Profile
 * and account may be plain JSON or already parsed; what is parsed is recognised and not checked again.
 *
 * @example
 * ```ts
 * import { evaluate, type EvaluateInput } from "auto-topup";
 *
 * const input: EvaluateInput = {
 *   profile: {
 *     id: "p1",
 *     trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
 *     topup: { mode: "fixedAmount", value: "50" },
 *   },
 *   account: { id: "a1", currency: "USD", wallets: [{ id: "w1", unit: "USD", balance: "10.01" }] },
 *   at: "2026-06-01T09:00:00Z",
 * };
 * evaluate(input).outcome; //=> "notDue"
 * ```
 */
export interface EvaluateInput {
  readonly profile: ProfileInput | Profile;
  readonly account: AccountInput | Account;
  /** The instant of the decision. Take it after reading the account. */
  readonly at: InstantInput;
}

/** A profile held against a snapshot at an instant, parsed. */
export interface Question {
  readonly profile: Profile;
  readonly account: Account;
  readonly at: Instant;
}

export function readQuestion(input: EvaluateInput): Question {
  return readKeys<Question>(input, { profile: profileParser.read, account: accountParser.read, at: readAt });
}

export function readAt(value: unknown): Reading<Instant> {
  return readLeaf(instant, value);
}
