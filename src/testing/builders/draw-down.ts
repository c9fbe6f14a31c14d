import { readWith } from "../../base/parser.js";
import { type Charge, chargeSchema } from "../../model/charge.js";
import { type Pot, potSchema } from "../../model/pot.js";
import { type Source, sourceSchema } from "../../model/source.js";
import { AT } from "./at.js";
import { type Blueprint, built, type Overrides } from "./built.js";

const charge: Blueprint<Charge> = {
  defaults: () => ({ id: "c1", amount: "10", at: AT }),
  short: {},
  read: (input) => readWith(chargeSchema, input),
};

const source: Blueprint<Source> = {
  defaults: () => ({ kind: "lot", id: "s1", remaining: "100" }),
  short: {},
  read: (input) => readWith(sourceSchema, input),
};

const pot: Blueprint<Pot> = {
  defaults: ({ startsAt = "2026-01-01T00:00:00Z" }) => ({
    id: "b1",
    currency: "USD",
    startsAt,
    endsAt: "2027-01-01T00:00:00Z",
    transactions: [{ id: "x1", amount: "100", appliedAt: startsAt }],
  }),
  short: {},
  read: (input) => readWith(potSchema, input),
};

/**
 * A charge to be met by `drawDown`: `c1`, of 10, at `AT`, of no currency, type or product.
 *
 * @param overrides fields to have instead
 * @returns a new charge as a caller writes it, plain and complete
 * @throws InvalidInputError where that is no valid charge, paths relative to `overrides`
 *
 * @example
 * ```ts
 * import { drawDown } from "auto-topup";
 * import { aCharge, aSource } from "auto-topup/testing";
 *
 * const { charges } = drawDown({ charges: [aCharge({ amount: "130" })], sources: [aSource()], order: "orb" });
 * charges; //=> [{ id: "c1", amount: "130", allocated: "100", unpaid: "30" }]
 * ```
 */
export function aCharge(overrides: Overrides<Charge> = {}): Charge {
  return built(charge, overrides);
}

/**
 * A source for `drawDown`: the lot `s1`, of which 100 is left, of any currency, at all times, for everything.
 *
 * @param overrides fields to have instead
 * @returns a new source as a caller writes it, plain and complete
 * @throws InvalidInputError where that is no valid source, paths relative to `overrides`
 *
 * @example
 * ```ts
 * import { drawDown } from "auto-topup";
 * import { aCharge, aSource } from "auto-topup/testing";
 *
 * const sources = [aSource(), aSource({ id: "s2", productIds: ["api"] })];
 * drawDown({ charges: [aCharge({ productId: "api" })], sources, order: "orb" }).allocations;
 * //=> [{ chargeId: "c1", sourceId: "s2", amount: "10" }]
 * ```
 */
export function aSource(overrides: Overrides<Source> = {}): Source {
  return built(source, overrides);
}

/**
 * A pot: `b1`, in USD, for the year 2026, filled with 100 when it starts.
 *
 * @param overrides fields to have instead
 * @returns a new pot as a caller writes it, plain and complete
 * @throws InvalidInputError where that is no valid pot, paths relative to `overrides`
 *
 * @example
 * ```ts
 * import { balanceSummary } from "auto-topup";
 * import { aPot, AT } from "auto-topup/testing";
 *
 * balanceSummary(aPot(), { at: AT }).available; //=> "100"
 * balanceSummary(aPot({ endsAt: AT }), { at: AT }).status; //=> "ended"
 * ```
 */
export function aPot(overrides: Overrides<Pot> = {}): Pot {
  return built(pot, overrides);
}
