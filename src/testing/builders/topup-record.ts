import { readWith } from "../../base/parser.js";
import { type TopupRecord, topupRecordSchema } from "../../model/topup-record.js";
import { type Blueprint, built, type Overrides } from "./built.js";

const record: Blueprint<TopupRecord> = {
  defaults: ({ status = "paid", createdAt = "2026-05-31T09:00:00Z" }) => ({
    id: "t1",
    profileId: "p1",
    walletId: "w1",
    charge: "50",
    createdAt,
    ...(status === "paid" && { creditedAt: createdAt }),
    ...(status === "failed" && { failedAt: createdAt }),
    status,
  }),
  short: {},
  read: (input) => readWith(topupRecordSchema, input),
};

/**
 * A past top-up: `t1`, of 50, made by the profile `p1` for the wallet `w1` a day before `AT`, paid and credited at
 * once. A `pending`, `unknown` or `voided` one is not credited; a `failed` one was declined when it was made. For money
 * owed say `walletId: null`.
 *
 * @param overrides fields to have instead
 * @returns a new record as a caller writes it, plain and complete
 * @throws InvalidInputError where that is no valid record, paths relative to `overrides`
 *
 * @example
 * ```ts
 * import { evaluate } from "auto-topup";
 * import { anAccount, aProfile, AT, aTopupRecord } from "auto-topup/testing";
 *
 * const account = anAccount({ topups: [aTopupRecord({ status: "pending" })] });
 * evaluate({ profile: aProfile(), account, at: AT }).trigger?.effective; //=> "54"
 * evaluate({ profile: aProfile({ inFlight: "block" }), account, at: AT }).reason; //=> "topupInFlight"
 *
 * aTopupRecord({ status: "failed" }).failedAt; //=> "2026-05-31T09:00:00Z"
 * ```
 */
export function aTopupRecord(overrides: Overrides<TopupRecord> = {}): TopupRecord {
  return built(record, overrides);
}
