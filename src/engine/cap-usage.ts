import { type Period, periodOf } from "../base/calendar.js";
import { type Decimal, decimal, ZERO } from "../base/decimal.js";
import { toMs } from "../base/instant.js";
import { isAskedFor } from "../ledger/record-credit.js";
import type { ParsedCap } from "../model/cap.js";
import { durationMs } from "../model/duration.js";
import type { ParsedTopupRecord } from "../model/topup-record.js";
import type { History } from "./history.js";

/** What past top-ups use up of a cap. */
export interface Usage {
  readonly charge: Decimal;
  readonly count: number;
}

/** A cap's window with what lies in it, asked at one instant and then at ever later ones, in milliseconds. */
export interface CapUsage {
  readonly cap: ParsedCap;
  /** What is used at an instant no earlier than the ones asked before. */
  at(ms: number): Usage;
  /** The instants at which what is used can change. */
  changes(): number[];
}

interface Entry {
  readonly createdMs: number;
  readonly charge: string;
}

const NONE: Usage = /* @__PURE__ */ Object.freeze({ charge: ZERO, count: 0 });

export function capUsageOf(cap: ParsedCap, { automatic, manual }: History, zone: string, now: number): CapUsage {
  const counted = (cap.counts === "all" ? [...automatic, ...manual] : automatic).filter(isAskedFor).map(entryOf);
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
    // A record from the future enters; with less left, a cap that reduces can leave a charge that another one lets pass.
    changes: () => entries.flatMap(({ createdMs }) => [createdMs, createdMs + length]),
  };
}

function calendar(unit: Period["unit"], counted: readonly Entry[], zone: string, now: number): Omit<CapUsage, "cap"> {
  const current = periodOf(zone, now, unit);
  const known = new Map<number, Usage>();
  const usageIn = (period: Period): Usage => {
    let usage = known.get(period.key);
    if (usage === undefined) {
      usage = counted.filter(({ createdMs }) => period.contains(createdMs)).reduce(plus, NONE);
      known.set(period.key, usage);
    }
    return usage;
  };
  let later: ReadonlyMap<number, Filled> | null = null;
  const laterPeriods = () =>
    (later ??= filled(
      counted.filter(({ createdMs }) => current.precedes(createdMs)),
      unit,
      zone,
    ));
  return {
    at(ms) {
      const period = current.contains(ms) ? current : periodOf(zone, ms, unit);
      // The clocks can go back over midnight, into the period before.
      return current.precedes(ms) ? (laterPeriods().get(period.key)?.usage ?? NONE) : usageIn(period);
    },
    changes() {
      const ahead = [...laterPeriods().values()].flatMap(({ period: { starts, ends } }) => [...starts, ...ends]);
      return [...current.starts, ...current.ends, ...ahead];
    },
  };
}

interface Filled {
  readonly period: Period;
  readonly usage: Usage;
}

/** The periods that hold something, by their keys. */
function filled(entries: readonly Entry[], unit: Period["unit"], zone: string): ReadonlyMap<number, Filled> {
  const periods = new Map<number, Filled>();
  for (const entry of entries) {
    const period = periodOf(zone, entry.createdMs, unit);
    periods.set(period.key, { period, usage: plus(periods.get(period.key)?.usage ?? NONE, entry) });
  }
  return periods;
}

function entryOf({ createdAt, charge }: ParsedTopupRecord): Entry {
  return { createdMs: toMs(createdAt), charge };
}

function plus({ charge, count }: Usage, entry: Entry): Usage {
  return { charge: charge.plus(decimal(entry.charge)), count: count + 1 };
}

function minus({ charge, count }: Usage, entry: Entry): Usage {
  return { charge: charge.minus(decimal(entry.charge)), count: count - 1 };
}
