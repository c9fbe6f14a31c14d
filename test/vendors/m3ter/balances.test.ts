import { balanceSummary, drawDown, evaluate } from "auto-topup";
import {
  drawOrderFrom,
  overageSurcharge,
  potFromBalance,
  profileForBalance,
  sourceFromBalance,
  sourceFromCommitment,
  topupsFromTransactions,
  walletFromBalance,
} from "auto-topup/m3ter";
import { describe, expect, it } from "vitest";
import { BALANCE } from "./documents.js";

const COMMITMENT = {
  id: "com_1",
  accountId: "acc_1",
  amount: 1000,
  amountSpent: 0,
  currency: "USD",
  startDate: "2026-01-01",
  endDate: "2027-01-01",
} as const;
const charge = { id: "c1", amount: "150", at: "2026-06-01T12:00:00Z" };

describe("a pot", () => {
  it("comes to m3ter's own summary: 1000 left, a rollover of 800, 200 expired", () => {
    const balance = { ...BALANCE, rolloverAmount: 800, rolloverEndDate: "2027-04-01T00:00:00Z" };
    const pot = potFromBalance(balance, [
      { id: "t1", amount: 1500, appliedDate: "2026-01-01T00:00:00Z" },
      { id: "t2", amount: -500, appliedDate: "2026-06-01T00:00:00Z" },
    ]);
    expect(balanceSummary(pot, { at: BALANCE.endDate })).toMatchObject({
      credited: "1500",
      debited: "500",
      expired: "200",
      available: "800",
    });
  });

  it("rolls all that is left over where there is an end alone", () => {
    const pot = potFromBalance({ ...BALANCE, rolloverEndDate: "2027-04-01T00:00:00Z" }, [
      { id: "t1", amount: 1000, appliedDate: "2026-01-01T00:00:00Z" },
    ]);
    expect(balanceSummary(pot, { at: BALANCE.endDate }).available).toBe("1000");
  });

  it("names a transaction's type, else who made it", () => {
    const on = { amount: 1, appliedDate: "2026-01-01T00:00:00Z" };
    const { transactions } = potFromBalance(BALANCE, [
      { id: "t1", ...on, transactionTypeId: "type_1", entityType: "USER" },
      { id: "t2", ...on, entityType: "BILL" },
      { id: "t3", ...on },
    ]);
    expect(transactions?.map(({ type }) => type)).toEqual(["type_1", "BILL", null]);
  });

  it("takes the date of a transaction from the first that it has of applied, occurred, created", () => {
    const [a, b, c] = ["2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z"];
    const { transactions } = potFromBalance(BALANCE, [
      { id: "t1", amount: 1, appliedDate: a, transactionDate: b, dtCreated: c },
      { id: "t2", amount: 1, transactionDate: b, dtCreated: c },
      { id: "t3", amount: 1, dtCreated: c },
    ]);
    expect(transactions?.map(({ appliedAt }) => appliedAt)).toEqual([
      "2026-02-01T00:00:00.000Z",
      "2026-03-01T00:00:00.000Z",
      "2026-04-01T00:00:00.000Z",
    ]);
  });

  it("counts what was applied before the start from the start, unless that is forbidden", () => {
    const early = { id: "t1", amount: 40, appliedDate: "2025-12-31T00:00:00Z" };
    const pot = potFromBalance(BALANCE, [early]);
    expect(balanceSummary(pot, { at: "2025-12-31T12:00:00Z" }).available).toBe("0");
    expect(balanceSummary(pot, { at: BALANCE.startDate }).available).toBe("40");
    expect(() => potFromBalance(BALANCE, [{ ...early, appliedDate: BALANCE.startDate }], { beforeStart: "fault" })).not.toThrow();
  });
});

describe("a wallet", () => {
  const at = (instant: string) => walletFromBalance(BALANCE, { at: instant, available: "5" }).status;

  it("takes top-ups from the start (inclusive) to the end (exclusive)", () => {
    expect(at("2025-12-31T23:59:59.999Z")).toBe("frozen");
    expect(at("2026-01-01T00:00:00.000Z")).toBe("active");
    expect(at("2026-12-31T23:59:59.999Z")).toBe("active");
    expect(at("2027-01-01T00:00:00.000Z")).toBe("closed");
  });

  it("without a figure is one whose balance is unknown", () => {
    const instant = "2026-06-01T09:00:00Z";
    const profile = profileForBalance(BALANCE, {
      id: "p1",
      trigger: { basis: "balance", type: "absoluteAmount", value: "20" },
      topup: { mode: "fixedAmount", value: "50" },
    });
    const wallets = [walletFromBalance(BALANCE, { at: instant })];
    expect(evaluate({ profile, account: { id: "acc_1", currency: "USD", wallets }, at: instant }).reason).toBe("basisUnknown");
  });
});

describe("a profile for a balance", () => {
  const rule = {
    id: "p1",
    trigger: { basis: "balance", type: "absoluteAmount", value: "20" },
    topup: { mode: "fixedAmount", value: "50" },
  } as const;

  it("keeps what the rule says of dates and settlement", () => {
    const given = {
      ...rule,
      activeFrom: "2026-03-01T00:00:00Z",
      activeUntil: "2026-09-01T00:00:00Z",
      settlement: { kind: "expectedPayment", autoCollect: true },
    } as const;
    expect(profileForBalance(BALANCE, given)).toMatchObject({
      walletId: "bal_1",
      currency: "USD",
      activeFrom: "2026-03-01T00:00:00.000Z",
      activeUntil: "2026-09-01T00:00:00.000Z",
      settlement: { kind: "expectedPayment" },
    });
  });
});

describe("draw-down", () => {
  const sources = [sourceFromBalance({ ...BALANCE, amount: 100 }), sourceFromCommitment(COMMITMENT)];
  const allocations = (order: ReturnType<typeof drawOrderFrom>) =>
    drawDown({ charges: [charge], sources, order }).allocations.map(({ sourceId, amount }) => `${sourceId} ${amount}`);

  it.each([
    { order: ["BALANCE", "PREPAYMENT"] as const, expected: ["bal_1 100", "com_1 50"] },
    { order: ["PREPAYMENT", "BALANCE"] as const, expected: ["com_1 150"] },
    { order: ["BALANCE"] as const, expected: ["bal_1 100"] },
    { order: ["PREPAYMENT"] as const, expected: ["com_1 150"] },
  ])("in the order $order", ({ order, expected }) => {
    expect(allocations(drawOrderFrom({ organization: { creditApplicationOrder: order } }))).toEqual(expected);
    expect(
      allocations(drawOrderFrom({ organization: { creditApplicationOrder: ["PREPAYMENT"] }, account: { creditApplicationOrder: order } })),
    ).toEqual(expected);
  });

  it("in the default order where none is set, and in any hierarchy", () => {
    const kinds = ["commitment", "balance"];
    const organization = { creditApplicationOrder: ["BALANCE"] } as const;
    expect(drawOrderFrom({}).kinds).toEqual(kinds);
    expect(drawOrderFrom({ organization: null, account: { creditApplicationOrder: [] } }).kinds).toEqual(kinds);
    expect(drawOrderFrom({ organization, inHierarchy: true }).kinds).toEqual(kinds);
    expect(drawOrderFrom({ organization, account: { creditApplicationOrder: ["BALANCE"], parentAccountId: "acc_0" } }).kinds).toEqual(
      kinds,
    );
    expect(drawOrderFrom({ organization, account: { creditApplicationOrder: null, parentAccountId: null } }).kinds).toEqual(["balance"]);
  });

  it("within a balance's scope alone", () => {
    const source = sourceFromBalance({ ...BALANCE, amount: 100, lineItemTypes: ["USAGE"], productIds: ["prod_1"] });
    const charges = [
      { ...charge, id: "a", amount: "10", type: "USAGE", productId: "prod_1" },
      { ...charge, id: "b", amount: "20", type: "STANDING_CHARGE", productId: "prod_1" },
      { ...charge, id: "c", amount: "40", type: "USAGE", productId: "prod_2" },
    ];
    expect(drawDown({ charges, sources: [source], order: "m3ter" }).charges.map(({ unpaid }) => unpaid)).toEqual(["0", "20", "40"]);
  });

  it("of what rolled over, up to its amount", () => {
    const source = sourceFromBalance({ ...BALANCE, rolloverAmount: 80, rolloverEndDate: "2027-04-01T00:00:00Z" }, { remaining: "100" });
    const late = { ...charge, at: "2027-01-15T00:00:00Z" };
    expect(drawDown({ charges: [late], sources: [source], order: "m3ter" }).charges[0]?.unpaid).toBe("70");
  });

  it("below zero only with overdraft", () => {
    const rest = (allowOverdraft: boolean, remaining: string) => sourceFromBalance({ ...BALANCE, allowOverdraft }, { remaining }).remaining;
    expect(rest(true, "-5")).toBe("-5");
    expect(rest(false, "-5")).toBe("0");
    const overdrawn = sourceFromBalance({ ...BALANCE, allowOverdraft: true, amount: 20 });
    expect(drawDown({ charges: [charge], sources: [overdrawn], order: "m3ter" }).sources[0]?.after).toBe("-130");
  });
});

describe("a commitment", () => {
  it("has left what is not spent, exactly, and no less than nothing", () => {
    expect(sourceFromCommitment({ ...COMMITMENT, amount: 0.3, amountSpent: 0.1 }).remaining).toBe("0.2");
    expect(sourceFromCommitment({ ...COMMITMENT, amountSpent: 1200 }).remaining).toBe("0");
    expect(sourceFromCommitment(COMMITMENT, { spent: "999.99" }).remaining).toBe("0.01");
  });

  it("begins and ends with the dates of the organization's zone", () => {
    expect(sourceFromCommitment(COMMITMENT)).toMatchObject({ startsAt: "2026-01-01T00:00:00.000Z", endsAt: "2027-01-01T00:00:00.000Z" });
    expect(sourceFromCommitment(COMMITMENT, { timeZone: "America/New_York" })).toMatchObject({ startsAt: "2026-01-01T05:00:00.000Z" });
    // The clocks of Beirut skipped the midnight with which 27 March 2022 would have begun.
    expect(sourceFromCommitment({ ...COMMITMENT, startDate: "2022-03-27" }, { timeZone: "Asia/Beirut" }).startsAt).toBe(
      "2022-03-26T22:00:00.000Z",
    );
    expect(sourceFromCommitment({ ...COMMITMENT, startDate: "2026-01-01T06:00:00+01:00" }, { timeZone: "Asia/Tokyo" }).startsAt).toBe(
      "2026-01-01T05:00:00.000Z",
    );
  });
});

describe("an overage", () => {
  it.each([
    { percent: 10, unpaid: "10", surcharge: "1", total: "11" },
    { percent: null, unpaid: "10", surcharge: "0", total: "10" },
    { percent: 0, unpaid: 10, surcharge: "0", total: "10" },
    { percent: -25, unpaid: "10", surcharge: "-2.5", total: "7.5" },
    { percent: "12.5", unpaid: "0.01", surcharge: "0.00125", total: "0.01125" },
    { percent: 10, unpaid: "0", surcharge: "0", total: "0" },
  ])("of $percent % on $unpaid", ({ percent, unpaid, surcharge, total }) => {
    expect(overageSurcharge({ overageSurchargePercent: percent }, { unpaid })).toMatchObject({ surcharge, total });
  });

  it("is on what a draw-down left unpaid", () => {
    const balance = { ...BALANCE, amount: 140, overageSurchargePercent: 10 };
    const [result] = drawDown({ charges: [charge], sources: [sourceFromBalance(balance)], order: "m3ter" }).charges;
    expect(overageSurcharge(balance, { unpaid: result?.unpaid ?? "" }).total).toBe("11");
  });
});

describe("past top-ups", () => {
  const options = { balanceId: "bal_1", transactionTypeId: "type_1" };
  const on = "2026-06-01T09:00:00.000Z";

  it("are the credits, automatic by their type", () => {
    const topups = topupsFromTransactions(
      [
        { id: "t1", amount: 50, appliedDate: on, transactionTypeId: "type_1" },
        { id: "t2", amount: 25, appliedDate: on, transactionTypeId: "type_2", entityType: "SCHEDULER" },
        { id: "t3", amount: -10, appliedDate: on, transactionTypeId: "type_1" },
        { id: "t4", amount: 5, appliedDate: on, entityType: "BILL" },
        { id: "t5", amount: 0, appliedDate: on, transactionTypeId: "type_1" },
        { id: "t6", amount: 7, appliedDate: on },
      ],
      { ...options, profileId: "p1" },
    );
    expect(topups.map(({ id, kind, profileId }) => [id, kind, profileId])).toEqual([
      ["t1", "automatic", "p1"],
      ["t2", "manual", undefined],
      ["t6", "manual", undefined],
    ]);
  });

  it("were made when they occurred and arrived when they were applied", () => {
    const record = (appliedDate: string, transactionDate: string) =>
      topupsFromTransactions([{ id: "t1", amount: 1, appliedDate, transactionDate }], options)[0];
    const earlier = "2026-05-01T00:00:00.000Z";
    expect(record(on, earlier)).toMatchObject({ createdAt: earlier, creditedAt: on });
    expect(record(earlier, on)).toMatchObject({ createdAt: on, creditedAt: on });
  });

  it("were not made before they were written, nor before they occurred", () => {
    const [jan, feb, mar] = ["2026-01-01T00:00:00.000Z", "2026-02-01T00:00:00.000Z", "2026-03-01T00:00:00.000Z"];
    const record = (dates: object) => topupsFromTransactions([{ id: "t1", amount: 1, ...dates }], options)[0];
    expect(record({ appliedDate: jan, transactionDate: feb, dtCreated: mar })).toMatchObject({ createdAt: mar, creditedAt: mar });
    expect(record({ appliedDate: mar, transactionDate: feb, dtCreated: jan })).toMatchObject({ createdAt: feb, creditedAt: mar });
    expect(record({ transactionDate: feb })).toMatchObject({ createdAt: feb, creditedAt: feb });
    expect(record({ dtCreated: feb })).toMatchObject({ createdAt: feb, creditedAt: feb });
  });

  it("cost what a unit costs", () => {
    expect(topupsFromTransactions([{ id: "t1", amount: 50, appliedDate: on }], { ...options, rate: "0.922" })[0]).toMatchObject({
      charge: "46.1",
      credit: "50",
    });
  });
});
