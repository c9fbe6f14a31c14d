// 11: the draw-down, as plainly as it can be written down. Input is taken to be well-formed.
import { instant, optionalInstant } from "./clock.js";
import { unitName } from "./currency.js";
import { add, canonical, compare, lesser, optionalRational, type Rational, rational, subtract, ZERO } from "./rational.js";

type Amount = string | number;
interface ChargeInput {
  readonly id: string;
  readonly amount: Amount;
  readonly at: string | Date;
  readonly currency?: string | null | undefined;
  readonly type?: string | null | undefined;
  readonly productId?: string | null | undefined;
}
interface SourceInput {
  readonly kind: string;
  readonly id: string;
  readonly remaining: Amount;
  readonly initial?: Amount | null | undefined;
  readonly currency?: string | null | undefined;
  readonly status?: string | undefined;
  readonly startsAt?: string | Date | null | undefined;
  readonly endsAt?: string | Date | null | undefined;
  readonly rollover?: { readonly amount?: Amount | null | undefined; readonly until: string | Date } | null | undefined;
  readonly priority?: number | null | undefined;
  readonly cost?: Amount | null | undefined;
  readonly createdAt?: string | Date | null | undefined;
  readonly promotional?: boolean | undefined;
  readonly lineItemTypes?: readonly string[] | null | undefined;
  readonly productIds?: readonly string[] | null | undefined;
  readonly allowOverdraft?: boolean | undefined;
}
interface Order {
  readonly kinds?: readonly string[] | null | undefined;
  readonly by: readonly string[];
}

const PRESETS: Record<string, Order> = {
  m3ter: { kinds: ["commitment", "balance"], by: ["kind", "created"] },
  orb: { by: ["scoped", "expiry", "cost", "created"] },
  flexprice: { by: ["priority", "expiry", "size"] },
  openmeter: { by: ["priority", "expiry", "created"] },
  stripe: { by: ["priority", "expiry", "promotional", "created"] },
};

interface Held {
  source: SourceInput;
  remaining: Rational;
  rolled: Rational; // drawn after the end so far
}

export function modelDrawDown(input: { charges: readonly ChargeInput[]; sources: readonly SourceInput[]; order: string | Order }) {
  const order = typeof input.order === "string" ? (PRESETS[input.order] as Order) : input.order;
  const held = input.sources.map((source): Held => ({ source, remaining: rational(source.remaining), rolled: ZERO }));
  const inOrder = held
    .filter(({ source }) => !order.kinds || order.kinds.includes(source.kind))
    .sort((a, b) => rank(a.source, b.source, order));
  const allocations: { chargeId: string; sourceId: string; amount: string }[] = [];
  const charges = input.charges.map((charge) => {
    let unpaid = rational(charge.amount);
    const drawn = new Map<Held, Rational>();
    const take = (from: Held, amount: Rational): void => {
      if (compare(amount, ZERO) === 0) return;
      from.remaining = subtract(from.remaining, amount);
      if (hasEnded(from.source, charge)) from.rolled = add(from.rolled, amount);
      drawn.set(from, add(drawn.get(from) ?? ZERO, amount));
      unpaid = subtract(unpaid, amount);
    };
    const eligible = inOrder.filter(({ source }) => serves(source, charge));
    for (const each of eligible) take(each, lesser(unpaid, available(each, charge)));
    const last = eligible.filter(({ source }) => source.allowOverdraft && !hasEnded(source, charge)).at(-1);
    if (last) take(last, unpaid);
    for (const [{ source }, amount] of drawn) allocations.push({ chargeId: charge.id, sourceId: source.id, amount: canonical(amount) });
    const amount = rational(charge.amount);
    return { id: charge.id, amount: canonical(amount), allocated: canonical(subtract(amount, unpaid)), unpaid: canonical(unpaid) };
  });
  const sources = held.map(({ source, remaining }) => ({
    id: source.id,
    before: canonical(rational(source.remaining)),
    after: canonical(remaining),
  }));
  return { allocations, sources, charges };
}

const hasEnded = (s: SourceInput, c: ChargeInput): boolean => s.endsAt != null && instant(c.at) >= instant(s.endsAt);

function serves(s: SourceInput, c: ChargeInput): boolean {
  const at = instant(c.at);
  const started = s.startsAt == null || at >= instant(s.startsAt);
  const serving = !hasEnded(s, c) || (s.rollover != null && at < instant(s.rollover.until));
  const currency = s.currency == null || c.currency == null || unitName(s.currency) === unitName(c.currency);
  const admits = (scope: readonly string[] | null | undefined, name: string | null | undefined): boolean =>
    !scope || scope.length === 0 || (name != null && scope.includes(name));
  return (
    (s.status ?? "active") === "active" &&
    started &&
    serving &&
    currency &&
    admits(s.lineItemTypes, c.type) &&
    admits(s.productIds, c.productId)
  );
}

// With a rollover, up to its amount of what is left at the end, all charges together.
function available({ source, remaining, rolled }: Held, charge: ChargeInput): Rational {
  const most = hasEnded(source, charge) ? optionalRational(source.rollover?.amount) : null;
  const left = most === null ? remaining : lesser(remaining, subtract(most, rolled));
  return compare(left, ZERO) < 0 ? ZERO : left;
}

/** Negative where a goes first; a missing value comes last; ended always by id. */
function rank(a: SourceInput, b: SourceInput, { kinds, by }: Order): number {
  for (const key of by) {
    const [x, y] = [valueOf(a, key, kinds), valueOf(b, key, kinds)];
    if (x === null && y === null) continue;
    if (x === null) return 1;
    if (y === null) return -1;
    const difference = typeof x === "number" ? x - (y as number) : compare(x, y as Rational);
    if (difference !== 0) return difference;
  }
  return a.id < b.id ? -1 : 1;
}

function valueOf(s: SourceInput, key: string, kinds: readonly string[] | null | undefined): number | Rational | null {
  switch (key) {
    case "kind":
      return (kinds ?? ["commitment", "balance", "lot"]).indexOf(s.kind);
    case "priority":
      return s.priority ?? null;
    case "scoped":
      return s.lineItemTypes?.length || s.productIds?.length ? 0 : 1;
    case "expiry":
      return optionalInstant(s.endsAt);
    case "cost":
      return optionalRational(s.cost);
    case "size":
      return subtract(ZERO, rational(s.initial ?? s.remaining));
    case "promotional":
      return s.promotional ? 0 : 1;
    default:
      return optionalInstant(s.createdAt); // created
  }
}
