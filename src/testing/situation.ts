import type { InstantInput } from "../base/fields.js";
import type { AccountInput } from "../model/account.js";
import type { ProfileInput } from "../model/profile.js";

/**
 * A profile before an account at an instant, as a caller writes them: what `evaluate` and `planTopup` take.
 *
 * @example
 * ```ts
 * import { evaluate } from "auto-topup";
 * import { aSituation, type Situation } from "auto-topup/testing";
 *
 * const situation: Situation = aSituation();
 * evaluate(situation).outcome; //=> "due"
 * ```
 */
export interface Situation {
  readonly profile: ProfileInput;
  readonly account: AccountInput;
  readonly at: InstantInput;
}
