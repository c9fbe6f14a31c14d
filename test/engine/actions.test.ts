import { describe, expect, it } from "vitest";
import type { AccountInput, Action, ProfileInput, SettlementInput } from "../../src/index.js";
import { AT, credits, held, owed, topupPlan } from "../support/build.js";

const owes = (settlement: SettlementInput | null, account: Partial<AccountInput> = {}): readonly Action[] =>
  topupPlan(owed({ settlement }, account)).actions;
const holds = (
  settlement: SettlementInput | null,
  profile: Partial<ProfileInput> = {},
  account: Partial<AccountInput> = {},
): readonly Action[] => topupPlan(held({ settlement, ...profile }, { wallets: [credits()], ...account })).actions;
const kinds = (actions: readonly Action[]): string[] => actions.map(({ kind }) => kind);

const card = (over: object = {}): Partial<AccountInput> => ({ paymentMethod: { type: "card", autoCollect: true, ...over } });
const COLLECT = { kind: "expectedPayment", autoCollect: true } as const;
const TYPES = { expected: "EXP", card: "CRD", directDebit: "DD" } as const;

describe("an expected payment (SAFE)", () => {
  it("is created, due at the decision's instant", () => {
    expect(owes(null)).toEqual([
      { id: "a1/p1/-/0#createExpectedPayment", kind: "createExpectedPayment", amount: "50.00", currency: "GBP", dueDate: AT },
    ]);
  });

  it.each(["card", "directDebit", "other"] as const)("is followed by a payment by %s where both settlement and method collect", (type) => {
    expect(owes(COLLECT, card({ type }))[1]).toEqual({
      id: "a1/p1/-/0#createPayment",
      kind: "createPayment",
      method: type,
      amount: "50.00",
      currency: "GBP",
    });
  });

  it.each<[string, SettlementInput, Partial<AccountInput>]>([
    ["the settlement does not collect", { kind: "expectedPayment", autoCollect: false }, card()],
    ["the method does not", COLLECT, card({ autoCollect: false })],
    ["there is no method", COLLECT, {}],
    ["the charge is below the method's minCharge", COLLECT, card({ minCharge: "50.01" })],
  ])("is all where %s", (_, settlement, account) => {
    expect(kinds(owes(settlement, account))).toEqual(["createExpectedPayment"]);
  });

  it("is paid where the charge is the method's minCharge", () => {
    expect(kinds(owes(COLLECT, card({ minCharge: "50" })))).toEqual(["createExpectedPayment", "createPayment"]);
  });

  it.each<[string, Partial<AccountInput>, unknown[]]>([
    ["the expected payment, where that is all", {}, [["EXP", "expectedPayment"]]],
    ["the expected payment, where the charge is too small to collect", card({ minCharge: "60" }), [["EXP", "expectedPayment"]]],
    ["the card payment", card(), [["CRD", "cardPayment"]]],
    ["the direct debit", card({ type: "directDebit" }), [["DD", "directDebitPayment"]]],
    ["nothing for a method `other`", card({ type: "other" }), []],
  ])("sends the correspondence about %s", (_, account, expected) => {
    const actions = owes({ ...COLLECT, correspondence: TYPES }, account);
    expect(actions.flatMap((action) => (action.kind === "sendCorrespondence" ? [[action.correspondenceType, action.about]] : []))).toEqual(
      expected,
    );
    if (expected.length > 0) expect(actions.at(-1)).toMatchObject({ id: "a1/p1/-/0#sendCorrespondence", kind: "sendCorrespondence" });
  });

  it("sends none where none is configured for what was created", () => {
    expect(kinds(owes({ ...COLLECT, correspondence: { expected: "EXP", directDebit: "DD" } }, card()))).toEqual([
      "createExpectedPayment",
      "createPayment",
    ]);
    expect(kinds(owes({ ...COLLECT, correspondence: { card: "CRD" } }))).toEqual(["createExpectedPayment"]);
  });

  it("for a wallet grants credit that waits for the payment, last of all", () => {
    const actions = holds({ ...COLLECT, correspondence: TYPES }, {}, card());
    expect(kinds(actions)).toEqual(["createExpectedPayment", "createPayment", "sendCorrespondence", "grantCredit"]);
    expect(actions[3]).toMatchObject({ status: "pendingPayment", reason: null });
  });

  it("asks for the charge and grants the credit", () => {
    expect(holds(null)).toEqual([
      { id: "a1/p1/w1/0#createExpectedPayment", kind: "createExpectedPayment", amount: "5.00", currency: "USD", dueDate: AT },
      {
        id: "a1/p1/w1/0#grantCredit",
        kind: "grantCredit",
        walletId: "w1",
        credit: "50",
        unit: "credits",
        charge: "5.00",
        currency: "USD",
        status: "pendingPayment",
        priority: null,
        effectiveAt: AT,
        expiresAt: null,
        reason: null,
        metadata: null,
      },
    ]);
  });
});

describe("an invoice (Orb, Lago)", () => {
  const INVOICE = { kind: "invoice", autoCollect: true, netTermsDays: 14 } as const;

  it("is issued at the decision's instant and due so many days later, and the credit is active", () => {
    const actions = holds({ ...INVOICE, memo: "Top-up" });
    expect(actions[0]).toEqual({
      id: "a1/p1/w1/0#createInvoice",
      kind: "createInvoice",
      amount: "5.00",
      currency: "USD",
      issueDate: AT,
      dueDate: "2026-06-15T09:00:00.000Z",
      memo: "Top-up",
      autoCollect: true,
    });
    expect(actions[1]).toMatchObject({ kind: "grantCredit", status: "active" });
    expect(actions).toHaveLength(2);
  });

  it("has null for what is absent, and passes autoCollect on", () => {
    expect(holds({ ...INVOICE, autoCollect: false })[0]).toMatchObject({ memo: null, autoCollect: false });
  });

  it("that must be paid first grants credit that waits", () => {
    expect(holds({ ...INVOICE, requirePaid: true })[1]).toMatchObject({ status: "pendingPayment" });
  });

  it("is due at the same wall-clock time, across the change of clocks", () => {
    const input = held({ settlement: INVOICE }, { timeZone: "America/New_York" }, "2025-03-01T14:00:00Z");
    expect(topupPlan(input).actions[0]).toMatchObject({ issueDate: "2025-03-01T14:00:00.000Z", dueDate: "2025-03-15T13:00:00.000Z" });
  });

  it("is due at once with no net terms, and never later than year 9999", () => {
    expect(holds({ ...INVOICE, netTermsDays: 0 })[0]).toMatchObject({ dueDate: AT });
    expect(topupPlan(held({ settlement: INVOICE }, {}, "9999-12-25T00:00:00Z")).actions[0]).toMatchObject({
      dueDate: "9999-12-31T23:59:59.999Z",
    });
  });
});

describe("a grant (Flexprice direct, m3ter transaction)", () => {
  it("to a wallet is active credit with its reason; nothing is collected, and the charge is the value given", () => {
    const actions = holds({ kind: "grant", reason: "promotion" }, {}, card());
    expect(actions).toHaveLength(1);
    expect(actions[0]).toMatchObject({ kind: "grantCredit", credit: "50", charge: "5.00", status: "active", reason: "promotion" });
  });

  it("against what is owed is a transaction", () => {
    expect(owes({ kind: "grant", reason: "goodwill" })).toEqual([
      { id: "a1/p1/-/0#recordTransaction", kind: "recordTransaction", amount: "50.00", currency: "GBP", reason: "goodwill" },
    ]);
    expect(owes({ kind: "grant" })[0]).toMatchObject({ reason: null });
  });
});

describe("the credit that is granted", () => {
  const granted = (profile: Partial<ProfileInput>, timeZone = "UTC", at = AT): Action | undefined =>
    topupPlan(held({ settlement: { kind: "grant" }, ...profile }, { timeZone }, at)).actions[0];

  it.each([
    ["30 days", { value: 30, unit: "day" }, "UTC", AT, "2026-07-01T09:00:00.000Z"],
    [
      "a day across the autumn change: the same wall-clock time",
      { value: 1, unit: "day" },
      "America/New_York",
      "2025-11-01T13:00:00Z",
      "2025-11-02T14:00:00.000Z",
    ],
    ["a month", { value: 1, unit: "month" }, "UTC", AT, "2026-07-01T09:00:00.000Z"],
    ["a month from 31 January, clamped (Orb)", { value: 1, unit: "month" }, "UTC", "2026-01-31T09:00:00Z", "2026-02-28T09:00:00.000Z"],
    [
      "a month from a local 31 January",
      { value: 1, unit: "month" },
      "Pacific/Auckland",
      "2026-01-30T11:00:00Z",
      "2026-02-27T11:00:00.000Z",
    ],
    [
      "100 years beyond 9999, at the end of which it expires",
      { value: 1200, unit: "month" },
      "UTC",
      "9950-01-01T00:00:00Z",
      "9999-12-31T23:59:59.999Z",
    ],
  ] as const)("expires after %s", (_, expiresAfter, timeZone, at, expected) => {
    expect(granted({ credit: { expiresAfter } }, timeZone, at)).toMatchObject({ expiresAt: expected });
  });

  it("is effective at once, and never expires where nothing is said", () => {
    expect(granted({ credit: {} })).toMatchObject({ effectiveAt: AT, expiresAt: null, priority: null, metadata: null });
  });

  it("has the profile's priority and metadata", () => {
    expect(granted({ credit: { priority: 0, metadata: { b: "2", a: "1" } } })).toMatchObject({ priority: 0, metadata: { a: "1", b: "2" } });
  });
});

describe("an action", () => {
  it("has the key and its kind for an id, which the same state gives again at another time", () => {
    const ids = (at: string): string[] => topupPlan(held({}, {}, at)).actions.map(({ id }) => id);
    expect(ids(AT)).toEqual(["a1/p1/w1/0#createExpectedPayment", "a1/p1/w1/0#grantCredit"]);
    expect(ids("2026-06-02T00:00:00Z")).toEqual(ids(AT));
  });
});
