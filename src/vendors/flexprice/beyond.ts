import type { InputIssue } from "../../base/errors.js";
import { parseProfile, type Profile, type ProfileInput } from "../../model/profile.js";
import type { Settlement } from "../../model/settlement.js";
import { isAutomatic } from "./mark.js";

/**
 * The settings of a profile that are in use and that Flexprice has none for: were the wallet's own automatic
 * top-up to run instead of this engine, they would do nothing.
 *
 * @param profile a profile
 * @returns their paths
 * @throws InvalidInputError where the profile is malformed
 *
 * @example
 * ```ts
 * import { beyondFlexprice } from "auto-topup/flexprice";
 *
 * const profile = {
 *   id: "p1",
 *   trigger: { basis: "balance", type: "absoluteAmount", value: "50" },
 *   topup: { mode: "fixedAmount", value: "200" },
 *   settlement: { kind: "grant" },
 *   inFlight: "block",
 *   failures: "none",
 *   caps: [{ window: { calendar: "month" }, maxCharge: "500" }],
 * } as const;
 * beyondFlexprice(profile); //=> [["caps"]]
 * ```
 */
export function beyondFlexprice(profile: ProfileInput | Profile): InputIssue["path"][] {
  const read = parseProfile(profile);
  const { topup, credit } = read;
  const used: readonly (readonly [InputIssue["path"], boolean])[] = [
    [["currency"], read.currency !== null && read.currency !== "credits"],
    [["activeFrom"], read.activeFrom !== null],
    [["activeUntil"], read.activeUntil !== null],
    [["topup", "min"], topup.min !== null],
    [["topup", "max"], topup.max !== null],
    [["topup", "step"], topup.step !== null],
    [["topup", "repeat"], topup.mode === "fixedAmount" && topup.repeat === "untilClear"],
    ...settlementBeyond(read.settlement),
    [["credit", "expiresAfter"], credit !== null && credit.expiresAfter !== null],
    [["credit", "priority"], credit !== null && credit.priority !== null],
    [["credit", "metadata"], hasOwnMetadata(credit?.metadata ?? null)],
    [["inFlight"], read.inFlight !== "block"],
    [["inFlightExpiresAfter"], read.inFlightExpiresAfter !== null],
    [["caps"], read.caps.length > 0],
    [["failures"], read.failures !== "none"],
    [["requirePaymentMethod"], read.requirePaymentMethod],
    [["staleAfter"], read.staleAfter !== null],
    [["priority"], read.priority !== 0],
  ];
  return used.filter(([, isUsed]) => isUsed).map(([path]) => path);
}

function settlementBeyond(settlement: Settlement): (readonly [InputIssue["path"], boolean])[] {
  if (settlement.kind === "grant") {
    return [[["settlement", "reason"], settlement.reason !== null && settlement.reason !== "PURCHASED_CREDIT_DIRECT"]];
  }
  if (settlement.kind !== "invoice") return [];
  return [
    [["settlement", "autoCollect"], settlement.autoCollect],
    [["settlement", "netTermsDays"], settlement.netTermsDays !== 0],
    [["settlement", "memo"], settlement.memo !== null],
  ];
}

/** Other than the mark, which Flexprice sets itself. */
function hasOwnMetadata(metadata: Readonly<Record<string, string>> | null): boolean {
  return metadata !== null && Object.keys(metadata).length > (isAutomatic(metadata) ? 1 : 0);
}
