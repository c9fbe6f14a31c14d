import * as fc from "fast-check";
import { HOUR, toMs } from "../../../base/instant.js";
import type { AccountInput } from "../../../model/account.js";
import type { Lot } from "../../../model/lot.js";
import type { WalletInput } from "../../../model/wallet.js";
import { nullable, weighted } from "../weighted.js";
import { type DrawnLot, lotOf, lots } from "./lots.js";
import { type Start, textAt } from "./places.js";
import { recordOf, records } from "./records.js";
import type { Shape } from "./shape.js";
import { signedSums } from "./sums.js";

const book = fc.record({
  currency: weighted([4, "USD"], [1, "JPY"], [1, "KWD"]),
  credits: weighted([3, false], [1, true]),
  balance: nullable(1, signedSums),
  owed: fc.record({
    outstanding: nullable(1, signedSums),
    overdue: nullable(1, fc.constantFrom("0", "5", "10")),
    unbilled: nullable(3, signedSums),
  }),
  asOf: nullable(5, fc.integer({ min: -2, max: 0 })),
  billed: fc.boolean(),
  credit: nullable(1, fc.constantFrom("0", "20", "30", "50")),
  status: weighted([15, "active"], [1, "frozen"]),
  pendingUsage: weighted([5, "0"], [1, "2.5"]),
  lots,
  records,
  method: weighted([3, true], [1, false]),
  override: weighted([9, null], [1, "15"]),
});

/** An account as it stands at the start. */
export function accountOf({ held, several, lots: withLots }: Shape, { timeZone, start }: Start): fc.Arbitrary<AccountInput> {
  const ms = toMs(start);
  return book.map((drawn): AccountInput => {
    const ownLots = drawn.lots.map((lot: DrawnLot, index): Lot => lotOf(lot, index, ms));
    const unit = drawn.credits ? { unit: "credits", rate: "0.1", scale: 1 } : { unit: drawn.currency };
    const figure = withLots ? { lots: ownLots } : { balance: drawn.balance };
    const one: WalletInput = { id: "w1", ...unit, ...figure, status: drawn.status, pendingUsage: drawn.pendingUsage };
    const two: WalletInput = { id: "w2", unit: drawn.currency, balance: "10" };
    return {
      id: "a1",
      currency: drawn.currency,
      timeZone,
      asOf: drawn.asOf === null ? null : textAt(ms + drawn.asOf * 6 * HOUR),
      owed: held ? null : drawn.owed,
      billedThrough: drawn.billed ? textAt(ms - 12 * HOUR) : null,
      limits: drawn.credit === null ? {} : { credit: drawn.credit, other: "100" },
      wallets: held ? [one, ...(several ? [two] : [])] : [],
      paymentMethod: drawn.method ? { type: "card", autoCollect: true } : null,
      autoTopupAmount: drawn.override,
      topups: drawn.records.map((record, index) => recordOf(record, index, ms, held)),
    };
  });
}
