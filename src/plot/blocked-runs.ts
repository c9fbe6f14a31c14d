import { type Instant, toMs } from "../base/instant.js";
import type { Reason } from "../model/decision.js";

/** Blocked attempts that lie so close together that one mark stands for them. */
export interface BlockedRun {
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly count: number;
  readonly reasons: ReadonlyMap<Reason, number>;
}

export interface BlockedRuns {
  /** Instants come in order. */
  add(at: Instant, reason: Reason): void;
  readonly runs: readonly BlockedRun[];
}

interface OpenRun extends BlockedRun {
  lastAt: Instant;
  count: number;
  readonly reasons: Map<Reason, number>;
}

/** A run ends where nothing is blocked for longer than `gapMs`, so there are never more than fit beside each other. */
export function newBlockedRuns(gapMs: number): BlockedRuns {
  const runs: OpenRun[] = [];
  return {
    runs,
    add(at, reason) {
      let run = runs.at(-1);
      if (run === undefined || toMs(at) - toMs(run.lastAt) > gapMs) {
        run = { firstAt: at, lastAt: at, count: 0, reasons: new Map() };
        runs.push(run);
      }
      run.lastAt = at;
      run.count += 1;
      run.reasons.set(reason, (run.reasons.get(reason) ?? 0) + 1);
    },
  };
}
