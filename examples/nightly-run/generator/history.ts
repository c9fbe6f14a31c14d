import type { TopupRecord } from "auto-topup";
import type { Draw } from "./draw.js";
import { ago, type Distance } from "./moment.js";

/** Whose history it is: a wallet's, or the account's own where `walletId` is null. */
export interface Target {
  readonly profileId: string;
  readonly walletId: string | null;
  /** A usual charge, in major units. */
  readonly charge: string;
}

type Made = (distance: Distance, more: Pick<TopupRecord, "status"> & Partial<TopupRecord>) => TopupRecord;
type Story = (made: Made, draw: Draw) => TopupRecord[];

/** Past top-ups as billing backends have them: most are quiet or settled, some went wrong in each known way. */
export function history(draw: Draw, target: Target): TopupRecord[] {
  let count = 0;
  const made: Made = (distance, more) => ({
    id: `t${++count}`,
    profileId: target.profileId,
    ...(target.walletId === null ? {} : { walletId: target.walletId }),
    charge: target.charge,
    createdAt: ago(distance),
    ...more,
  });
  return draw.weighted(STORIES)(made, draw);
}

const STORIES: readonly [readonly [number, Story], ...(readonly [number, Story])[]] = [
  [38, () => []],
  [22, settled],
  [12, pending],
  [4, lost],
  [4, justDone],
  [4, declinedTwice],
  [3, declinedThrice],
  [2, hardDeclined],
  [2, infrastructure],
  [5, busyMonth],
  [4, besideManual],
];

function settled(made: Made, draw: Draw): TopupRecord[] {
  const days = draw.whole(33, 120);
  return [made({ days }, { status: "paid", creditedAt: ago({ days: days - 2 }) })];
}

function pending(made: Made, draw: Draw): TopupRecord[] {
  return [made({ days: draw.whole(1, 4), hours: draw.whole(1, 20) }, { status: "pending" })];
}

/** Asked for, and the answer never came. */
function lost(made: Made, draw: Draw): TopupRecord[] {
  return [made({ days: draw.whole(1, 6), minutes: 7 }, { status: "unknown" })];
}

function justDone(made: Made, draw: Draw): TopupRecord[] {
  const minutes = draw.whole(50, 110);
  return [made({ minutes }, { status: "paid", creditedAt: ago({ minutes: minutes - 1 }) })];
}

function declinedTwice(made: Made): TopupRecord[] {
  return [made({ days: 4 }, { status: "failed" }), made({ hours: 36 }, { status: "failed", failedAt: ago({ hours: 35 }) })];
}

function declinedThrice(made: Made): TopupRecord[] {
  return [12, 9, 3].map((days) => made({ days }, { status: "failed", failure: "declined" }));
}

function hardDeclined(made: Made, draw: Draw): TopupRecord[] {
  return [made({ days: draw.whole(3, 20) }, { status: "failed", failure: "hardDeclined" })];
}

function infrastructure(made: Made): TopupRecord[] {
  return [made({ days: 2, hours: 3 }, { status: "failed", failure: "infrastructure" })];
}

function busyMonth(made: Made): TopupRecord[] {
  return [3, 7, 11, 15, 19, 23].map((days) => made({ days }, { status: "paid" }));
}

function besideManual(made: Made): TopupRecord[] {
  return [made({ days: 40 }, { status: "voided" }), made({ days: 5 }, { status: "paid", kind: "manual" })];
}
