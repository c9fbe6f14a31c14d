import type { EvaluateInput } from "auto-topup";
import { DAY, HOUR, MINUTE } from "../../../src/base/instant.js";
import { firstWhere, offsetAt } from "../../../src/base/zone.js";
import { DISPUTED_CHANGES, ZONES } from "./zones.js";

const FIRST = Date.UTC(1972, 0, 1);
const LAST = Date.UTC(2026, 0, 1);
const STEP = 5 * DAY;
/** Of each zone, counted from the newest. */
const MOST_CHANGES = 3;

/** Situations just before, at and after each change: a cooldown and caps that reach over it, and a schedule that falls into it. */
export function clockChanges(): EvaluateInput[] {
  return ZONES.flatMap((zone) => changesOf(zone).flatMap((change) => around(zone, change)));
}

export function disputedChanges(): EvaluateInput[] {
  return Object.entries(DISPUTED_CHANGES).flatMap(([zone, change]) => around(zone, Date.parse(change)));
}

function around(zone: string, change: number): EvaluateInput[] {
  return [...overChange(zone, change), ...insideChange(zone, change)];
}

function changesOf(zone: string): number[] {
  const changes: number[] = [];
  for (let to = LAST; to > FIRST && changes.length < MOST_CHANGES; to -= STEP) {
    const before = offsetAt(zone, to - STEP);
    if (offsetAt(zone, to) !== before) changes.push(firstWhere(to - STEP, to, (ms) => offsetAt(zone, ms) !== before));
  }
  return changes;
}

function overChange(zone: string, change: number): EvaluateInput[] {
  return [-1, 0, DAY].map((after) => ({
    profile: {
      id: "p1",
      trigger: { basis: "outstanding", type: "absoluteAmount", value: "20", referenceLimit: "credit" },
      topup: { mode: "toPercentOfLimit", value: "12.5" },
      cooldown: { value: 1, unit: "day" },
      caps: [
        { window: { calendar: "day" }, maxCount: 2 },
        { window: { calendar: "week" }, maxCharge: "150", onExceed: "reduce" },
        { window: { rolling: { value: 1, unit: "day" } }, maxCharge: "120" },
      ],
      credit: { expiresAfter: { value: 1, unit: "month" } },
    },
    account: {
      id: "a1",
      currency: "EUR",
      timeZone: zone,
      owed: { outstanding: "95" },
      limits: { credit: "100" },
      topups: [DAY + HOUR, DAY, 12 * HOUR].map((ago, index) => ({
        id: `t${index}`,
        charge: "40",
        createdAt: instant(change - ago),
        status: "paid",
      })),
    },
    at: instant(change + after),
  }));
}

function insideChange(zone: string, change: number): EvaluateInput[] {
  const startingAt = instant(change - 7 * DAY + 30 * MINUTE);
  return [29 * MINUTE, 30 * MINUTE, 90 * MINUTE].map((after) => ({
    profile: {
      id: "p1",
      trigger: { basis: "schedule", every: { value: 1, unit: "day" }, startingAt },
      topup: { mode: "fixedAmount", value: "25", basis: "balance" },
      settlement: { kind: "invoice", autoCollect: false, netTermsDays: 1 },
      credit: { expiresAfter: { value: 1, unit: "day" } },
    },
    account: {
      id: "a1",
      currency: "USD",
      timeZone: zone,
      wallets: [{ id: "w1", unit: "credits", rate: "0.07", balance: "3" }],
      topups: [
        { id: "t1", profileId: "p1", walletId: "w1", charge: "1.75", createdAt: instant(change - DAY + 31 * MINUTE), status: "paid" },
      ],
    },
    at: instant(change + after),
  }));
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
