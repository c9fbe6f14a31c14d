import type { InputIssue } from "../base/errors.js";
import { decimal } from "../base/decimal.js";
import { amount, type Amount, id } from "../base/fields.js";
import { object, omissible, oneOf, oneOfOr, optional, required, type Rule, type Schema, variants } from "../base/schema.js";
import { type Basis, basisSchema } from "./basis.js";

/**
 * By how much a profile tops up, normalised. `basis` is there with a schedule trigger alone.
 *
 * @example
 * ```ts
 * import { parseProfile, type TopupRule } from "auto-topup";
 *
 * const topup: TopupRule = parseProfile({
 *   id: "p1",
 *   trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
 *   topup: { mode: "toTarget", value: "100.0" },
 * }).topup;
 * topup; //=> { mode: "toTarget", value: "100", min: null, max: null, step: null }
 * ```
 */
export type TopupRule = FixedAmount | ToPercentOfLimit | ToTarget;

interface Bounds {
  readonly basis?: Basis;
  readonly min: string | null;
  readonly max: string | null;
  readonly step: string | null;
}

/**
 * Adds `value`; with `repeat: "untilClear"` as many times, in one charge, as it takes to clear the trigger.
 *
 * @example
 * ```ts
 * import type { FixedAmount } from "auto-topup";
 *
 * const topup: FixedAmount = { mode: "fixedAmount", value: "50", repeat: "once", min: null, max: null, step: null };
 * topup.mode; //=> "fixedAmount"
 * ```
 */
export interface FixedAmount extends Bounds {
  readonly mode: "fixedAmount";
  readonly value: string;
  readonly repeat: "once" | "untilClear";
}

/**
 * Brings the basis to `value` % of a limit: the topup's `referenceLimit`, else the trigger's.
 *
 * @example
 * ```ts
 * import type { ToPercentOfLimit } from "auto-topup";
 *
 * const topup: ToPercentOfLimit = { mode: "toPercentOfLimit", value: "20", referenceLimit: "credit", min: null, max: null, step: null };
 * topup.value; //=> "20"
 * ```
 */
export interface ToPercentOfLimit extends Bounds {
  readonly mode: "toPercentOfLimit";
  readonly value: string;
  readonly referenceLimit: string;
}

/**
 * Brings the basis to `value` (Lago `target`, Metronome `recharge_to_amount`, Maxio).
 *
 * @example
 * ```ts
 * import type { ToTarget } from "auto-topup";
 *
 * const topup: ToTarget = { mode: "toTarget", value: "100", min: null, max: "500", step: null };
 * topup.max; //=> "500"
 * ```
 */
export interface ToTarget extends Bounds {
  readonly mode: "toTarget";
  readonly value: string;
}

interface BoundsInput {
  readonly basis?: Basis | undefined;
  readonly min?: Amount | null | undefined;
  readonly max?: Amount | null | undefined;
  readonly step?: Amount | null | undefined;
}

/**
 * By how much a profile tops up, as a caller writes it. `basis` goes with a schedule trigger only, and is
 * needed there but for a `fixedAmount`.
 *
 * @example
 * ```ts
 * import type { TopupRuleInput } from "auto-topup";
 *
 * const topup: TopupRuleInput = { mode: "fixedAmount", value: "50", repeat: "untilClear" };
 * topup.mode; //=> "fixedAmount"
 * ```
 */
export type TopupRuleInput =
  | ({ readonly mode: "fixedAmount"; readonly value: Amount; readonly repeat?: "once" | "untilClear" | undefined } & BoundsInput)
  | ({ readonly mode: "toPercentOfLimit"; readonly value: Amount; readonly referenceLimit?: string | null | undefined } & BoundsInput)
  | ({ readonly mode: "toTarget"; readonly value: Amount } & BoundsInput);

/** As read on its own: the profile fills in a missing basis and reference limit. */
export type RawTopupRule =
  Exclude<TopupRule, ToPercentOfLimit> | (Omit<ToPercentOfLimit, "referenceLimit"> & { readonly referenceLimit: string | null });

const bounds = {
  basis: omissible(basisSchema),
  min: optional(amount({ atLeast: "0" })),
  max: optional(amount({ above: "0" })),
  step: optional(amount({ above: "0" })),
};

const minNotAboveMax: Rule<{ min: string | null; max: string | null }> = {
  fields: ["min", "max"],
  faults: ({ min, max }) => (min !== null && max !== null && isAbove(min, max) ? [minAboveMax()] : []),
};

export const topupRuleSchema: Schema<RawTopupRule, TopupRuleInput> = variants("mode", [
  object(
    { mode: oneOf(["fixedAmount"]), value: required(amount({ above: "0" })), repeat: oneOfOr(["once", "untilClear"], "once"), ...bounds },
    [minNotAboveMax],
  ),
  object({ mode: oneOf(["toPercentOfLimit"]), value: required(amount({ atLeast: "0" })), referenceLimit: optional(id), ...bounds }, [
    minNotAboveMax,
  ]),
  object({ mode: oneOf(["toTarget"]), value: required(amount()), ...bounds }, [minNotAboveMax]),
]);

/** Compares two canonical amounts that are not negative. */
function isAbove(a: string, b: string): boolean {
  return decimal(a).greaterThan(decimal(b));
}

function minAboveMax(): InputIssue {
  return { path: ["min"], code: "conflict", message: "must not be above max" };
}
