import type { InputIssue } from "../../base/errors.js";
import { amount, type Amount, id, instant, type InstantInput } from "../../base/fields.js";
import type { Instant } from "../../base/instant.js";
import {
  made,
  flag,
  flagOr,
  nullOr,
  object,
  oneOf,
  optional,
  optionalObject,
  required,
  type Rule,
  type Schema,
  variants,
} from "../../base/schema.js";
import type { PaymentMethod } from "../../model/account.js";
import { type Duration, durationSchema } from "../../model/duration.js";

/**
 * Something that happens to an account in a simulation, as a caller writes it.
 *
 * - `usage`: so much is used at an instant. It is drawn from the wallet named, or adds to the owed figure
 *   named. With neither, it falls on the account's only wallet where no figure is owed, else on `unbilled`
 *   where that is known, else on `outstanding`. It is in the unit of what it falls on.
 * - `usageRate`: so much `per` so long, in small steps, one `every` so long (an hour, unless said otherwise),
 *   from `from` on (the start of the simulation) to `until` (its end), the last one shorter where that comes
 *   sooner. Each comes at its end, in whole parts of the unit, and over time nothing is lost.
 * - `invoice`: what is unbilled, or `amount`, becomes outstanding, and `billedThrough` moves where the account
 *   states it. What of it is not paid by `dueAt` becomes overdue; the oldest is paid first.
 * - `payment`: the customer pays, or buys, by hand. It is recorded as a manual top-up: of the wallet named;
 *   without one, of what is owed, or of the account's only wallet where no figure is. In the unit of that.
 * - `limit`: a limit changes; `null` = unlimited.
 * - `paymentMethod`: the customer has another one, or none; with `resumes` (as a rule) failures count anew.
 *
 * @example
 * ```ts
 * import type { TimelineEventInput } from "auto-topup";
 *
 * const timeline: TimelineEventInput[] = [
 *   { type: "usageRate", amount: "240", per: { value: 1, unit: "day" } },
 *   { type: "usage", at: "2026-06-05T12:00:00Z", amount: "75" },
 *   { type: "paymentMethod", at: "2026-06-09T08:00:00Z", paymentMethod: { type: "card", autoCollect: true } },
 * ];
 * timeline.length; //=> 3
 * ```
 */
export type TimelineEventInput =
  | ({
      readonly type: "usage";
      readonly at: InstantInput;
      readonly amount: Amount;
      /** What a lot's scope admits. */
      readonly lineItemType?: string | null | undefined;
      readonly productId?: string | null | undefined;
    } & FallsOnInput)
  | ({
      readonly type: "usageRate";
      readonly amount: Amount;
      readonly per: Duration;
      readonly every?: Duration | null | undefined;
      readonly from?: InstantInput | null | undefined;
      readonly until?: InstantInput | null | undefined;
    } & FallsOnInput)
  | {
      readonly type: "invoice";
      readonly at: InstantInput;
      readonly amount?: Amount | null | undefined;
      readonly dueAt?: InstantInput | null | undefined;
    }
  | { readonly type: "payment"; readonly at: InstantInput; readonly amount: Amount; readonly walletId?: string | null | undefined }
  | { readonly type: "limit"; readonly at: InstantInput; readonly name: string; readonly value: Amount | null }
  | {
      readonly type: "paymentMethod";
      readonly at: InstantInput;
      readonly paymentMethod: {
        readonly type: PaymentMethod["type"];
        readonly autoCollect: boolean;
        readonly minCharge?: Amount | null | undefined;
      } | null;
      readonly resumes?: boolean | undefined;
    };

interface FallsOnInput {
  readonly walletId?: string | null | undefined;
  readonly basis?: "outstanding" | "unbilled" | undefined;
}

/**
 * An event of a timeline, normalised.
 *
 * @example
 * ```ts
 * import type { TimelineEvent } from "auto-topup";
 *
 * const event: TimelineEvent = { type: "limit", at: "2026-06-01T00:00:00.000Z", name: "credit", value: "500" };
 * event.type; //=> "limit"
 * ```
 */
export type TimelineEvent = UsageEvent | UsageRate | InvoiceEvent | PaymentEvent | LimitEvent | PaymentMethodEvent;

/** What usage falls on: a wallet, an owed figure, or neither named. */
export interface FallsOn {
  readonly walletId: string | null;
  readonly basis?: "outstanding" | "unbilled" | undefined;
}
export interface UsageEvent extends FallsOn {
  readonly type: "usage";
  readonly at: Instant;
  readonly amount: string;
  readonly lineItemType: string | null;
  readonly productId: string | null;
}
export interface UsageRate extends FallsOn {
  readonly type: "usageRate";
  readonly amount: string;
  readonly per: Duration;
  readonly every: Duration | null;
  readonly from: Instant | null;
  readonly until: Instant | null;
}
export interface InvoiceEvent {
  readonly type: "invoice";
  readonly at: Instant;
  readonly amount: string | null;
  readonly dueAt: Instant | null;
}
export interface PaymentEvent {
  readonly type: "payment";
  readonly at: Instant;
  readonly amount: string;
  readonly walletId: string | null;
}
export interface LimitEvent {
  readonly type: "limit";
  readonly at: Instant;
  readonly name: string;
  readonly value: string | null;
}
export interface PaymentMethodEvent {
  readonly type: "paymentMethod";
  readonly at: Instant;
  readonly paymentMethod: PaymentMethod | null;
  readonly resumes: boolean;
}

const notNegative = /* @__PURE__ */ amount({ atLeast: "0" });

type UsedBasis = FallsOn["basis"];

const fallsOn = /* @__PURE__ */ made(() => ({
  walletId: optional(id),
  basis: oneOf(["outstanding", "unbilled"]).optional() as unknown as Schema<UsedBasis, UsedBasis>,
}));

const oneTarget: Rule<FallsOn> = {
  fields: ["walletId", "basis"],
  faults: ({ walletId, basis }) => (walletId !== null && basis !== undefined ? [conflict("basis", "goes with no walletId")] : []),
};

export const timelineEventSchema: Schema<TimelineEvent, TimelineEventInput> = /* @__PURE__ */ made(() =>
  variants("type", [
    object(
      {
        type: oneOf(["usage"]),
        at: required(instant),
        amount: required(notNegative),
        lineItemType: optional(id),
        productId: optional(id),
        ...fallsOn,
      },
      [oneTarget],
    ),
    object(
      {
        type: oneOf(["usageRate"]),
        amount: required(notNegative),
        per: durationSchema,
        every: optionalObject(durationSchema),
        from: optional(instant),
        until: optional(instant),
        ...fallsOn,
      },
      [oneTarget, { fields: ["per", "every"], faults: emptyDurations }, { fields: ["from", "until"], faults: rateEndsBeforeItBegins }],
    ),
    object({ type: oneOf(["invoice"]), at: required(instant), amount: optional(notNegative), dueAt: optional(instant) }, [
      { fields: ["at", "dueAt"], faults: dueBeforeIssue },
    ]),
    object({ type: oneOf(["payment"]), at: required(instant), amount: required(amount({ above: "0" })), walletId: optional(id) }),
    object({ type: oneOf(["limit"]), at: required(instant), name: required(id), value: nullOr(required(notNegative)) }),
    object({
      type: oneOf(["paymentMethod"]),
      at: required(instant),
      paymentMethod: nullOr(
        object({ type: oneOf(["card", "directDebit", "other"]), autoCollect: flag(), minCharge: optional(notNegative) }),
      ),
      resumes: flagOr(true),
    }),
  ]),
);

function conflict(key: string, message: string): InputIssue {
  return { path: [key], code: "conflict", message };
}

function emptyDurations({ per, every }: UsageRate): InputIssue[] {
  const empty = (key: string, duration: Duration | null): InputIssue[] =>
    duration?.value === 0 ? [{ path: [key, "value"], code: "out_of_range", message: "must be more than 0" }] : [];
  return [...empty("per", per), ...empty("every", every)];
}

function rateEndsBeforeItBegins({ from, until }: UsageRate): InputIssue[] {
  return from !== null && until !== null && from >= until ? [conflict("until", "must be later than from")] : [];
}

function dueBeforeIssue({ at, dueAt }: InvoiceEvent): InputIssue[] {
  return dueAt !== null && dueAt < at ? [conflict("dueAt", "must not be before at")] : [];
}
