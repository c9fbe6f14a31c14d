import { type AccountInput, type Decision, planTopup, type ProfileInput, type TopupRecord } from "../../../src/index.js";

type Status = TopupRecord["status"];
export type Unit = "day" | "week" | "month" | "year";
export const UNITS: readonly Unit[] = ["day", "week", "month", "year"];

const DAY = 86_400_000;

/** What there is of an account but its top-ups, and how a figure is put into it. */
export interface Victim {
  readonly account: AccountInput;
  /** The account when so much credit would bring it to its target; null: as much as it can be. */
  readonly asks: (credit: number | null) => AccountInput;
  /** The money that a unit of the target costs, and the smallest credit and what it is a multiple of. */
  readonly rate: number;
  readonly step: number;
  readonly least: number;
}

/** A record whose fate is not yet told. */
type Entry = Omit<TopupRecord, "status" | "createdAt" | "creditedAt" | "charge"> & {
  readonly createdAt: string;
  readonly charge: string;
  status: Status;
  creditedAt?: string;
};

/** Someone who wants as much charged as can be: uses without end, and asks whenever it pays. */
export class Adversary {
  readonly records: Entry[] = [];
  readonly #dates: Intl.DateTimeFormat;

  constructor(
    readonly profile: ProfileInput,
    readonly victim: Victim,
  ) {
    const timeZone = victim.account.timeZone ?? "UTC";
    this.#dates = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  }

  /** Asks once, for so much; what comes of a top-up is the adversary's choice. */
  ask(at: number, status: Status, credit: number | null = null): Decision {
    const account = { ...this.victim.asks(credit), topups: this.records };
    const { decision, topup } = planTopup({ profile: this.profile, account, at: new Date(at).toISOString() });
    if (topup !== null) {
      const { profileId, walletId } = decision;
      const createdAt = new Date(at).toISOString();
      const paid = status === "paid" ? { creditedAt: createdAt } : {};
      this.records.push({ id: `t${this.records.length}`, profileId, walletId, charge: topup.charge, createdAt, status, ...paid });
    }
    return decision;
  }

  /** As much as the caps leave, where usage can be chosen: all of it, or what would just fit. */
  askForMost(at: number, free: boolean): Decision {
    const decision = this.ask(at, "paid");
    if (!free || fitsTheCaps(decision)) return decision;
    for (let left = leftOf(decision); left !== null && left > 0;) {
      const money = Math.floor(left * 100 + 1e-6) / 100;
      const credit = Math.floor(money / this.victim.rate / this.victim.step + 1e-6) * this.victim.step;
      if (credit < this.victim.least) break;
      const second = this.ask(at, "paid", credit);
      if (fitsTheCaps(second)) return second;
      const less = leftOf(second);
      if (less === null || less >= left) break;
      left = less;
    }
    return this.ask(at, "paid", this.victim.least); // for the instant at which anything is left again
  }

  /** Goes on from an instant, asking as soon as it helps, until another, or until there are so many. */
  chargeAllIn(from: number, until: number, free: boolean, most = Number.POSITIVE_INFINITY): void {
    for (let at = from; at < until && this.records.length < most;) {
      const { outcome, nextEligibleAt } = this.askForMost(at, free);
      if (outcome === "due") continue;
      if (nextEligibleAt === null) return;
      at = Date.parse(nextEligibleAt);
    }
  }

  /** The same where every attempt is declined at once: any amount will do. */
  failAllIn(from: number, until: number, free: boolean, most: number): void {
    for (let at = from; at < until && this.records.length < most;) {
      const { outcome, nextEligibleAt } = this.ask(at, "failed", free ? this.victim.least : null);
      if (outcome === "due") continue;
      if (nextEligibleAt === null) return;
      at = Date.parse(nextEligibleAt);
    }
  }

  /** The date in the account's zone, as a number of days. */
  dateOf(ms: number): number {
    return Date.parse(`${this.#dates.format(ms)}T00:00:00Z`) / DAY;
  }

  periodOf(ms: number, unit: Unit): string {
    const date = this.dateOf(ms);
    if (unit === "week") return String(Math.floor((date + 3) / 7)); // 1 January 1970 was a Thursday
    return new Date(date * DAY).toISOString().slice(0, { day: 10, month: 7, year: 4 }[unit]);
  }

  /** The first instant of another period of the unit. */
  endOf(ms: number, unit: Unit): number {
    let [low, high] = [ms, ms + { day: 2, week: 9, month: 33, year: 368 }[unit] * DAY];
    const period = this.periodOf(ms, unit);
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.periodOf(middle, unit) === period) low = middle;
      else high = middle;
    }
    return high;
  }

  /** What was charged, or still may be, in each period of a unit: in thousandths, and how often. */
  charged(unit: Unit): { mills: bigint; count: number }[] {
    const byPeriod = new Map<string, { mills: bigint; count: number }>();
    for (const { createdAt, status, charge } of this.records) {
      if (status === "failed" || status === "voided") continue;
      const period = this.periodOf(Date.parse(createdAt), unit);
      const { mills, count } = byPeriod.get(period) ?? { mills: 0n, count: 0 };
      byPeriod.set(period, { mills: mills + millsOf(charge), count: count + 1 });
    }
    return [...byPeriod.values()];
  }

  /** How many attempts each period of a unit saw. */
  attempted(unit: Unit): number[] {
    const periods = this.records.map(({ createdAt }) => this.periodOf(Date.parse(createdAt), unit));
    return [...new Set(periods)].map((period) => periods.filter((each) => each === period).length);
  }
}

function fitsTheCaps({ checks }: Decision): boolean {
  return checks.find(({ guard }) => guard === "caps")?.passed !== false;
}

/** What the cap that was met first leaves of its money. */
function leftOf({ checks }: Decision): number | null {
  const facts = checks.find(({ guard }) => guard === "caps")?.facts;
  return facts?.maxCharge == null ? null : Number(facts.maxCharge) - Number(facts.usedCharge);
}

/** Money of at most three decimal places, in thousandths. */
export function millsOf(text: string): bigint {
  const [whole = "0", fraction = ""] = text.split(".");
  return BigInt(whole) * 1000n + BigInt(fraction.padEnd(3, "0"));
}
