import { figure, id, text } from "../base/fields.js";
import { constant, emptyList, flag, listOf, object, oneOf, optional, required, type Schema, variants, made } from "../base/schema.js";
import { type Action, actionSchema } from "./action.js";
import { type Basis, basisSchema } from "./basis.js";
import { type Decision, decisionShape } from "./decision.js";

/**
 * What `planTopup` returns: the decision and, exactly when it is `due`, the amount, the actions to carry out
 * in their order, and the idempotency key. Store it before acting on it, and retry the stored one.
 *
 * @example
 * ```ts
 * import { type Plan, planTopup } from "auto-topup";
 *
 * const plan: Plan = planTopup({
 *   profile: {
 *     id: "p1",
 *     trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
 *     topup: { mode: "fixedAmount", value: "50" },
 *   },
 *   account: { id: "a1", currency: "USD", wallets: [{ id: "w1", unit: "USD", balance: "4.20" }] },
 *   at: "2026-06-01T09:00:00Z",
 * });
 * plan.outcome; //=> "topup"
 * plan.idempotencyKey; //=> "a1/p1/w1/0"
 * ```
 */
export type Plan = TopupPlan | NoTopupPlan;

/**
 * A plan to top up.
 *
 * @example
 * ```ts
 * import type { TopupPlan } from "auto-topup";
 *
 * const outcome: TopupPlan["outcome"] = "topup";
 * outcome; //=> "topup"
 * ```
 */
export interface TopupPlan {
  readonly version: 1;
  readonly outcome: "topup";
  readonly decision: Decision;
  readonly topup: Topup;
  readonly actions: readonly Action[];
  readonly idempotencyKey: string;
}

/**
 * Nothing to do; the decision says why.
 *
 * @example
 * ```ts
 * import type { NoTopupPlan } from "auto-topup";
 *
 * const outcome: NoTopupPlan["outcome"] = "none";
 * outcome; //=> "none"
 * ```
 */
export interface NoTopupPlan {
  readonly version: 1;
  readonly outcome: "none";
  readonly decision: Decision;
  readonly topup: null;
  readonly actions: readonly [];
  readonly idempotencyKey: null;
}

/**
 * The amount of a top-up and where it came from.
 *
 * @example
 * ```ts
 * import { planTopup, type Topup } from "auto-topup";
 *
 * const topup = planTopup({
 *   profile: {
 *     id: "p1",
 *     trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
 *     topup: { mode: "toTarget", value: "100", step: "25" },
 *   },
 *   account: { id: "a1", currency: "USD", wallets: [{ id: "w1", unit: "USD", balance: "4.20" }] },
 *   at: "2026-06-01T09:00:00Z",
 * }).topup as Topup;
 * topup.credit; //=> "100.00"
 * topup.adjustments; //=> [{ rule: "rounding", from: "95.8", to: "100" }]
 * topup.after; //=> { effective: "104.2", distance: "94.2", clears: true }
 * ```
 */
export interface Topup {
  /** The figure that the top-up moves. */
  readonly basis: Basis;
  /** What is added, in the basis's unit. */
  readonly credit: string;
  readonly unit: string;
  /** What is paid. */
  readonly charge: string;
  readonly currency: string;
  /** Each rule that changed its figure, in the order applied; `cap` is about the charge, the others about the credit. */
  readonly adjustments: readonly Adjustment[];
  readonly after: After;
}

/**
 * A rule that changed a figure of the amount.
 *
 * @example
 * ```ts
 * import type { Adjustment } from "auto-topup";
 *
 * const adjustment: Adjustment = { rule: "maximum", from: "750", to: "500" };
 * adjustment.rule; //=> "maximum"
 * ```
 */
export interface Adjustment {
  readonly rule: "override" | "rounding" | "minimum" | "maximum" | "cap";
  readonly from: string;
  readonly to: string;
}

/**
 * What the basis will be once the credit has arrived, and whether the trigger is then clear. For a schedule
 * `distance` is null and `clears` true; `effective` is null where the amount came from no figure.
 *
 * @example
 * ```ts
 * import type { After } from "auto-topup";
 *
 * const after: After = { effective: "104.2", distance: "94.2", clears: true };
 * after.clears; //=> true
 * ```
 */
export interface After {
  readonly effective: string | null;
  readonly distance: string | null;
  readonly clears: boolean;
}

const topupSchema: Schema<Topup> = /* @__PURE__ */ made(() =>
  object({
    basis: basisSchema,
    credit: required(figure),
    unit: required(id),
    charge: required(figure),
    currency: required(id),
    adjustments: listOf(
      object({ rule: oneOf(["override", "rounding", "minimum", "maximum", "cap"]), from: required(figure), to: required(figure) }),
    ),
    after: object({ effective: optional(figure), distance: optional(figure), clears: flag() }),
  }),
);

export const planShape: Schema<Plan> = /* @__PURE__ */ made(() =>
  variants("outcome", [
    object({
      version: constant(1),
      outcome: oneOf(["topup"]),
      decision: decisionShape,
      topup: topupSchema,
      actions: listOf(actionSchema),
      idempotencyKey: required(text),
    }),
    object({
      version: constant(1),
      outcome: oneOf(["none"]),
      decision: decisionShape,
      topup: constant(null),
      actions: emptyList(),
      idempotencyKey: constant(null),
    }),
  ]),
);
