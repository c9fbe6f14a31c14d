import { Decimal, decimal, ZERO } from "../../base/decimal.js";
import type { CalendarUnit } from "../../base/calendar.js";
import type { ParsedCap } from "../../model/cap.js";
import { durationMs } from "../../model/duration.js";
import { spanOf } from "./clocks.js";
import type { Terms } from "./terms.js";

/** What a cap leaves, as time goes on and top-ups are made. Instants are asked and told in milliseconds, in order. */
export interface CapRoom {
  readonly cap: ParsedCap;
  left(now: number): Left;
  use(now: number, charge: Decimal, count: Decimal): void;
  /** When it next leaves more; Infinity where nothing has been used. */
  change(now: number): number;
}

interface Left {
  readonly charge: Decimal | null;
  readonly count: Decimal | null;
}

interface Used {
  readonly until: number;
  readonly charge: Decimal;
  readonly count: Decimal;
}

export function capRoomsOf({ profile: { caps }, zone }: Terms): CapRoom[] {
  return caps.map((cap) => roomOf(cap, endOfWindow(cap, zone)));
}

/** Each top-up takes up room until its calendar period, or its rolling length, is over. */
function roomOf(cap: ParsedCap, endOf: (now: number) => number): CapRoom {
  const used: Used[] = [];
  let [charge, count] = [ZERO, ZERO];
  const letGo = (now: number): void => {
    for (let first = used[0]; first && first.until <= now; first = used[0]) {
      charge = charge.minus(first.charge);
      count = count.minus(first.count);
      used.shift();
    }
  };
  return {
    cap,
    left(now) {
      letGo(now);
      return {
        charge: cap.maxCharge === null ? null : decimal(cap.maxCharge).minus(charge),
        count: cap.maxCount === null ? null : new Decimal(cap.maxCount).minus(count),
      };
    },
    use(now, each, times) {
      used.push({ until: endOf(now), charge: each.times(times), count: times });
      charge = charge.plus(each.times(times));
      count = count.plus(times);
    },
    change(now) {
      letGo(now);
      return used[0]?.until ?? Number.POSITIVE_INFINITY;
    },
  };
}

function endOfWindow({ window }: ParsedCap, zone: string): (now: number) => number {
  if ("rolling" in window) {
    const length = durationMs(window.rolling);
    return (now) => now + length;
  }
  return endOfPeriods(zone, window.calendar);
}

function endOfPeriods(zone: string, unit: CalendarUnit): (now: number) => number {
  let until = 0;
  return (now) => {
    if (now >= until) ({ until } = spanOf(zone, now, unit));
    return until;
  };
}
