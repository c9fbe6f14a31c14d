/**
 * The instant of `aSituation`, and the one that the other builders' dates lie about: 9:00 UTC on Monday, 1 June 2026.
 *
 * @example
 * ```ts
 * import { evaluate } from "auto-topup";
 * import { anAccount, aProfile, AT } from "auto-topup/testing";
 *
 * evaluate({ profile: aProfile(), account: anAccount(), at: AT }).at; //=> "2026-06-01T09:00:00.000Z"
 * ```
 */
export const AT = "2026-06-01T09:00:00.000Z";
