import { type Decimal, decimal } from "../base/decimal.js";
import { type Order, drawOrderSchema, type OrderKey, PRESETS, type ResolvedOrder } from "../model/draw-order.js";
import { made, mapped, type Schema } from "../base/schema.js";
import type { ParsedSource, SourceKind } from "../model/source.js";

const ALL_KINDS: readonly SourceKind[] = ["commitment", "balance", "lot"];

type Compare = (a: ParsedSource, b: ParsedSource) => number;

/** The sources that serve at all, first to be drawn first. The order that they come in never matters. */
export function inDrawOrder(sources: readonly ParsedSource[], { kinds, by }: ResolvedOrder): ParsedSource[] {
  const serving = kinds === null ? [...sources] : sources.filter(({ kind }) => kinds.includes(kind));
  const compares = [...[...new Set(by)].map((key) => compareBy(key, kinds ?? ALL_KINDS)), byId];
  return serving.sort((a, b) => compares.reduce((result, compare) => result || compare(a, b), 0));
}

export const resolvedOrderSchema: Schema<ResolvedOrder, Order> = /* @__PURE__ */ made(() =>
  mapped(drawOrderSchema, (order) => (typeof order === "string" ? PRESETS[order] : order)),
);

function compareBy(key: OrderKey, kinds: readonly SourceKind[]): Compare {
  switch (key) {
    case "kind":
      return (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind);
    case "priority":
      return missingLast(({ priority }) => priority, ascending);
    case "scoped":
      return (a, b) => Number(isScoped(b)) - Number(isScoped(a));
    case "expiry":
      return missingLast(({ endsAt }) => endsAt, ascending);
    case "cost":
      return missingLast(({ cost }) => (cost === null ? null : decimal(cost)), compareDecimals);
    case "size":
      return (a, b) => compareDecimals(sizeOf(b), sizeOf(a));
    case "promotional":
      return (a, b) => Number(b.promotional) - Number(a.promotional);
    case "created":
      return missingLast(({ createdAt }) => createdAt, ascending);
  }
}

function byId(a: ParsedSource, b: ParsedSource): number {
  return ascending(a.id, b.id);
}

function missingLast<Value>(read: (source: ParsedSource) => Value | null, compare: (a: Value, b: Value) => number): Compare {
  return (a, b) => {
    const [x, y] = [read(a), read(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return compare(x, y);
  };
}

function ascending<Value extends string | number>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareDecimals(a: Decimal, b: Decimal): number {
  return a.comparedTo(b);
}

function isScoped({ lineItemTypes, productIds }: ParsedSource): boolean {
  return lineItemTypes.length > 0 || productIds.length > 0;
}

function sizeOf({ initial, remaining }: ParsedSource): Decimal {
  return decimal(initial ?? remaining);
}
