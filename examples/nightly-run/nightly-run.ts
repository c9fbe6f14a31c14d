import { type Profile, selectProfile, type TopupPlan } from "auto-topup";
import { type LineIssue, readLine } from "./read-line.js";
import type { Tally } from "./tally.js";

export interface Night {
  /** The book of profiles, each parsed once. */
  readonly book: ReadonlyMap<string, Profile>;
  readonly lines: Iterable<string> | AsyncIterable<string>;
  readonly at: string;
  /** Counts what happens. */
  readonly tally: Tally;
  readonly onBrokenLine: (line: number, issues: readonly LineIssue[]) => void;
}

/**
 * Goes through the accounts line by line and gives the plans, each as soon as it is made. It holds one
 * account at a time and reads no further than its plans are taken.
 */
export async function* nightlyRun({ book, lines, at, tally, onBrokenLine }: Night): AsyncGenerator<TopupPlan, void, undefined> {
  let number = 0;
  for await (const text of lines) {
    number++;
    if (text.trim() === "") continue;
    const line = readLine(text, book);
    if (line.kind === "broken") {
      tally.addBroken();
      onBrokenLine(number, line.issues);
      continue;
    }
    const { plan, decisions } = selectProfile({ profiles: line.profiles, account: line.account, at });
    tally.addAccount(decisions);
    if (plan?.outcome !== "topup") continue;
    tally.addPlan(plan, book.get(plan.decision.profileId) as Profile);
    yield plan;
  }
}
