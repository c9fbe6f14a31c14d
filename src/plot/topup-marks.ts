import { canonical, type Decimal, decimal, ZERO } from "../base/decimal.js";
import type { Instant } from "../base/instant.js";
import { toMs } from "../base/instant.js";
import type { SettledTopup } from "../insight/simulation/step.js";
import type { TopupStatus } from "../model/topup-record.js";
import { columnOf, type Span } from "./columns.js";

/** What came of a top-up, as far as a mark tells: failed is also what was voided, unsettled what is pending or unknown. */
export type Fate = "paid" | "unsettled" | "failed";

/** Some top-ups of one fate that lie so close together that one mark stands for them. */
export interface TopupMark {
  readonly fate: Fate;
  /** When the first and the last of them were attempted. */
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  /** The figure at the first of them; null = unknown. */
  readonly value: number | null;
  readonly count: number;
  /** In the account's currency. */
  readonly charge: string;
}

export interface TopupMarks {
  attempt(topup: SettledTopup, at: Instant, value: number | null): void;
  settle(topup: SettledTopup): void;
  marks(): readonly TopupMark[];
}

interface Attempt {
  readonly topup: SettledTopup;
  readonly at: Instant;
  readonly value: number | null;
}
interface Heap {
  readonly fate: Fate;
  first: Attempt;
  last: Attempt;
  count: number;
  charge: Decimal;
}

/** An attempt is marked where it was made, by what is known of it at the end. Only those not yet settled are kept one by one. */
export function newTopupMarks(span: Span, columns: number): TopupMarks {
  const open = new Map<string, Attempt>();
  const heaps = new Map<string, Heap>();
  const mark = (attempt: Attempt): void => {
    const fate = fateOf(attempt.topup.status);
    const key = `${columnOf(span, columns, toMs(attempt.at))} ${fate}`;
    const heap = heaps.get(key);
    if (heap === undefined) heaps.set(key, { fate, first: attempt, last: attempt, count: 1, charge: decimal(attempt.topup.charge) });
    else addTo(heap, attempt);
  };
  const know = (attempt: Attempt): void => {
    const { topupId, status } = attempt.topup;
    open.delete(topupId);
    if (fateOf(status) === "unsettled") open.set(topupId, attempt);
    else mark(attempt);
  };
  return {
    attempt: (topup, at, value) => {
      know({ topup, at, value });
    },
    settle: (topup) => {
      const attempt = open.get(topup.topupId);
      if (attempt !== undefined) know({ ...attempt, topup }); // else one from before the simulation
    },
    marks: () => {
      for (const attempt of open.values()) mark(attempt);
      open.clear();
      return [...heaps.values()].map(markOf).sort((a, b) => toMs(a.firstAt) - toMs(b.firstAt));
    },
  };
}

export function fateOf(status: TopupStatus): Fate {
  switch (status) {
    case "paid":
      return "paid";
    case "pending":
    case "unknown":
      return "unsettled";
    case "failed":
    case "voided":
      return "failed";
  }
}

function addTo(heap: Heap, attempt: Attempt): void {
  if (attempt.at < heap.first.at) heap.first = attempt;
  if (attempt.at >= heap.last.at) heap.last = attempt;
  heap.count += 1;
  heap.charge = heap.charge.plus(decimal(attempt.topup.charge));
}

function markOf({ fate, first, last, count, charge }: Heap): TopupMark {
  return { fate, firstAt: first.at, lastAt: last.at, value: first.value, count, charge: canonical(charge) };
}

/** How many marks' top-ups of one fate there are, and what they come to. */
export function total(marks: readonly TopupMark[], fate: Fate): { readonly count: number; readonly charge: string } {
  const those = marks.filter((each) => each.fate === fate);
  return {
    count: those.reduce((count, each) => count + each.count, 0),
    charge: canonical(those.reduce((charge, each) => charge.plus(decimal(each.charge)), ZERO)),
  };
}
