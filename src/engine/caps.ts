import { constant, type Decimal } from "../base/decimal.js";
import { fromMs, type Instant, toMs } from "../base/instant.js";
import type { ParsedCap } from "../model/cap.js";
import type { TopupRule } from "../model/topup-rule.js";
import type { Amount, Measure } from "./amount.js";
import { type CapUsage, capUsageOf, type Usage } from "./cap-usage.js";
import type { History } from "./history.js";
import { reducedTo } from "./reduction.js";

/** What the caps leave of an amount, or which of them it exceeds. */
export type CapVerdict =
  | { readonly passed: true; readonly amount: Amount }
  | { readonly passed: false; readonly exceeded: Exceeded; readonly eligibleAt: Instant | null };

export interface Exceeded {
  readonly cap: ParsedCap;
  readonly used: Usage;
}

const NEVER = Number.POSITIVE_INFINITY;

interface Asked {
  readonly amount: Amount;
  readonly topup: TopupRule;
  readonly measure: Measure;
}

export function judgeCaps(caps: readonly ParsedCap[], asked: Asked, history: History, zone: string, at: Instant): CapVerdict {
  const now = toMs(at);
  const usages = caps.map((cap) => capUsageOf(cap, history, zone, now));
  const verdict = judgeAt(usages, asked, now);
  if ("credit" in verdict) return { passed: true, amount: verdict };
  return { passed: false, exceeded: verdict, eligibleAt: firstPass(usages, asked, now) };
}

/** First the caps that reduce, the least that is left; then those that refuse judge the reduced charge. */
function judgeAt(usages: readonly CapUsage[], asked: Asked, ms: number): Amount | Exceeded {
  const states = usages.map((usage) => ({ cap: usage.cap, used: usage.at(ms) }));
  const amount = reduced(states, asked);
  if ("cap" in amount) return amount;
  return states.find((state) => refuses(state, amount.charge)) ?? amount;
}

function reduced(states: readonly Exceeded[], { amount, topup, measure }: Asked): Amount | Exceeded {
  const tightest = states
    .filter(({ cap }) => cap.onExceed === "reduce" && cap.maxCharge !== null)
    .map((state) => ({ state, left: leftOf(state) }))
    .reduce<{ state: Exceeded; left: Decimal } | null>((least, each) => (least?.left.lessThanOrEqualTo(each.left) ? least : each), null);
  if (tightest === null || !amount.charge.greaterThan(tightest.left)) return amount;
  return reducedTo(tightest.left, amount, topup, measure) ?? tightest.state;
}

function refuses(state: Exceeded, charge: Decimal): boolean {
  const { cap, used } = state;
  if (cap.maxCount !== null && used.count >= cap.maxCount) return true;
  return cap.maxCharge !== null && charge.greaterThan(leftOf(state));
}

function leftOf({ cap, used }: Exceeded): Decimal {
  return constant(cap.maxCharge as string).minus(used.charge);
}

/** The first instant at which the whole guard would pass with this charge if nothing else happened. */
function firstPass(usages: readonly CapUsage[], asked: Asked, now: number): Instant | null {
  const changes = new Set(usages.flatMap((usage) => usage.changes())); // caps over one window change at one instant
  const candidates = [...changes].filter((ms) => ms > now);
  const first = candidates.sort((a, b) => a - b).find((ms) => "credit" in judgeAt(usages, asked, ms));
  return fromMs(first ?? NEVER);
}

/** A cap in words for a fact: `calendar month`, `rolling 24 hour`. */
export function windowText({ window }: ParsedCap): string {
  return "calendar" in window ? `calendar ${window.calendar}` : `rolling ${window.rolling.value} ${window.rolling.unit}`;
}
