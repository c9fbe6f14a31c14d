import type { Check } from "../../model/decision.js";
import { fail, pass } from "../check.js";
import type { Situation } from "../situation.js";

/** The basis `balance` needs one wallet, and an active one. */
export function wallet({ profile, target }: Situation): Check {
  if (target.kind === "account") return pass("wallet", {});
  if (target.kind === "none") return fail("wallet", target.reason, { walletId: profile.walletId, candidates: target.candidates });
  const facts = { walletId: target.wallet.id, status: target.wallet.status };
  return target.wallet.status === "active" ? pass("wallet", facts) : fail("wallet", "walletInactive", facts);
}
