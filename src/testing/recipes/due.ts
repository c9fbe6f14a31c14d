import type { SituationRecipe } from "./situation.js";

/** With what mostly stands in the way of a top-up taken out of it. */
export function cleared(drawn: SituationRecipe): SituationRecipe {
  const { target, timing, profile, account, trigger, topup, history } = drawn;
  const entries = target.scheduled
    ? []
    : history.entries.filter(({ status, future }) => (status === "paid" || status === "voided") && !future);
  return {
    ...drawn,
    target: { ...target, fault: null, restriction: target.restriction === "other" ? "none" : target.restriction },
    timing: { ...timing, from: "never", until: "never", asOf: "now", staleAfter: null, occurrenceNudge: 0 },
    profile: {
      ...profile,
      enabled: true,
      customer: profile.customer === "another" ? "any" : profile.customer,
      inFlight: profile.inFlight === "block" ? "net" : profile.inFlight,
      cooldown: entries.length === 0 ? profile.cooldown : null,
      caps: profile.caps.map((cap) => ({ ...cap, left: "roomy", countLeft: 3 })),
      requirePaymentMethod: profile.requirePaymentMethod && account.method?.autoCollect === true,
    },
    trigger: {
      ...trigger,
      limitState: "known",
      reach: trigger.reach === "short" || trigger.reach === "anywhere" ? "past" : trigger.reach,
      nudge: trigger.nudge === 1 || trigger.boundary === "exclusive" ? 1 : 0,
      known: true,
      knownBySchedule: true,
    },
    topup: { ...topup, met: false, wantedNudge: 0, ownLimitState: "known", min: null, max: null },
    history: { ids: history.ids, entries },
  };
}
