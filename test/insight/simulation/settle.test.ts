import { describe, expect, it } from "vitest";
import { readWith, valueOf } from "../../../src/base/parser.js";
import type { Schema } from "../../../src/base/schema.js";
import { parseAccount, type TopupRecord } from "../../../src/index.js";
import { type Books, booksOf } from "../../../src/insight/simulation/books.js";
import { type Payments, paymentsSchema } from "../../../src/insight/simulation/payments.js";
import { awaitedAtStart, type Result, settle, type Settlement } from "../../../src/insight/simulation/settle.js";
import { june, wallet } from "./build.js";

const bringing = (...topups: Partial<TopupRecord>[]): Books =>
  booksOf(
    parseAccount({
      ...wallet(),
      topups: topups.map((over) => ({ id: "t1", walletId: "w1", charge: "50", createdAt: june(1), status: "pending", ...over })),
    }),
  );
const settlement = (result: Result, over: Partial<Settlement> = {}): Settlement => {
  return { kind: "settlement", ms: Date.parse(june(3)), topupId: "t1", result, plan: null, ...over };
};
const paid: Result = { status: "paid", failure: null };

describe("the record of a top-up of which the result is known", () => {
  const known = (result: Result, over: Partial<TopupRecord> = {}) => settle(bringing(over), settlement(result), june(3)).account.topups[0];

  it("was credited then where it is paid, unless it was before", () => {
    expect(known(paid)).toMatchObject({ status: "paid", failure: null, creditedAt: june(3), failedAt: null });
    expect(known(paid, { creditedAt: june(2) })).toMatchObject({ status: "paid", creditedAt: june(2), failedAt: null });
  });

  it("failed then where it did, and keeps the credit that was there", () => {
    const declined: Result = { status: "failed", failure: "declined" };
    expect(known(declined)).toMatchObject({ ...declined, creditedAt: null, failedAt: june(3) });
    expect(known(declined, { creditedAt: june(2) })).toMatchObject({ ...declined, creditedAt: june(2), failedAt: june(3) });
  });

  it("did neither where it was voided", () => {
    expect(known({ status: "voided", failure: null })).toMatchObject({ status: "voided", creditedAt: null, failedAt: null });
  });
});

describe("a settlement", () => {
  it("of one top-up leaves the others", () => {
    const books = bringing({}, { id: "t2" });
    expect(settle(books, settlement(paid), june(3)).account.topups.map(({ status }) => status)).toEqual(["paid", "pending"]);
  });

  it("of what is not in the history changes nothing", () => {
    const books = bringing({});
    expect(settle(books, settlement(paid, { topupId: "gone" }), june(3))).toBe(books);
  });

  it("is not awaited of what is settled and credited", () => {
    const payments = valueOf(readWith(paymentsSchema as Schema<Payments>, {}));
    const { account } = bringing({ status: "paid" }, { id: "t2", status: "failed" }, { id: "t3", status: "voided" });
    expect(awaitedAtStart(account, june(1), payments)).toEqual([]);
  });
});
