import type { Instant } from "../base/instant.js";
import type { ParsedCharge } from "../model/charge.js";
import { admits, drawable, type Holding, phaseOf } from "./holding.js";

/** A source that serves the charges of one stretch of time. */
export interface Candidate {
  readonly holding: Holding;
  readonly phase: "inDates" | "rollover";
}

/** Those that can serve one kind of charge in one stretch of time, in draw order, the exhausted ones at the front dropped. */
export interface Queue {
  readonly candidates: readonly Candidate[];
  /** The first that may have something left. */
  head: number;
  /** The last that allows overdraft, which takes the rest. */
  readonly overdraft: Candidate | null;
}

/** So many candidates are kept: of thousands of charges and sources that dates tell apart, all the queues would fill the memory. */
const MOST_KEPT = 2_000_000;

/**
 * Finds the sources for a charge without going through all of them each time. Charges that no scope,
 * currency or date tells apart share one queue, made when the first of them comes.
 */
export function queues(holdings: readonly Holding[]): (charge: ParsedCharge) => Queue {
  const named = namesIn(holdings);
  const turns = turningPoints(holdings);
  const made = new Map<string, Queue>();
  let kept = 0;
  return (charge) => {
    const like = { type: known(charge.type, named.types), productId: known(charge.productId, named.products) };
    const currency = charge.currency && (known(charge.currency, named.currencies) ?? OTHER);
    const key = JSON.stringify([currency, like.type, like.productId, stretchOf(charge.at, turns)]);
    let queue = made.get(key);
    if (queue === undefined) {
      queue = queueFor(holdings, { ...charge, ...like });
      kept += queue.candidates.length;
      if (kept > MOST_KEPT) {
        made.clear();
        kept = queue.candidates.length;
      }
      made.set(key, queue);
    }
    return queue;
  };
}

function queueFor(holdings: readonly Holding[], charge: ParsedCharge): Queue {
  const candidates = holdings.flatMap((holding): Candidate[] => {
    const phase = phaseOf(holding.source, charge.at);
    return phase !== "outside" && admits(holding.source, charge) ? [{ holding, phase }] : [];
  });
  const overdraft = candidates.findLast(({ holding, phase }) => holding.source.allowOverdraft && phase === "inDates") ?? null;
  return { candidates, head: 0, overdraft };
}

/** Skips what is used up at the front: it never fills again. */
export function advance(queue: Queue): void {
  for (let next = queue.candidates[queue.head]; next && drawable(next.holding, next.phase).isZero(); next = queue.candidates[queue.head])
    queue.head++;
}

/** Stands for a currency that no source names, as no code does. */
const OTHER = "";

interface Names {
  readonly currencies: ReadonlySet<string | null>;
  readonly types: ReadonlySet<string>;
  readonly products: ReadonlySet<string>;
}

function namesIn(holdings: readonly Holding[]): Names {
  return {
    currencies: new Set(holdings.map(({ source }) => source.currency)),
    types: new Set(holdings.flatMap(({ source }) => source.lineItemTypes)),
    products: new Set(holdings.flatMap(({ source }) => source.productIds)),
  };
}

/** A name that no scope mentions is as good as none. */
function known(name: string | null, names: ReadonlySet<string | null>): string | null {
  return names.has(name) ? name : null;
}

/** The instants at which a source begins or ceases to serve, in order. */
function turningPoints(holdings: readonly Holding[]): Instant[] {
  const turns = holdings.flatMap(({ source: { startsAt, endsAt, rollover } }) => [startsAt, endsAt, rollover?.until ?? null]);
  return [...new Set(turns.filter((turn) => turn !== null))].sort();
}

/** How many turning points have come by then: between two of them the same sources serve. */
function stretchOf(at: Instant, turns: readonly Instant[]): number {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const turn = turns[middle] as Instant;
    if (turn <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
