import * as fc from "fast-check";
import { toMs } from "../../../base/instant.js";
import type { TimelineEventInput } from "../../../insight/simulation/timeline.js";
import type { AccountInput } from "../../../model/account.js";
import type { Duration } from "../../../model/duration.js";
import { nullable, weighted } from "../weighted.js";
import { onGrid, optional, type Place, placed } from "./places.js";
import type { Shape } from "./shape.js";
import { sums } from "./sums.js";

interface DrawnEvent {
  readonly type: TimelineEventInput["type"];
  readonly at: Place;
  readonly until: Place | null;
  readonly amount: string;
  readonly whole: boolean;
  readonly wallet: string;
  readonly basis: "outstanding" | "unbilled" | undefined;
  readonly calls: string | null;
  readonly name: string;
  readonly limit: string | null;
  readonly resumes: boolean;
  readonly due: number | null;
  readonly every: Duration | null;
}

const event: fc.Arbitrary<DrawnEvent> = fc.record({
  type: weighted([6, "usage"], [2, "payment"], [1, "limit"], [1, "paymentMethod"], [2, "invoice"], [2, "usageRate"]),
  at: onGrid,
  until: nullable(5, onGrid),
  amount: sums,
  whole: fc.boolean(),
  wallet: fc.constantFrom("w1", "w2"),
  basis: weighted<DrawnEvent["basis"]>([2, undefined], [1, "outstanding"], [1, "unbilled"]),
  calls: weighted([2, null], [1, "calls"]),
  name: fc.constantFrom("credit", "other"),
  limit: nullable(2, fc.constantFrom("0", "20", "40")),
  resumes: weighted([2, true], [1, false]),
  due: nullable(3, fc.integer({ min: 0, max: 4 })),
  every: nullable(1, weighted<Duration>([2, { value: 9, unit: "hour" }], [1, { value: 1, unit: "day" }])),
});

/** What happens to an account of this shape. */
export function timelineOf(form: Shape, account: AccountInput, start: string): fc.Arbitrary<TimelineEventInput[]> {
  return fc.array(event, { maxLength: 8 }).map((drawn) => drawn.map((each) => eventOf(each, form, account, toMs(start))));
}

function eventOf(each: DrawnEvent, { held, several }: Shape, account: AccountInput, start: number): TimelineEventInput {
  const at = placed(start, each.at);
  const { amount, calls: lineItemType } = each;
  const wallet = several ? each.wallet : "w1";
  const owing = { basis: each.basis ?? (account.owed?.outstanding == null && account.owed?.unbilled == null ? "outstanding" : undefined) };
  const fallsOn = held ? { walletId: several || each.whole ? wallet : null } : owing;
  switch (each.type) {
    case "usage":
      return { type: "usage", at, amount: each.whole ? amount : "10", lineItemType, ...fallsOn };
    case "usageRate": {
      const until = optional(start, each.until);
      const from = each.whole ? at : null;
      const ends = until !== null && (from === null || until > from) ? until : null;
      return {
        type: "usageRate",
        amount: each.limit ?? "7",
        per: { value: 1, unit: "day" },
        every: each.every,
        from,
        until: ends,
        ...fallsOn,
      };
    }
    case "payment":
      if (!held && Object.values(account.owed ?? {}).every((figure) => figure === null))
        return { type: "limit", at, name: each.name, value: "40" };
      return { type: "payment", at, amount, walletId: held && (several || each.whole) ? wallet : null };
    case "invoice": {
      const dueAt = each.due === null ? null : placed(start, [each.at[0] + each.due, each.at[1]]);
      return { type: "invoice", at, amount: each.whole || account.owed?.unbilled == null ? "10" : null, dueAt };
    }
    case "limit":
      return { type: "limit", at, name: each.name, value: each.limit };
    case "paymentMethod":
      return { type: "paymentMethod", at, paymentMethod: each.whole ? { type: "card", autoCollect: true } : null, resumes: each.resumes };
  }
}
