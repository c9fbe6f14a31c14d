import { AT } from "../../support/build.js";
import type { AccountInput, Cap, EvaluateInput, ProfileInput } from "../../../src/index.js";
import type { Drawn } from "./drawn.js";

/** What was drawn, as the engine is asked it. */
export function inputOf(drawn: Drawn): EvaluateInput {
  return { profile: profileOf(drawn), account: accountOf(drawn), at: AT };
}

function profileOf(drawn: Drawn): ProfileInput {
  const { basis, type, boundary, value, mode, topupValue, min, max, step, policy, left } = drawn;
  const needsLimit = basis !== "balance" || type === "percentOfLimit";
  const trigger = { basis, type, boundary, value, ...(needsLimit ? { referenceLimit: "trigger" } : {}) } as ProfileInput["trigger"];
  const bounds = { value: topupValue, min, max, step };
  const caps: Cap[] = left === null ? [] : [{ window: { calendar: "month" }, maxCharge: left, onExceed: "reduce" }];
  return { id: "p1", trigger, topup: topupOf(mode, bounds), inFlight: policy, caps, failures: "none" };
}

function topupOf(
  mode: Drawn["mode"],
  bounds: { readonly value: string; readonly min: string | null; readonly max: string | null; readonly step: string | null },
): ProfileInput["topup"] {
  switch (mode) {
    case "once":
    case "untilClear":
      return { mode: "fixedAmount", repeat: mode, ...bounds };
    case "toTarget":
      return { mode, ...bounds };
    case "toPercentOfLimit":
      return { mode, referenceLimit: "topup", ...bounds };
  }
}

function accountOf({ basis, limit, topupLimit, override, observed, inFlight, currency, credits }: Drawn): AccountInput {
  const held = basis === "balance";
  const wallet = { id: "w1", unit: credits === null ? currency : "credits", balance: observed, ...(credits ?? {}) };
  return {
    id: "a1",
    currency,
    limits: { trigger: limit, topup: topupLimit },
    autoTopupAmount: override,
    ...(held ? { wallets: [wallet] } : { owed: { [basis]: observed } }),
    // It was made in an earlier month, which the cap does not count.
    topups: [
      {
        id: "t1",
        profileId: "p1",
        walletId: held ? "w1" : null,
        charge: "1",
        credit: inFlight,
        createdAt: "2026-05-01T09:00:00Z",
        status: "pending",
      },
    ],
  };
}
