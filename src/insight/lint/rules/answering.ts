import type { Check, Reason } from "../../../model/decision.js";
import { durationMs } from "../../../model/duration.js";
import { currency } from "../../../engine/guards/currency.js";
import { customer } from "../../../engine/guards/customer.js";
import { wallet } from "../../../engine/guards/wallet.js";
import { situationOf } from "../../../engine/situation.js";
import type { Draft } from "../finding.js";
import type { Ground, Rule } from "../ground.js";
import { SOME_TIME } from "../supposition.js";

/** A figure or limit that the account does not have: the answer is always `indeterminate`. */
export const figureUnknown: Rule = ({ profile, account }) => {
  if (account === null) return [];
  const { figures, target } = situationOf({ profile, account, at: SOME_TIME });
  if (figures === null || !("missing" in figures)) return [];
  if (figures.missing === "limitUnknown") {
    const message = `The account has no limit "${figures.name}", so it can never be told whether a top-up is due.`;
    return [
      { severity: "error", path: ["account", "limits", figures.name], message, suggestion: "State the limit; null means unlimited." },
    ];
  }
  const path =
    target.kind === "wallet"
      ? ["account", "wallets", account.wallets.findIndex(({ id }) => id === target.walletId), "balance"]
      : ["account", "owed", figures.name];
  const message = `The figure ${figures.name} is unknown, so it can never be told whether a top-up is due.`;
  return [{ severity: "error", path, message, suggestion: "State the figure: unknown is not zero." }];
};

/** Another customer's profile, another currency, or no single wallet that could be topped up. */
export const notForAccount: Rule = ({ profile, account }) => {
  if (account === null) return [];
  const situation = situationOf({ profile, account, at: SOME_TIME });
  return [customer, currency, wallet].map((guard) => guard(situation)).flatMap(refusal);
};

const REFUSALS: Readonly<Partial<Record<Reason, Pick<Draft, "path" | "message">>>> = {
  otherCustomer: { path: ["customerId"], message: "The profile is restricted to another customer than this account." },
  currencyMismatch: { path: ["currency"], message: "The profile is for another currency or unit than this account's." },
  noWallet: { path: ["account", "wallets"], message: "The account has no wallet that the profile could top up." },
  walletInactive: { path: ["account", "wallets"], message: "The wallet that the profile names is not active." },
  walletAmbiguous: { path: ["account", "wallets"], message: "Several wallets fit, and the profile does not say which." },
};

function refusal({ reason }: Check): Draft[] {
  const told = reason && REFUSALS[reason];
  if (!told) return [];
  const draft: Draft = { severity: "warning", path: told.path, message: `${told.message} It is never topped up.` };
  return [reason === "walletAmbiguous" ? { ...draft, suggestion: "Name the wallet in walletId, or its unit in currency." } : draft];
}

/** A snapshot that is always too old for `staleAfter`. */
export const alwaysStale: Rule = ({ profile: { staleAfter }, account }: Ground) => {
  if (staleAfter === null) return [];
  if (account?.asOf === null) {
    const message = "The account does not say when its figures were read, and staleAfter takes a snapshot of unknown age for stale.";
    return [{ severity: "error", path: ["account", "asOf"], message, suggestion: "State asOf." }];
  }
  if (durationMs(staleAfter) > 0) return [];
  const message = "A staleAfter of 0 accepts a snapshot at the very millisecond of asOf alone.";
  return [{ severity: "warning", path: ["staleAfter"], message, suggestion: "Give it the age that figures may have, such as an hour." }];
};
