import { localTimeOn } from "../../base/calendar.js";
import { canonical, ceilTo, type Decimal, decimal, wholeTimes } from "../../base/decimal.js";
import { fromMs, type Instant, MINUTE, toMs } from "../../base/instant.js";
import { durationMs } from "../../model/duration.js";
import { type Cadence, minutesOf } from "./cadence.js";
import { everyOf, type Scenario } from "./read-scenario.js";
import type { TimelineEvent, UsageRate } from "./timeline.js";
import { quantumOf, type UsageTarget, usageTargetOf } from "./usage-target.js";

/** An event that happens at one instant; `index` is its place in the timeline. */
export interface Happening {
  readonly ms: number;
  readonly index: number;
  readonly event: Exclude<TimelineEvent, UsageRate>;
}

/** Something that comes one by one, with the instant of the next. */
export interface Stream<Item> {
  /** Infinity where nothing comes any more. */
  readonly next: number;
  take(): Item;
}

/** What happens by the timeline, in order, the steps of rates among it. */
export function happenings({ timeline, account, from, to }: Scenario): Stream<Happening> {
  const span = { from: toMs(from), to: toMs(to) };
  const single = timeline.flatMap((event, index): Happening[] =>
    event.type === "usageRate" ? [] : [{ ms: toMs(event.at), index, event }],
  );
  const singles = single.filter(({ ms }) => ms >= span.from && ms < span.to).sort((a, b) => a.ms - b.ms);
  const rates = timeline.flatMap((event, index) =>
    event.type === "usageRate"
      ? [streamOf(rateSteps(event, index, usageTargetOf(event, account) as UsageTarget, { account, ...span }))]
      : [],
  );
  return merged([streamOf(singles.values()), ...rates]);
}

function streamOf(items: Iterator<Happening>): Stream<Happening> {
  let head = items.next();
  return {
    get next() {
      return head.done === true ? Infinity : head.value.ms;
    },
    take() {
      const { value } = head as IteratorYieldResult<Happening>;
      head = items.next();
      return value;
    },
  };
}

function merged(streams: readonly Stream<Happening>[]): Stream<Happening> {
  const first = (): Stream<Happening> => streams.reduce((least, each) => (each.next < least.next ? each : least));
  return {
    get next() {
      return first().next;
    },
    take: () => first().take(),
  };
}

interface Span {
  readonly account: Scenario["account"];
  readonly from: number;
  readonly to: number;
}

/** A rate as usage in small steps. Each is the difference of two rounded totals, so that over time nothing is lost. */
function* rateSteps(rate: UsageRate, index: number, target: UsageTarget, { account, from, to }: Span): Generator<Happening, undefined> {
  const start = rate.from === null ? from : toMs(rate.from);
  const end = rate.until === null ? Infinity : toMs(rate.until);
  const every = durationMs(everyOf(rate));
  const perMs = decimal(String(durationMs(rate.per)));
  const quantum = quantumOf(target, account);
  if (decimal(rate.amount).isZero()) return;
  const totalAfter = (elapsed: number): Decimal => wholeTimes(decimal(rate.amount).times(elapsed), perMs.times(quantum)).times(quantum);

  const skipped = Math.max(0, Math.floor((from - start) / every));
  const stepAt = (k: number): number => Math.min(start + k * every, end); // the last may be a shorter one
  let total = totalAfter(skipped * every);
  for (let k = skipped + 1, ms = stepAt(k); ms > Math.max(stepAt(k - 1), from) && ms < to; ms = stepAt(++k)) {
    const next = totalAfter(ms - start);
    const used = next.minus(total);
    if (used.isZero()) {
      if (ms === end) return;
      k = stepReaching(total.plus(quantum), perMs, decimal(rate.amount).times(every)) - 1; // not one by one: it may be far off
      continue;
    }
    total = next;
    const { walletId, basis } = rate;
    const event = {
      type: "usage",
      at: fromMs(ms) as Instant,
      amount: canonical(used),
      lineItemType: null,
      productId: null,
      walletId,
      ...(basis && { basis }),
    } as const;
    yield { ms, index, event };
  }
}

/** The first step by which so much is used. */
function stepReaching(total: Decimal, perMs: Decimal, eachStep: Decimal): number {
  return Number(canonical(ceilTo(total.times(perMs), eachStep).dividedToIntegerBy(eachStep)));
}

/** When the engine is asked, where that does not depend on what happens. */
export function evaluations(cadence: Cadence, { account, from }: Pick<Scenario, "account" | "from">): Stream<number> {
  if (cadence === "event") return { next: Infinity, take: () => Infinity };
  const first = toMs(from);
  const at =
    "everyMinutes" in cadence
      ? (k: number): number => first + k * cadence.everyMinutes * MINUTE
      : (k: number): number => localTimeOn(account.timeZone, from, k, minutesOf(cadence.dailyAt));
  let k = 0;
  while (at(k) < first) k++; // the second pass of a date that the clocks repeat may begin after the next one's time
  let next = at(k);
  return {
    get next() {
      return next;
    },
    take() {
      const taken = next;
      next = at(++k);
      return taken;
    },
  };
}
