import { type AccountInput, parseProfile, type Profile, selectProfile } from "auto-topup";
import { holding, owedProfile, owing, walletProfile } from "../situations.js";

/** A line of a file of accounts: the snapshot, and the profiles assigned to it. */
interface Line {
  readonly account: AccountInput;
  readonly profileIds: readonly string[];
}

const AT = "2025-06-18T02:00:00.000Z";

/** JSON lines: of ten accounts seven owe and are not due, one owes and is due, one holds enough, one holds too little. */
export function linesOf(count: number): string[] {
  const at = Date.parse(AT);
  return Array.from({ length: count }, (_, index) => JSON.stringify(lineOf(index, at)));
}

function lineOf(index: number, at: number): Line {
  const turn = index % 10;
  if (turn < 7) return { account: owing(701.35, at, index), profileIds: ["credit-80"] };
  if (turn === 7) return { account: owing(951.35, at, index), profileIds: ["credit-80"] };
  return { account: holding(turn === 8 ? 420 : 120, at, index), profileIds: ["credits-250"] };
}

/** Reads the lines one by one, chooses a profile for each and counts the plans. */
export function nightlyRun(lines: readonly string[]): number {
  const book = new Map([owedProfile, walletProfile].map((profile) => [profile.id, parseProfile(profile)]));
  let plans = 0;
  for (const line of lines) {
    const { account, profileIds } = JSON.parse(line) as Line;
    const profiles = profileIds.map((id) => book.get(id) as Profile);
    if (selectProfile({ profiles, account, at: AT }).plan !== null) plans++;
  }
  if (plans !== lines.length / 5) throw new Error(`${plans} plans`);
  return plans;
}

/** What of it any reader of JSON lines would spend. */
export function readingAlone(lines: readonly string[]): number {
  let profiles = 0;
  for (const line of lines) profiles += (JSON.parse(line) as Line).profileIds.length;
  return profiles;
}
