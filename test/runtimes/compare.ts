import type { Answers } from "./portable/answers.js";

/** One answer that is another than the expected. */
export interface Difference {
  readonly index: number;
  readonly expected: string;
  readonly got: string;
}

export interface Comparison {
  readonly alike: number;
  /** The first that differs, but for those that may. */
  readonly first: Difference | null;
  /** Differing as they may: in zones of which releases differ, where the releases do. */
  readonly byZone: readonly Difference[];
  /** Of questions whose decisions may not differ. */
  readonly texts: number;
  readonly textsAlike: number;
  /** By kind of text, how many differ, and the first that does. */
  readonly otherTexts: ReadonlyMap<string, Difference & { readonly times: number }>;
}

/** Byte for byte: what was decided, and apart from it what was told. */
export function compared(expected: Answers, got: Answers, isDisputed: (index: number) => boolean): Comparison {
  const mayDiffer = (index: number): boolean => isDisputed(index) && got.facts.tz !== expected.facts.tz;
  const differing = differences(expected.decided, got.decided);
  const told = expected.told.flatMap((texts, index) => (mayDiffer(index) ? [] : texts.map((text, place) => ({ index, place, ...text }))));
  const otherTexts = new Map<string, Difference & { times: number }>();
  for (const { index, place, as, text } of told) {
    const other = got.told[index]?.[place];
    if (other?.as === as && other.text === text) continue;
    const known = otherTexts.get(as) ?? { index, expected: text, got: other?.text ?? "nothing", times: 0 };
    otherTexts.set(as, { ...known, times: known.times + 1 });
  }
  return {
    alike: expected.decided.length - differing.length,
    first: differing.find(({ index }) => !mayDiffer(index)) ?? null,
    byZone: differing.filter(({ index }) => mayDiffer(index)),
    texts: told.length,
    textsAlike: told.length - [...otherTexts.values()].reduce((sum, { times }) => sum + times, 0),
    otherTexts,
  };
}

function differences(expected: readonly string[], got: readonly string[]): Difference[] {
  return expected.flatMap((answer, index) => (got[index] === answer ? [] : [{ index, expected: answer, got: got[index] ?? "nothing" }]));
}

const BEFORE = 40;
const SHOWN = 120;

/** The two texts from a little before where they part. */
export function parting({ expected, got }: Difference): readonly [expected: string, got: string] {
  let at = 0;
  while (at < expected.length && expected[at] === got[at]) at += 1;
  const from = Math.max(0, at - BEFORE);
  return [expected.slice(from, from + SHOWN), got.slice(from, from + SHOWN)];
}
