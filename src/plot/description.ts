import type { Extreme, Extremes } from "./extremes.js";
import type { Scene } from "./scene.js";
import { type Fate, total } from "./topup-marks.js";
import { nameOf, type Words } from "./words.js";

/** What the picture shows, for those who do not see it: every figure in it that matters, in sentences. */
export function descriptionOf({ played, gathered, words }: Scene): string {
  const { figures, thresholds, limits, start, end } = gathered;
  const blocked = gathered.blocked.reduce((count, run) => count + run.count, 0);
  return [
    `${nameOf(played.basis)} of account ${played.accountId} under profile ${played.profileId}, from ${words.instant(played.from)} to ${words.instant(played.to)}.`,
    figures === null
      ? "No figure is known."
      : `It begins at ${known(start, words)} and ends at ${known(end, words)}; lowest ${extreme(figures.lowest, words)}, highest ${extreme(figures.highest, words)}.`,
    ...reference("threshold", thresholds, words),
    ...reference("limit", limits, words),
    `Top-ups: ${fates(gathered.topups, words)}.`,
    `Blocked: ${words.count(blocked)}.`,
  ].join(" ");
}

function known(figure: string | null, words: Words): string {
  return figure === null ? "an unknown figure" : words.figure(figure);
}

function extreme({ figure, at }: Extreme, words: Words): string {
  return `${words.figure(figure)} on ${words.instant(at)}`;
}

function reference(name: string, extremes: Extremes | null, words: Words): string[] {
  if (extremes === null) return [];
  const { lowest, highest } = extremes;
  if (lowest.figure === highest.figure) return [`The ${name} is ${words.figure(lowest.figure)}.`];
  return [`The ${name} is from ${words.figure(lowest.figure)} to ${words.figure(highest.figure)}.`];
}

function fates(topups: Scene["gathered"]["topups"], words: Words): string {
  const said = (fate: Fate, name: string): string => {
    const { count, charge } = total(topups, fate);
    return `${words.count(count)} ${name}${count === 0 ? "" : ` (${words.charge(charge)})`}`;
  };
  return [said("paid", "paid"), said("unsettled", "not settled"), said("failed", "failed")].join(", ");
}
