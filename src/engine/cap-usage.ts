import { type Period, periodOf } from "../base/calendar.js";
import { type Decimal, decimal, ZERO } from "../base/decimal.js";
import { earlier, type Instant, later } from "../base/instant.js";
import { isAskedFor } from "../ledger/record-credit.js";
import type { Cap, CapWindow } from "../model/cap.js";
import { durationMs } from "../model/duration.js";
import type { TopupRecord } from "../model/topup-record.js";
import type { History } from "./history.js";

/** What past top-ups use up of a cap. */
export interface Usage {
  readonly charge: Decimal;
  readonly count: number;
}

/** A cap's window with what lies in it, asked at one instant and then at ever later ones. */
export interface CapUsage {
  readonly cap: Cap;
  /** What is used at an instant no earlier than the ones asked before. */
  at(instant: Instant): Usage;
  /** The instants at which something leaves the window. */
  relief(): Instant[];
}

const NEVER: Instant = "~"; // sorts after every instant
const NONE: Usage = /* @__PURE__ */ Object.freeze({ charge: ZERO, count: 0 });

export function capUsageOf(cap: Cap, { automatic, all }: History, zone: string, at: Instant): CapUsage {
  const counted = (cap.counts === "all" ? all : automatic).filter(isAskedFor);
  return "rolling" in cap.window ? rollingUsage(cap, cap.window, counted, at) : calendarUsage(cap, cap.window, counted, zone, at);
}

function rollingUsage(cap: Cap, { rolling }: Extract<CapWindow, { rolling: unknown }>, counted: readonly TopupRecord[], at: Instant): CapUsage {
  const length = durationMs(rolling);
  const start = earlier(at, length); // what left the window before that never comes back
  const records = counted.filter(({ createdAt }) => createdAt > start).sort(byCreation);
  let entered = 0;
  let left = 0;
  let usage = NONE;
  return {
    cap,
    at(instant) {
      const from = earlier(instant, length);
      for (; (records[entered]?.createdAt ?? NEVER) <= instant; entered++) usage = plus(usage, records[entered] as TopupRecord);
      for (; (records[left]?.createdAt ?? NEVER) <= from; left++) usage = minus(usage, records[left] as TopupRecord);
      return usage;
    },
    relief: () => records.map(({ createdAt }) => later(createdAt, length)).filter((exit) => exit !== null),
  };
}

function calendarUsage(
  cap: Cap,
  { calendar }: Extract<CapWindow, { calendar: unknown }>,
  counted: readonly TopupRecord[],
  zone: string,
  at: Instant,
): CapUsage {
  const current = periodOf(zone, at, calendar);
  const future = new Map<number, { period: Period; usage: Usage }>(); // of records from the future: rare
  let usage = NONE;
  for (const record of counted) {
    if (current.contains(record.createdAt)) usage = plus(usage, record);
    else if (record.createdAt > at) {
      const period = periodOf(zone, record.createdAt, calendar);
      future.set(period.key, { period, usage: plus(future.get(period.key)?.usage ?? NONE, record) });
    }
  }
  return {
    cap,
    at(instant) {
      if (current.contains(instant)) return usage;
      return future.size === 0 ? NONE : (future.get(periodOf(zone, instant, calendar).key)?.usage ?? NONE);
    },
    relief: () => [current, ...[...future.values()].map(({ period }) => period)].flatMap(({ ends }) => ends),
  };
}

function byCreation(a: TopupRecord, b: TopupRecord): number {
  return a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0;
}

function plus({ charge, count }: Usage, record: TopupRecord): Usage {
  return { charge: charge.plus(decimal(record.charge)), count: count + 1 };
}

function minus({ charge, count }: Usage, record: TopupRecord): Usage {
  return { charge: charge.minus(decimal(record.charge)), count: count - 1 };
}
