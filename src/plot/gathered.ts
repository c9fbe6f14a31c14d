import { toMs } from "../base/instant.js";
import { newBlockedRuns, type BlockedRun } from "./blocked-runs.js";
import { type Point, seriesOf, type Span } from "./columns.js";
import { type Extremes, newFigures } from "./extremes.js";
import type { Played } from "./played.js";
import { newTopupMarks, type TopupMark } from "./topup-marks.js";

/** What there is to draw. */
export interface Gathered {
  readonly span: Span;
  readonly figure: readonly Point[];
  readonly threshold: readonly Point[];
  readonly limit: readonly Point[];
  /** Null where none is known. */
  readonly figures: Extremes | null;
  readonly thresholds: Extremes | null;
  readonly limits: Extremes | null;
  /** What is known of the figure at the beginning and at the end. */
  readonly start: string | null;
  readonly end: string | null;
  readonly topups: readonly TopupMark[];
  readonly blocked: readonly BlockedRun[];
}

/** Pixels between one mark and the next. */
const MARK = 7;
const RUN = 26;

/** Goes once over the steps and keeps what a picture of this width can show: its size is the picture's, not the simulation's. */
export function gather({ from, to, steps }: Played, width: number): Gathered {
  const span = { fromMs: toMs(from), toMs: toMs(to) };
  const columns = Math.ceil(width);
  const [figure, threshold, limit] = [seriesOf(span, columns), seriesOf(span, columns), seriesOf(span, columns)];
  const [figures, thresholds, limits] = [newFigures(), newFigures(), newFigures()];
  const topups = newTopupMarks(span, Math.ceil(width / MARK));
  const blocked = newBlockedRuns(((span.toMs - span.fromMs) / width) * RUN);
  let start: string | null | undefined;
  let end: string | null = null;

  for (const step of steps) {
    const ms = toMs(step.at);
    for (const each of step.figures) {
      figure.add(ms, numberOf(each));
      if (each !== null) figures.take(each, step.at);
      end = each;
    }
    if (start === undefined) start = step.figures[0] ?? null;
    threshold.add(ms, numberOf(step.threshold));
    if (step.threshold !== null) thresholds.take(step.threshold, step.at);
    limit.add(ms, numberOf(step.limit));
    if (step.limit !== null) limits.take(step.limit, step.at);
    if (step.blockedBy !== null) blocked.add(step.at, step.blockedBy);
    for (const each of step.settled) topups.settle(each);
    if (step.attempted !== null) topups.attempt(step.attempted, step.at, numberOf(end));
  }
  return {
    span,
    figure: figure.points(),
    threshold: threshold.points(),
    limit: limit.points(),
    figures: figures.extremes(),
    thresholds: thresholds.extremes(),
    limits: limits.extremes(),
    start: start ?? null,
    end,
    topups: topups.marks(),
    blocked: blocked.runs,
  };
}

/** For a coordinate alone; whatever is written is made of the text. */
function numberOf(figure: string | null): number | null {
  return figure === null ? null : Number(figure);
}
