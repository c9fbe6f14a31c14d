import { either, listOf, object, oneOf, optionalObject, type Schema, made } from "../base/schema.js";
import type { SourceKind } from "./source.js";

/**
 * The order in which sources are drawn from: the name of a system's own, or a list of keys, each leaving
 * ties to the next, the last ties to the id.
 *
 * @example
 * ```ts
 * import type { Order } from "auto-topup";
 *
 * const orders: Order[] = ["orb", { kinds: ["balance", "commitment"], by: ["kind", "created"] }];
 * orders.length; //=> 2
 * ```
 */
export type Order = OrderPreset | { readonly kinds?: readonly SourceKind[] | null | undefined; readonly by: readonly OrderKey[] };

/**
 * The order of a system: m3ter draws commitments before balances, each by creation; Orb by scope, expiry,
 * cost, creation; Flexprice by priority, expiry, size; OpenMeter by priority, expiry, creation; Stripe by
 * priority, expiry, promotional, creation.
 *
 * @example
 * ```ts
 * import type { OrderPreset } from "auto-topup";
 *
 * const preset: OrderPreset = "flexprice";
 * preset; //=> "flexprice"
 * ```
 */
export type OrderPreset = "m3ter" | "orb" | "flexprice" | "openmeter" | "stripe";

/**
 * What sources are ordered by; a missing value comes last. `kind`: the order of `kinds` (without them
 * commitment, balance, lot). `priority`: lower first. `scoped`: those with a scope first. `expiry`: earlier
 * `endsAt` first. `cost`: lower first. `size`: larger `initial`, else `remaining`, first. `promotional`:
 * those first. `created`: oldest first.
 *
 * @example
 * ```ts
 * import type { OrderKey } from "auto-topup";
 *
 * const by: OrderKey[] = ["priority", "expiry"];
 * by[0]; //=> "priority"
 * ```
 */
export type OrderKey = "kind" | "priority" | "scoped" | "expiry" | "cost" | "size" | "promotional" | "created";

/** An order with nothing left to look up; `kinds` null = all of them serve. */
export interface ResolvedOrder {
  readonly kinds: readonly SourceKind[] | null;
  readonly by: readonly OrderKey[];
}

export const PRESETS: Readonly<Record<OrderPreset, ResolvedOrder>> = {
  m3ter: { kinds: ["commitment", "balance"], by: ["kind", "created"] },
  orb: { kinds: null, by: ["scoped", "expiry", "cost", "created"] },
  flexprice: { kinds: null, by: ["priority", "expiry", "size"] },
  openmeter: { kinds: null, by: ["priority", "expiry", "created"] },
  stripe: { kinds: null, by: ["priority", "expiry", "promotional", "created"] },
};

export const drawOrderSchema: Schema<OrderPreset | ResolvedOrder, Order> = /* @__PURE__ */ made(() =>
  either(
    oneOf(["m3ter", "orb", "flexprice", "openmeter", "stripe"]),
    object({
      kinds: optionalObject(listOf(oneOf(["lot", "balance", "commitment"]))),
      by: listOf(oneOf(["kind", "priority", "scoped", "expiry", "cost", "size", "promotional", "created"])),
    }),
  ),
);
