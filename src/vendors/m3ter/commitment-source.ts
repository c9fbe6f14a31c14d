import { canonical, decimal } from "../../base/decimal.js";
import { InvalidInputError } from "../../base/errors.js";
import { amount, type Amount, timeZone } from "../../base/fields.js";
import { fromMs, type Instant, instantText, toMs } from "../../base/instant.js";
import { object, optional, type Schema, withDefault } from "../../base/schema.js";
import { firstInstantFrom } from "../../base/zone.js";
import type { Source } from "../../model/source.js";
import { commitmentDocuments, type CommitmentReading, type M3terCommitment } from "./commitment.js";
import { isDateAlone } from "./fields.js";
import { optionsOf } from "./options.js";

/**
 * What a commitment doesn't say of itself.
 *
 * @example
 * ```ts
 * import type { M3terCommitmentOptions } from "auto-topup/m3ter";
 *
 * const options: M3terCommitmentOptions = { timeZone: "Europe/London" };
 * options.timeZone; //=> "Europe/London"
 * ```
 */
export interface M3terCommitmentOptions {
  /** The organization's `timezone`, in which a date without a time begins. `"UTC"` when left out. */
  readonly timeZone?: string | null | undefined;
  /** What has been drawn so far. Left out: `amountSpent`. */
  readonly spent?: Amount | null | undefined;
}

const optionsSchema: Schema<{ readonly timeZone: string; readonly spent: string | null }> = object({
  timeZone: withDefault<string, string>(timeZone, "UTC"),
  spent: optional(amount()),
});

/**
 * A Commitment (Prepayment) as a source of the kind `commitment` for `drawDown`: what is left of it is
 * `amount` − `amountSpent`, and no less than nothing.
 *
 * @param commitment a Commitment
 * @returns a source as a caller writes it
 * @throws InvalidInputError where the commitment or the options are malformed, neither says what is spent, or it ends before it starts
 * @see m3ter API reference, Commitments: endDate is exclusive
 *
 * @example
 * ```ts
 * import { sourceFromCommitment } from "auto-topup/m3ter";
 *
 * const source = sourceFromCommitment(
 *   {
 *     id: "com_1",
 *     accountId: "acc_1",
 *     amount: 12000,
 *     amountSpent: 4500.1,
 *     currency: "USD",
 *     startDate: "2026-07-01",
 *     endDate: "2027-07-01",
 *   },
 *   { timeZone: "Europe/London" },
 * );
 * source.remaining; //=> "7499.9"
 * source.startsAt; //=> "2026-06-30T23:00:00.000Z"
 * ```
 */
export function sourceFromCommitment(commitment: M3terCommitment, options: M3terCommitmentOptions = {}): Source {
  const read = commitmentDocuments.read(commitment);
  const { timeZone: zone, spent } = optionsOf(optionsSchema, options);
  const left = decimal(read.amount).minus(decimal(spent ?? knownSpent(read)));
  const startsAt = beginning(read.startDate, zone, "startDate");
  const endsAt = beginning(read.endDate, zone, "endDate");
  if (startsAt >= endsAt) throw new InvalidInputError([{ path: ["endDate"], code: "conflict", message: "must be later than startDate" }]);
  return {
    kind: "commitment",
    id: read.id,
    remaining: left.isNegative() ? "0" : canonical(left),
    initial: read.amount,
    currency: read.currency,
    startsAt,
    endsAt,
    createdAt: read.dtCreated,
    lineItemTypes: read.lineItemTypes,
    productIds: read.productIds,
  };
}

function knownSpent({ amountSpent }: CommitmentReading): string {
  if (amountSpent !== null) return amountSpent;
  throw new InvalidInputError([{ path: ["amountSpent"], code: "required", message: "is required, or the option spent" }]);
}

/** The first instant of a date in the zone; an instant is one already. */
function beginning(written: string, zone: string, field: "startDate" | "endDate"): Instant {
  if (!isDateAlone(written)) return written;
  const start = instantText(fromMs(firstInstantFrom(zone, toMs(`${written}T00:00:00.000Z`))));
  if (start !== null) return start;
  throw new InvalidInputError([{ path: [field], code: "invalid_instant", message: "must not begin before year 1 in UTC" }]);
}
