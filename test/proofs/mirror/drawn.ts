import fc from "fast-check";
import { add, canonical, multiply, type Rational, rational, subtract, unitOf, whole } from "../../model/rational.js";

/** Texts of a profile and of the figures that it is held against, drawn so that thresholds, ties and whole packs are often met. */
export interface Drawn {
  readonly basis: "outstanding" | "overdue" | "unbilled" | "balance";
  readonly type: "absoluteAmount" | "percentOfLimit";
  readonly boundary: "inclusive" | "exclusive";
  readonly value: string;
  readonly limit: string;
  readonly mode: "once" | "untilClear" | "toTarget" | "toPercentOfLimit";
  readonly topupValue: string;
  readonly topupLimit: string;
  readonly min: string | null;
  readonly max: string | null;
  readonly step: string | null;
  readonly override: string | null;
  readonly observed: string;
  readonly inFlight: string;
  readonly policy: "net" | "ignore";
  readonly currency: "JPY" | "USD" | "KWD" | "CLF";
  /** Of a wallet of credits; null where the unit is the currency itself. */
  readonly credits: { readonly rate: string; readonly scale: number } | null;
  /** What a cap that reduces leaves; null without one. */
  readonly left: string | null;
}

/** A decimal of few digits: `least` to `most` steps of 10^-places. */
function amount(least: number, most: number, places = fc.constantFrom(0, 1, 2, 3)): fc.Arbitrary<string> {
  return fc.tuple(fc.integer({ min: least, max: most }), places).map(([steps, each]) => decimal(BigInt(steps), each));
}

function decimal(steps: bigint, places: number): string {
  const digits = (steps < 0n ? -steps : steps).toString().padStart(places + 1, "0");
  const point = digits.length - places;
  return `${steps < 0n ? "-" : ""}${digits.slice(0, point)}${places === 0 ? "" : `.${digits.slice(point)}`}`;
}

/** There or not, as often. */
const option = (each: fc.Arbitrary<string>): fc.Arbitrary<string | null> => fc.option(each, { freq: 2, nil: null });

const bounds = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 }), fc.constantFrom(0, 1))
  .chain(([low, more, places]) =>
    fc.record({ min: option(fc.constant(decimal(BigInt(low), places))), max: option(fc.constant(decimal(BigInt(low + more), places))) }),
  );

export const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    basis: fc.constantFrom("outstanding" as const, "overdue" as const, "unbilled" as const, "balance" as const, "balance" as const),
    type: fc.constantFrom("absoluteAmount" as const, "percentOfLimit" as const),
    boundary: fc.constantFrom("inclusive" as const, "exclusive" as const),
    value: amount(0, 30),
    limit: fc.oneof({ weight: 1, arbitrary: fc.constant("0") }, { weight: 5, arbitrary: amount(0, 60) }),
    mode: fc.constantFrom("once" as const, "untilClear" as const, "toTarget" as const, "toPercentOfLimit" as const),
    topupValue: amount(1, 40),
    topupLimit: amount(0, 60),
    bounds,
    step: option(amount(1, 20)),
    override: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: amount(1, 40) }),
    observed: amount(-40, 60, fc.constantFrom(0, 0, 1, 2)),
    inFlight: fc.oneof(fc.constant("0"), amount(0, 20)),
    policy: fc.constantFrom("net" as const, "net" as const, "ignore" as const),
    currency: fc.constantFrom("JPY" as const, "JPY" as const, "USD" as const, "KWD" as const, "CLF" as const),
    credits: fc.option(fc.record({ rate: amount(1, 30), scale: fc.integer({ min: 0, max: 4 }) }), { freq: 3, nil: null }),
    nudge: fc.record({
      past: fc.option(fc.integer({ min: -1, max: 4 }), { freq: 2, nil: null }),
      left: fc.option(fc.integer({ min: 0, max: 99 }), { freq: 2, nil: null }),
    }),
    left: option(fc.oneof(amount(0, 40), amount(1, 99, fc.constantFrom(1, 3)))),
  })
  .map(({ bounds: { min, max }, nudge, ...rest }) => nudged({ ...rest, min, max }, nudge));

/** Now and then so many times the topup's value past the threshold, exactly, and so many of the smallest credits left. */
interface Nudge {
  readonly past: number | null;
  readonly left: number | null;
}

function nudged(drawn: Drawn, { past, left }: Nudge): Drawn {
  return {
    ...drawn,
    observed: past === null ? drawn.observed : observedPast(drawn, past),
    left: left === null || drawn.credits === null ? drawn.left : canonical(multiply(whole(left), priceOf(drawn.credits))),
  };
}

function observedPast({ basis, type, value, limit, topupValue, inFlight, policy }: Drawn, times: number): string {
  const [v, l] = [rational(value), rational(limit)];
  const held = basis === "balance";
  const part = multiply(multiply(l, v), unitOf(2));
  const threshold = type === "percentOfLimit" ? part : held ? v : subtract(l, v);
  const away = add(multiply(whole(times), rational(topupValue)), policy === "net" ? rational(inFlight) : whole(0));
  return canonical(held ? subtract(threshold, away) : add(threshold, away));
}

function priceOf({ rate, scale }: NonNullable<Drawn["credits"]>): Rational {
  return multiply(rational(rate), unitOf(scale));
}
