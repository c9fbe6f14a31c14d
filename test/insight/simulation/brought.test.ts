import { describe, expect, it } from "vitest";
import type { AccountInput, PaymentsInput, TopupRecord } from "../../../src/index.js";
import { heldProfile } from "../../support/build.js";
import { attempts, course, debts, idle, idleOwing, june, owing, stepsOf, summaryOf, wallet } from "./build.js";

const record = (over: Partial<TopupRecord> = {}): TopupRecord => {
  return { id: "t1", walletId: "w1", charge: "50", createdAt: "2026-05-30T00:00:00Z", status: "pending", ...over };
};
const bringing = (topups: TopupRecord[], over: Partial<AccountInput> = {}): AccountInput => ({ ...wallet(), topups, ...over });
const days = (value: number): PaymentsInput => ({ settleAfter: { value, unit: "day" } });

describe("a pending top-up that the account brings", () => {
  it("settles as the payments do otherwise, counted from its creation", () => {
    const account = bringing([record()]);
    expect(attempts({ account, payments: days(5) })).toEqual(["06-04 00:00 t1 is paid"]);
    expect(course({ account, payments: days(5) })).toEqual(["06-01 00:00 = 30", "06-04 00:00 = 80"]);
    expect(attempts({ account, payments: { ...days(5), outcomes: ["paid"], otherwise: "declined" } })).toEqual([
      "06-04 00:00 t1 is failed",
    ]);
    expect(attempts({ account, payments: { otherwise: "unanswered" } })).toEqual([]);
  });

  it("is known at the start where that should have been before", () => {
    const [first] = stepsOf({ account: bringing([record()]), payments: days(1) });
    expect(first).toMatchObject({
      at: june(1),
      settled: [{ topupId: "t1", status: "paid", charge: "50" }],
      before: { figure: "30" },
      reached: "80",
    });
    expect(attempts({ account: bringing([record()]) })).toEqual(["06-01 00:00 t1 is paid"]);
  });

  it("is in flight until then, and counts for no summary", () => {
    const account = bringing([record()], { wallets: [{ id: "w1", unit: "USD", balance: "5" }] });
    const [first] = stepsOf({ account, payments: days(5) });
    expect(first?.decision?.trigger).toMatchObject({ observed: "5", inFlight: "50" });
    expect(summaryOf({ account, payments: days(5), costPerCharge: "1" })).toMatchObject({
      topups: { attempted: 0, paid: 0, failed: 0, unsettled: 0 },
      asked: "0",
      charged: "0",
      fees: { total: "0", wasted: "0" },
    });
  });

  it("whose credit is there already brings no other when it is paid", () => {
    const account = bringing([record({ creditedAt: "2026-05-30T00:00:00Z" })]);
    expect(course({ account, payments: days(5) })).toEqual(["06-01 00:00 = 30", "06-04 00:00 = 30"]);
  });

  it("pays what is owed, the oldest first, where it is of the account", () => {
    const account = owing({ outstanding: "80", overdue: "20" }, { topups: [record({ walletId: null })] });
    expect(debts({ profile: idleOwing, account, payments: days(5) })).toEqual(["06-01 00:00 = 80 20 null", "06-04 00:00 = 30 0 null"]);
  });

  it("of a wallet leaves what is owed as it was told, a negative overdue figure among it", () => {
    const account = bringing([record()], { owed: { outstanding: "10", overdue: "-5" } });
    expect(debts({ profile: idle, account, payments: days(5) })).toEqual(["06-01 00:00 = 10 -5 null", "06-04 00:00 = 10 -5 null"]);
  });

  it("adds charge over rate where its credit is not told", () => {
    const account = { ...bringing([record({ charge: "5" })]), wallets: [{ id: "w1", unit: "credits", rate: "0.1", balance: "0" }] };
    expect(course({ profile: idle, account, payments: days(5) }).at(-1)).toBe("06-04 00:00 = 50");
  });

  it("of a wallet that is gone changes nothing", () => {
    const account = bringing([record({ walletId: "gone" })]);
    expect(course({ account, payments: days(5) })).toEqual(["06-01 00:00 = 30", "06-04 00:00 = 30"]);
  });
});

describe("a lot that waits for its payment", () => {
  const waiting = (over: object = {}): AccountInput => ({
    ...wallet({ lots: [{ id: "t1", remaining: "7", status: "pendingPayment", ...over }] }),
    topups: [record()],
  });

  it("becomes active when it is paid, with what it holds, and no other comes beside it", () => {
    expect(course({ profile: idle, account: waiting(), payments: days(5) })).toEqual(["06-01 00:00 = 0", "06-04 00:00 = 7"]);
  });

  it("keeps its dates: paid for after its end, it is gone as it comes", () => {
    const account = waiting({ expiresAt: june(3) });
    expect(course({ profile: idle, account, payments: days(5) }).at(-1)).toBe("06-04 00:00 = 0");
    expect(summaryOf({ profile: idle, account, payments: days(5) }).expired).toBe("7");
    expect(summaryOf({ profile: idle, account: waiting({ expiresAt: june(4) }), payments: days(5) }).expired).toBe("7");
    expect(course({ profile: idle, account: waiting({ expiresAt: june(4, "00:00:00.001") }), payments: days(5) })).toContain(
      "06-04 00:00 = 7",
    );
  });

  it("keeps waiting where the payment fails, and is not what expires", () => {
    const payments = { ...days(5), otherwise: "declined" } as const;
    expect(summaryOf({ profile: idle, account: waiting({ expiresAt: june(3) }), payments })).toMatchObject({
      expired: "0",
      highest: { figure: "0" },
    });
  });

  it("is found by its payment even where it holds nothing and others were drawn from", () => {
    const account = waiting({ remaining: "0" });
    const lots = [...(account.wallets?.[0]?.lots ?? []), { id: "l2", remaining: "10" }];
    const timeline = [{ type: "usage", at: june(2), amount: "10" } as const];
    const drawn = { ...account, wallets: [{ id: "w1", unit: "USD", lots }] };
    expect(course({ profile: idle, account: drawn, payments: days(5), timeline }).at(-1)).toBe("06-04 00:00 = 0");
  });
});

describe("an active lot of a pending top-up's id", () => {
  it("is another's: what is in flight is not in the figures yet", () => {
    const account = { ...wallet({ lots: [{ id: "t1", remaining: "50", expiresAt: june(3) }] }), topups: [record()] };
    expect(course({ profile: idle, account, payments: days(5) })).toEqual(["06-01 00:00 = 50", "06-03 00:00 = 0", "06-04 00:00 = 50"]);
  });

  it("leaves what is held and in flight the same when the payment comes", () => {
    const account = { ...wallet({ lots: [{ id: "t1", remaining: "50" }] }), topups: [record()] };
    expect(
      attempts({
        profile: heldProfile({ trigger: { basis: "balance", type: "absoluteAmount", value: "60" } }),
        account,
        payments: days(5),
      }),
    ).toEqual(["06-04 00:00 t1 is paid"]);
  });
});

describe("an unknown top-up that the account brings", () => {
  it("is found out as a lost one is, counted from its creation", () => {
    const account = bringing([record({ status: "unknown" })]);
    const payments = { foundOutAfter: { value: 4, unit: "day" } } as const;
    expect(attempts({ account, payments })).toEqual(["06-03 00:00 t1 is paid"]);
    expect(attempts({ account, payments: { ...payments, foundOut: "voided" } })).toEqual(["06-03 00:00 t1 is voided"]);
    expect(attempts({ account })).toEqual([]);
  });
});

describe("a credit that is still to come", () => {
  it("arrives at its instant", () => {
    const account = bringing([record({ status: "paid", creditedAt: june(3) })]);
    expect(course({ profile: idle, account })).toEqual(["06-01 00:00 = 30", "06-03 00:00 = 80"]);
  });

  it("does not where its payment has failed before", () => {
    const account = bringing([record({ creditedAt: june(5) })]);
    expect(course({ profile: idle, account, payments: { ...days(4), otherwise: "declined" } })).toEqual([
      "06-01 00:00 = 30",
      "06-03 00:00 = 30",
      "06-05 00:00 = 30",
    ]);
  });

  it("is not of a top-up that failed or was voided", () => {
    for (const status of ["failed", "voided"] as const) {
      expect(course({ profile: idle, account: bringing([record({ status, creditedAt: june(3) })]) })).toEqual(["06-01 00:00 = 30"]);
    }
  });

  it("arrives once, where the payment is known to be paid first or after", () => {
    for (const settleAfter of [3, 4, 5]) {
      const account = bringing([record({ creditedAt: june(3) })]);
      expect(course({ profile: idle, account, payments: days(settleAfter) }).at(-1)).toMatch(/ = 80$/);
    }
  });
});

describe("figures that were read before the start", () => {
  it("are told with what was credited since, of what is automatic", () => {
    const credited = record({ status: "paid", creditedAt: "2026-05-31T12:00:00Z" });
    const asOf = "2026-05-31T00:00:00Z";
    const before = (account: AccountInput) => stepsOf({ profile: idle, account })[0]?.before.figure;
    expect(before(bringing([credited], { asOf }))).toBe("80");
    expect(before(bringing([credited], { asOf: "2026-05-31T12:00:00Z" }))).toBe("30");
    expect(before(bringing([credited]))).toBe("30");
    expect(before(bringing([{ ...credited, kind: "manual" }], { asOf }))).toBe("30");
    expect(before(bringing([{ ...credited, status: "failed" }], { asOf }))).toBe("30");
    expect(before(bringing([{ ...credited, creditedAt: june(1) }], { asOf }))).toBe("80");
  });

  it("are told with what is overdue as it was read, where a wallet alone was credited since", () => {
    const credited = record({ status: "paid", creditedAt: "2026-05-31T12:00:00Z" });
    const account = bringing([credited], { asOf: "2026-05-31T00:00:00Z", owed: { outstanding: "10", overdue: "-5" } });
    expect(debts({ profile: idle, account })).toEqual(["06-01 00:00 = 10 -5 null"]);
  });

  it("leave nothing negative overdue where more was paid than that", () => {
    const account = owing(
      { outstanding: "100", overdue: "20" },
      { asOf: "2026-05-29T00:00:00Z", topups: [record({ walletId: null, status: "paid" })] },
    );
    expect(debts({ profile: idleOwing, account })).toEqual(["06-01 00:00 = 50 0 null"]);
  });

  it("leave the decision of the start as the engine's own on the account as it is", () => {
    const account = bringing([record({ status: "paid", creditedAt: "2026-05-31T12:00:00Z" })], { asOf: "2026-05-31T00:00:00Z" });
    const profile = heldProfile({ trigger: { basis: "balance", type: "absoluteAmount", value: "60" } });
    expect(stepsOf({ profile, account })[0]?.decision).toMatchObject({ reason: "thresholdNotReached", trigger: { effective: "80" } });
  });
});
