import type { ParsedCap, CapWindow, Duration } from "../../../src/index.js";
import { lengthOf } from "../../model/situation.js";

const DAY = 86_400_000;

/** What really happened to one top-up, as an auditor would note it. */
export interface Entry {
  readonly id: string;
  readonly kind: "automatic" | "manual";
  readonly createdAt: number;
  readonly cents: number;
  status: "pending" | "paid" | "failed" | "voided" | "unknown";
}

/** An account's top-ups in its time zone, counted without any of the library's calendar. */
export class AccountBook {
  readonly entries: Entry[] = [];
  readonly #dates: Intl.DateTimeFormat;

  constructor(readonly zone: string) {
    this.#dates = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  }

  /** Of the days, each a whole number. */
  dateOf(ms: number): number {
    return Date.parse(`${this.#dates.format(ms)}T00:00:00Z`) / DAY;
  }

  #periodOf(ms: number, unit: "day" | "week" | "month" | "year"): string {
    const date = this.dateOf(ms);
    if (unit === "week") return String(Math.floor((date + 3) / 7)); // 1 January 1970 was a Thursday
    return new Date(date * DAY).toISOString().slice(0, { day: 10, month: 7, year: 4 }[unit]);
  }

  #isIn(window: CapWindow, at: number): (entry: Entry) => boolean {
    if ("calendar" in window) return ({ createdAt }) => this.#periodOf(createdAt, window.calendar) === this.#periodOf(at, window.calendar);
    return ({ createdAt }) => createdAt > at - lengthOf(window.rolling) && createdAt <= at;
  }

  /** What a cap's window holds at an instant. */
  used({ window, counts }: Pick<ParsedCap, "window" | "counts">, at: number): { cents: number; count: number } {
    const counted = this.entries
      .filter(({ kind, status }) => (counts === "all" || kind === "automatic") && status !== "failed" && status !== "voided")
      .filter(this.#isIn(window, at));
    return { cents: counted.reduce((sum, { cents }) => sum + cents, 0), count: counted.length };
  }

  /** Automatic top-ups that still are or were asked for, oldest first. */
  attempts(): Entry[] {
    return this.entries.filter(({ kind, status }) => kind === "automatic" && status !== "voided").sort((a, b) => a.createdAt - b.createdAt);
  }

  /** Whether an attempt now would keep the distance to the newest one. */
  hasCooledDown(cooldown: Duration | null, at: number): boolean {
    const newest = this.attempts().at(-1);
    return newest === undefined || cooldown === null || this.isFarEnough(cooldown, newest.createdAt, at);
  }

  isFarEnough({ value, unit }: Duration, earlier: number, later: number): boolean {
    return unit === "day" ? this.dateOf(later) - this.dateOf(earlier) >= value : later - earlier >= lengthOf({ value, unit });
  }
}
