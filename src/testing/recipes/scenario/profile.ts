import * as fc from "fast-check";
import type { Cap } from "../../../model/cap.js";
import type { ProfileInput } from "../../../model/profile.js";
import type { SettlementInput } from "../../../model/settlement.js";
import type { TopupRuleInput } from "../../../model/topup-rule.js";
import type { TriggerInput } from "../../../model/trigger.js";
import { nullable, weighted } from "../weighted.js";
import type { Shape } from "./shape.js";
import { everydaySums } from "./sums.js";
import { wait } from "./waits.js";

const trigger = fc.record({
  basis: fc.constantFrom("outstanding", "overdue", "unbilled"),
  type: weighted([3, "absoluteAmount"], [2, "percentOfLimit"]),
  value: everydaySums,
  boundary: weighted([3, "inclusive"], [1, "exclusive"]),
  scheduled: weighted([7, false], [1, true]),
});
const topup = fc.record({
  mode: weighted([5, "fixedAmount"], [2, "toTarget"], [1, "toPercentOfLimit"]),
  value: everydaySums,
  repeat: weighted([3, "once"], [1, "untilClear"]),
});
const caps: fc.Arbitrary<Cap[]> = fc.array(
  fc.record({
    window: fc.constantFrom<Cap["window"]>({ calendar: "day" }, { calendar: "week" }, { rolling: { value: 1, unit: "day" } }),
    maxCharge: everydaySums,
    maxCount: nullable(5, fc.integer({ min: 1, max: 3 })),
    onExceed: weighted([2, "refuse"], [1, "reduce"]),
    counts: weighted([2, "automatic"], [1, "all"]),
  }),
  { maxLength: 1 },
);
const habits = fc.record({
  settlement: weighted([3, "none"], [2, "invoice"], [2, "invoice, paid first"], [2, "grant"], [1, "expected"]),
  inFlight: weighted([4, "net"], [2, "block"], [1, "ignore"]),
  inFlightExpiresAfter: nullable(8, wait),
  cooldown: nullable(6, wait),
  failures: weighted<ProfileInput["failures"]>(
    [3, undefined],
    [2, "none"],
    [2, { retryAfter: { value: 6, unit: "hour" }, backoff: "doubling", suspendAfter: 3 }],
    [1, { suspendAfter: 1 }],
  ),
  caps: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: caps }),
  expires: weighted([3, null], [1, 1], [1, 2]),
  requirePaymentMethod: weighted([9, false], [1, true]),
  walletNamed: fc.boolean(),
});

/** A profile that fits the shape; some of what it names is not there. */
export function profileOf({ held, several }: Shape): fc.Arbitrary<ProfileInput> {
  return fc.record({ trigger, topup, habits }).map(({ trigger: t, topup: u, habits: h }): ProfileInput => {
    const { type, basis, boundary, value } = t;
    const schedule: TriggerInput = { basis: "schedule", every: { value: 1, unit: "day" }, startingAt: "2006-01-01T06:00:00Z" };
    const watching: TriggerInput =
      type === "absoluteAmount"
        ? { basis: "balance", type, value, boundary }
        : { basis: "balance", type, value, boundary, referenceLimit: "credit" };
    const ruled: TriggerInput = held ? watching : { basis, type, value, boundary, referenceLimit: "credit" };
    return {
      id: "p1",
      trigger: t.scheduled ? schedule : ruled,
      topup: { ...sizedOf(u, t.scheduled), ...(t.scheduled && { basis: held ? "balance" : basis }) },
      settlement: settlementOf(h.settlement, held),
      inFlight: h.inFlight,
      inFlightExpiresAfter: h.inFlightExpiresAfter,
      cooldown: h.cooldown,
      caps: h.caps,
      failures: h.failures,
      credit: h.expires === null ? undefined : { expiresAfter: { value: h.expires, unit: "day" }, priority: h.expires },
      requirePaymentMethod: h.requirePaymentMethod,
      walletId: held && (several || h.walletNamed) ? "w1" : null,
    };
  });
}

interface Sized {
  readonly mode: TopupRuleInput["mode"];
  readonly value: string;
  readonly repeat: "once" | "untilClear";
}

function sizedOf({ mode, value, repeat }: Sized, scheduled: boolean): TopupRuleInput {
  switch (mode) {
    case "fixedAmount":
      return { mode, value, repeat: scheduled ? "once" : repeat };
    case "toTarget":
      return { mode, value };
    case "toPercentOfLimit":
      return { mode, value, referenceLimit: "other" };
  }
}

function settlementOf(kind: "none" | "invoice" | "invoice, paid first" | "grant" | "expected", held: boolean): SettlementInput {
  if (kind === "grant") return { kind };
  if (kind === "none" || !held || kind === "expected") return { kind: "expectedPayment", autoCollect: kind === "expected" };
  return { kind: "invoice", autoCollect: true, netTermsDays: 7, requirePaid: kind === "invoice, paid first" };
}
