import type { CapWindowFacts, ReasonFacts } from "./reason-facts.js";

/** A cap that is exceeded, as a clause in English. */
export function cappedInEnglish(cap: ReasonFacts["capReached"]): string {
  const { window, until } = cap;
  const end = until === null ? "" : ` (all caps leave room on ${until})`;
  return `the cap${window === null ? "" : ` of ${windowInEnglish(window)}`} ${leftInEnglish(cap)}${end}`;
}

/**
 * Only a number that is used up leaves no room for the whole charge whatever the cap is: of money, one that
 * reduces would have let a part pass, and has too little left for the least that the profile asks for.
 */
function leftInEnglish({ charge, usedCharge, maxCharge, usedCount, maxCount }: ReasonFacts["capReached"]): string {
  const money = usedCharge && maxCharge && `${usedCharge} of ${maxCharge} used`;
  const number = usedCount && maxCount && `${usedCount.text} of ${maxCount.text} top-ups made`;
  const isFull = usedCount !== null && maxCount !== null && usedCount.number >= maxCount.number;
  if (isFull) return `leaves no room${charge === null ? "" : ` for ${charge}`}${figures([money, number])}`;
  return `leaves too little room${figures([money, number, charge && `${charge} wanted`])}`;
}

function figures(parts: readonly (string | null)[]): string {
  const known = parts.filter((part) => part !== null);
  return known.length === 0 ? "" : `: ${known.join(", ")}`;
}

function windowInEnglish(window: CapWindowFacts): string {
  if ("calendar" in window) return `this calendar ${window.calendar}`;
  return `the last ${window.value === 1 ? window.unit : window.rolling}`;
}
