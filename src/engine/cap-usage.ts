import { type Period, periodOf } from "../base/calendar.js";
import { type Decimal, decimal, ZERO } from "../base/decimal.js";
import { toMs } from "../base/instant.js";
import { isAskedFor } from "../ledger/record-credit.js";
import type { Cap } from "../model/cap.js";
import { durationMs } from "../model/duration.js";
import type { TopupRecord } from "../model/topup-record.js";
import type { History } from "./history.js";

/** What past top-ups use up of a cap. */
export interface Usage {
  readonly charge: Decimal;
  readonly count: number;
}

/** A cap's window with what lies in it, asked at one instant and then at ever later ones, in milliseconds. */
export interface CapUsage {
  readonly cap: Cap;
  /** What is used at an instant no earlier than the ones asked before. */
  at(ms: number): Usage;
  /** The instants at which something leaves the window. */
  relief(): number[];
}

interface Entry {
  readonly createdMs: number;
  readonly charge: string;
}

const NONE: Usage = /* @__PURE__ */ Object.freeze({ charge: ZERO, count: 0 });

export function capUsageOf(cap: Cap, { automatic, all }: History, zone: string, now: number): CapUsage {
  const counted = (cap.counts === "all" ? all : automatic).filter(isAskedFor).map(entryOf);
  const { window } = cap;
  return {
    cap,
    ...("rolling" in window ? rolling(durationMs(window.rolling), counted, now) : calendar(window.calendar, counted, zone, now)),
  };
}

/** From `at` less the length, exclusive, to `at`. */
function rolling(length: number, counted: readonly Entry[], now: number): Omit<CapUsage, "cap"> {
  // What has left the window never comes back.
  const entries = counted.filter(({ createdMs }) => createdMs > now - length).sort((a, b) => a.createdMs - b.createdMs);
  let entered = 0;
  let left = 0;
  let usage = NONE;
  return {
    at(ms) {
      for (let next = entries[entered]; next && next.createdMs <= ms; next = entries[++entered]) usage = plus(usage, next);
      for (let next = entries[left]; next && next.createdMs <= ms - length; next = entries[++left]) usage = minus(usage, next);
      return usage;
    },
    relief: () => entries.map(({ createdMs }) => createdMs + length),
  };
}

function calendar(unit: Period["unit"], counted: readonly Entry[], zone: string, now: number): Omit<CapUsage, "cap"> {
  const current = periodOf(zone, now, unit);
  // Of records from the future, or from just before the clocks went back over midnight: rare.
  const later = new Map<number, { readonly period: Period; readonly usage: Usage }>();
  let usage = NONE;
  for (const entry of counted) {
    if (current.contains(entry.createdMs)) usage = plus(usage, entry);
    else if (current.precedes(entry.createdMs)) {
      const period = periodOf(zone, entry.createdMs, unit);
      later.set(period.key, { period, usage: plus(later.get(period.key)?.usage ?? NONE, entry) });
    }
  }
  return {
    at(ms) {
      if (current.contains(ms)) return usage;
      return later.size === 0 ? NONE : (later.get(periodOf(zone, ms, unit).key)?.usage ?? NONE);
    },
    relief: () => [current, ...[...later.values()].map(({ period }) => period)].flatMap(({ ends }) => ends),
  };
}

function entryOf({ createdAt, charge }: TopupRecord): Entry {
  return { createdMs: toMs(createdAt), charge };
}

function plus({ charge, count }: Usage, entry: Entry): Usage {
  return { charge: charge.plus(decimal(entry.charge)), count: count + 1 };
}

function minus({ charge, count }: Usage, entry: Entry): Usage {
  return { charge: charge.minus(decimal(entry.charge)), count: count - 1 };
}
