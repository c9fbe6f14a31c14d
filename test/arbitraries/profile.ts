import fc from "fast-check";
import type { ProfileInput } from "../../src/model/profile.js";
import type { TriggerInput } from "../../src/model/trigger.js";
import { type CapRecipe, capRecipes, spelledCap } from "./caps.js";
import { duration } from "./durations.js";
import type { PastTopup } from "./history.js";
import type { Moment } from "./instants.js";
import { profileId } from "./names.js";
import type { Notation } from "./notation.js";
import { creditTerms, failures, settlements } from "./policies.js";
import { MINOR_DIGITS, type Target } from "./target.js";
import type { Timing } from "./timing.js";
import { spelledTopup, type TopupFigures } from "./topup.js";
import type { TriggerFigures } from "./trigger.js";
import { nullable, weighted } from "./weighted.js";

const recipe = fc.record({
  id: profileId,
  described: weighted([4, false], [1, true]),
  enabled: weighted([60, true], [1, false]),
  customer: weighted([40, "any"], [15, "this one"], [1, "another"]),
  priority: nullable(6, fc.integer({ min: -2, max: 2 })),
  settlements,
  credit: creditTerms,
  inFlight: weighted([4, "net"], [1, "block"], [1, "ignore"]),
  inFlightExpiresAfter: nullable(6, duration),
  cooldown: nullable(7, duration),
  failures,
  caps: capRecipes,
  requirePaymentMethod: weighted([6, false], [1, true]),
});
export type ProfileRecipe = typeof recipe extends fc.Arbitrary<infer Recipe> ? Recipe : never;
export const profileRecipe: fc.Arbitrary<ProfileRecipe> = recipe;

export interface ProfileFigures {
  readonly moment: Moment;
  readonly target: Target;
  readonly timing: Timing;
  readonly trigger: TriggerFigures;
  readonly topup: TopupFigures;
  readonly history: readonly PastTopup[];
  readonly limitNames: { readonly trigger: string; readonly topup: string };
  readonly accountId: string;
}

export function spelledProfile(recipe: ProfileRecipe, figures: ProfileFigures, notation: Notation): ProfileInput {
  const { target, timing, topup, limitNames } = figures;
  return notation.object<ProfileInput>({
    id: recipe.id,
    name: notation.optional(recipe.described ? "Keep me topped up" : null),
    description: notation.optional(recipe.described ? "" : null),
    enabled: notation.defaulted(recipe.enabled, true),
    customerId: notation.optional({ any: null, "this one": figures.accountId, another: "a9" }[recipe.customer]),
    currency: notation.optional(target.restrictedTo === null ? null : unitOf(target.restrictedTo, notation)),
    walletId: notation.optional(target.held && target.found === "byId" ? target.walletId : null),
    priority: notation.optional(recipe.priority),
    activeFrom: notation.optionalInstant(timing.activeFrom),
    activeUntil: notation.optionalInstant(timing.activeUntil),
    trigger: spelledTrigger(figures, notation),
    topup: spelledTopup(topup, target, limitNames.topup, notation),
    settlement: notation.optional(recipe.settlements[target.held ? "held" : "owed"]),
    credit: notation.optional(recipe.credit),
    inFlight: notation.defaulted(recipe.inFlight, "net"),
    inFlightExpiresAfter: notation.optional(recipe.inFlightExpiresAfter),
    cooldown: notation.optional(recipe.cooldown),
    caps: spelledCaps(recipe.caps, figures, notation),
    failures: notation.optional(recipe.failures),
    requirePaymentMethod: notation.defaulted(recipe.requirePaymentMethod, false),
    staleAfter: notation.optional(timing.staleAfter),
  });
}

const unitOf = (unit: string, notation: Notation): string => (unit in MINOR_DIGITS ? notation.currency(unit) : unit);

function spelledTrigger({ target, timing, trigger, limitNames }: ProfileFigures, notation: Notation): TriggerInput {
  if (target.scheduled) return { basis: "schedule", every: timing.every, startingAt: notation.instant(timing.startingAt) };
  const { basis } = target;
  const { type, usesLimit } = trigger;
  const value = notation.amount(trigger.value);
  const boundary = notation.defaulted(trigger.boundary, "inclusive");
  if (basis !== "balance") return notation.object<TriggerInput>({ basis, type, value, referenceLimit: limitNames.trigger, boundary });
  return usesLimit
    ? notation.object<TriggerInput>({ basis, type: "percentOfLimit", value, referenceLimit: limitNames.trigger, boundary })
    : notation.object<TriggerInput>({ basis, type: "absoluteAmount", value, boundary });
}

function spelledCaps(caps: readonly CapRecipe[], figures: ProfileFigures, notation: Notation): ProfileInput["caps"] {
  if (caps.length === 0) return notation.optional(null);
  return caps.map((cap) => spelledCap(cap, { ...figures, charge: figures.topup.charge }, notation));
}
