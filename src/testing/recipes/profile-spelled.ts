import type { ProfileInput } from "../../model/profile.js";
import type { TriggerInput } from "../../model/trigger.js";
import { type CapRecipe, spelledCap } from "./caps.js";
import type { PastTopup } from "./history-placed.js";
import type { Moment } from "./instants.js";
import type { Notation } from "./notation.js";
import type { ProfileRecipe } from "./profile.js";
import { isCustom, type Target } from "./target.js";
import type { Timing } from "./timing-placed.js";
import { spelledTopup, type TopupFigures } from "./topup-placed.js";
import type { TriggerFigures } from "./trigger.js";

/** A situation, placed but not yet spelt. */
export interface Placed {
  readonly moment: Moment;
  readonly target: Target;
  readonly timing: Timing;
  readonly trigger: TriggerFigures;
  readonly topup: TopupFigures;
  readonly history: readonly PastTopup[];
  readonly limitNames: { readonly trigger: string; readonly topup: string };
  readonly accountId: string;
  readonly profileId: string;
}

export function spelledProfile(recipe: ProfileRecipe, placed: Placed, notation: Notation): ProfileInput {
  const { target, timing, topup, limitNames } = placed;
  return notation.object<ProfileInput>({
    id: recipe.id,
    name: notation.optional(recipe.described ? "Keep me topped up" : null),
    description: notation.optional(recipe.described ? "" : null),
    enabled: notation.defaulted(recipe.enabled, true),
    customerId: notation.optional({ any: null, "this one": placed.accountId, another: "a9" }[recipe.customer]),
    currency: notation.optional(target.restrictedTo === null ? null : spelledUnit(target.restrictedTo, notation)),
    walletId: notation.optional(target.held && target.found === "byId" ? target.walletId : null),
    priority: notation.optional(recipe.priority),
    activeFrom: notation.optionalInstant(timing.activeFrom),
    activeUntil: notation.optionalInstant(timing.activeUntil),
    trigger: spelledTrigger(placed, notation),
    topup: spelledTopup(topup, target, limitNames.topup, notation),
    settlement: notation.optional(recipe.settlements[target.held ? "held" : "owed"]),
    credit: notation.optional(recipe.credit),
    inFlight: notation.defaulted(recipe.inFlight, "net"),
    inFlightExpiresAfter: notation.optional(recipe.inFlightExpiresAfter),
    cooldown: notation.optional(recipe.cooldown),
    caps: spelledCaps(recipe.caps, placed, notation),
    failures: notation.optional(recipe.failures),
    requirePaymentMethod: notation.defaulted(recipe.requirePaymentMethod, false),
    staleAfter: notation.optional(timing.staleAfter),
  });
}

const spelledUnit = (unit: string, notation: Notation): string => (isCustom(unit) ? unit : notation.currency(unit));

function spelledTrigger({ target, timing, trigger, limitNames }: Placed, notation: Notation): TriggerInput {
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

function spelledCaps(caps: readonly CapRecipe[], placed: Placed, notation: Notation): ProfileInput["caps"] {
  if (caps.length === 0) return notation.optional(null);
  return caps.map((cap) => spelledCap(cap, { ...placed, charge: placed.topup.charge }, notation));
}
