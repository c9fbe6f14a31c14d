import { canonical, type Decimal, decimal, ZERO } from "../base/decimal.js";
import { readWith, valueOf } from "../base/parser.js";
import { made, listOf, object, type Schema, uniqueIds } from "../base/schema.js";
import { type ParsedCharge, type Charge, chargeSchema } from "../model/charge.js";
import type { Order, ResolvedOrder } from "../model/draw-order.js";
import { type ParsedSource, type Source, sourceSchema } from "../model/source.js";
import { advance, type Candidate, type Queue, queues } from "./candidates.js";
import { draw, drawable, holdingOf } from "./holding.js";
import { inDrawOrder, resolvedOrderSchema } from "./source-order.js";

/**
 * What `drawDown` is asked: charges, in the order in which they are served, and what there is to pay them.
 *
 * @example
 * ```ts
 * import { drawDown, type DrawDownInput } from "auto-topup";
 *
 * const input: DrawDownInput = { charges: [], sources: [], order: "orb" };
 * drawDown(input).allocations; //=> []
 * ```
 */
export interface DrawDownInput {
  readonly charges: readonly Charge[];
  readonly sources: readonly Source[];
  readonly order: Order;
}

/**
 * Who pays what: each allocation is a charge met from a source, none of zero; amounts are canonical decimals.
 *
 * @example
 * ```ts
 * import { type DrawDown, drawDown } from "auto-topup";
 *
 * const drawn: DrawDown = drawDown({ charges: [{ id: "c1", amount: "5", at: "2026-06-01T00:00:00Z" }], sources: [], order: "m3ter" });
 * drawn.charges; //=> [{ id: "c1", amount: "5", allocated: "0", unpaid: "5" }]
 * ```
 */
export interface DrawDown {
  /** By charge, then in the order drawn. */
  readonly allocations: readonly Allocation[];
  /** As given, with what each had before and has after. */
  readonly sources: readonly { readonly id: string; readonly before: string; readonly after: string }[];
  /** As given; allocated + unpaid = amount. */
  readonly charges: readonly { readonly id: string; readonly amount: string; readonly allocated: string; readonly unpaid: string }[];
}

/**
 * Part of a charge, met from a source.
 *
 * @example
 * ```ts
 * import type { Allocation } from "auto-topup";
 *
 * const allocation: Allocation = { chargeId: "c1", sourceId: "l1", amount: "5" };
 * allocation.amount; //=> "5"
 * ```
 */
export interface Allocation {
  readonly chargeId: string;
  readonly sourceId: string;
  readonly amount: string;
}

interface ParsedInput {
  readonly charges: readonly ParsedCharge[];
  readonly sources: readonly ParsedSource[];
  readonly order: ResolvedOrder;
}

const inputSchema: Schema<ParsedInput> = /* @__PURE__ */ made(() =>
  object({ charges: listOf(chargeSchema), sources: listOf(sourceSchema), order: resolvedOrderSchema }, [
    uniqueIds("charges"),
    uniqueIds("sources"),
  ]),
);

/**
 * Draws charges down from what is held: lots, balances, commitments. Charges are served in the order given;
 * each draws from the sources that are active, in their dates at the charge's `at`, of its currency and in
 * its scope, in the order asked for. Nothing is lost, and no source goes below zero but one that allows
 * overdraft and has not ended: the last such takes the rest.
 *
 * @param input the charges, the sources and the order
 * @returns the allocations, what each source has left, and what of each charge is left unpaid
 * @throws InvalidInputError with one issue per fault, a repeated id among them
 *
 * @example
 * ```ts
 * import { drawDown } from "auto-topup";
 *
 * const { allocations } = drawDown({
 *   charges: [{ id: "june", amount: "60", at: "2026-06-30T00:00:00Z" }],
 *   sources: [
 *     { kind: "lot", id: "stays", remaining: "50" },
 *     { kind: "lot", id: "expires", remaining: "50", endsAt: "2026-07-01T00:00:00Z" },
 *   ],
 *   order: "orb",
 * });
 * allocations.map(({ sourceId, amount }) => [sourceId, amount]); //=> [["expires", "50"], ["stays", "10"]]
 * ```
 */
export function drawDown(input: DrawDownInput): DrawDown {
  return drawnDown(valueOf(readWith(inputSchema, input)));
}

/** What `drawDown` does, of what is parsed. */
export function drawnDown({ charges, sources, order }: ParsedInput): DrawDown {
  const holdings = inDrawOrder(sources, order).map(holdingOf);
  const queueOf = queues(holdings);
  const served = charges.map((charge) => serve(charge, queueOf(charge)));
  const after = new Map(holdings.map(({ source, remaining }) => [source.id, canonical(remaining)]));
  return {
    allocations: served.flatMap(({ allocations }) => allocations),
    sources: sources.map(({ id, remaining }) => ({ id, before: remaining, after: after.get(id) ?? remaining })),
    charges: charges.map(({ id, amount }, index) => {
      const unpaid = (served[index] as Served).unpaid;
      return { id, amount, allocated: canonical(decimal(amount).minus(unpaid)), unpaid: canonical(unpaid) };
    }),
  };
}

interface Served {
  readonly allocations: readonly Allocation[];
  readonly unpaid: Decimal;
}

function serve(charge: ParsedCharge, queue: Queue): Served {
  const drawn = new Map<Candidate, Decimal>();
  let unpaid = decimal(charge.amount);
  const take = (from: Candidate, amount: Decimal): void => {
    if (amount.isZero()) return;
    draw(from.holding, amount, from.phase);
    drawn.set(from, (drawn.get(from) ?? ZERO).plus(amount));
    unpaid = unpaid.minus(amount);
  };

  advance(queue);
  for (let index = queue.head; index < queue.candidates.length && !unpaid.isZero(); index++) {
    const candidate = queue.candidates[index] as Candidate;
    const most = drawable(candidate.holding, candidate.phase);
    take(candidate, most.lessThan(unpaid) ? most : unpaid);
  }
  if (queue.overdraft !== null) take(queue.overdraft, unpaid);
  const allocations = [...drawn].map(([{ holding }, amount]) => ({
    chargeId: charge.id,
    sourceId: holding.source.id,
    amount: canonical(amount),
  }));
  return { allocations, unpaid };
}
