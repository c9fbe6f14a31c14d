import { describe, expect, it } from "vitest";
import {
  type Account,
  type AccountInput,
  applyPlan,
  type Attempt,
  evaluate,
  type EvaluateInput,
  parseAccount,
  type Plan,
  planTopup,
  type TopupStatus,
} from "../../src/index.js";
import { AT, credits, deepFreeze, dollars, held, heldAccount, owed, owedAccount, past, scheduled, topupPlan } from "../support/build.js";
import { faults, issues } from "../support/faults.js";

const applied = (input: EvaluateInput, status: TopupStatus): Account => applyPlan(input.account, topupPlan(input), { id: "t9", status });

const INVOICE = { kind: "invoice", autoCollect: true, netTermsDays: 14 } as const;
const STATUSES = ["pending", "paid", "failed", "voided", "unknown"] as const;

describe("the record that is added", () => {
  it("has the decision's instant, the amounts and the profile", () => {
    expect(applied(owed(), "pending").topups).toEqual([
      {
        id: "t9",
        kind: "automatic",
        profileId: "p1",
        walletId: null,
        charge: "50",
        credit: "50",
        createdAt: AT,
        creditedAt: null,
        failedAt: null,
        status: "pending",
        failure: null,
      },
    ]);
  });

  it("has the wallet where one is the target, and the credit in its unit", () => {
    const [record] = applied(held({}, { wallets: [credits()] }), "paid").topups;
    expect(record).toMatchObject({ walletId: "w1", charge: "5", credit: "50", creditedAt: AT });
  });

  it("comes after those that are there", () => {
    const next = applied(owed({}, { topups: [past()], asOf: AT }), "paid");
    expect(next.topups.map(({ id }) => id)).toEqual(["t1", "t9"]);
  });

  it("is declined where it failed", () => {
    expect(applied(owed(), "failed").topups[0]).toMatchObject({ status: "failed", failure: "declined", creditedAt: null });
  });
});

describe("the figure moves where the credit has arrived", () => {
  const moves = (input: EvaluateInput): string[] =>
    STATUSES.filter((status) => {
      const before = parseAccount(input.account as AccountInput);
      const next = applied(input, status);
      const moved = JSON.stringify([next.owed, next.wallets]) !== JSON.stringify([before.owed, before.wallets]);
      // creditedAt, asOf and the figure go together.
      expect(next.topups.at(-1)?.creditedAt).toBe(moved ? AT : null);
      expect(next.asOf).toBe(moved ? AT : before.asOf);
      return moved;
    });

  it.each<[string, EvaluateInput, string[]]>([
    ["an expected payment: when it is paid", owed(), ["paid"]],
    ["an expected payment for a wallet: when it is paid", held(), ["paid"]],
    ["an invoice: unless it came to nothing", held({ settlement: INVOICE }), ["pending", "paid", "unknown"]],
    ["an invoice that requires payment: when it is paid", held({ settlement: { ...INVOICE, requirePaid: true } }), ["paid"]],
    ["a grant to a wallet: unless it came to nothing", held({ settlement: { kind: "grant" } }), ["pending", "paid", "unknown"]],
    ["a grant against what is owed: unless it came to nothing", owed({ settlement: { kind: "grant" } }), ["pending", "paid", "unknown"]],
  ])("%s", (_, input, expected) => {
    expect(moves(input)).toEqual(expected);
  });
});

describe("what moves", () => {
  const OWED = { outstanding: "430", overdue: "430", unbilled: "430" };

  it("is outstanding alone for the basis outstanding, and for a schedule on it", () => {
    expect(applied(owed({}, { owed: OWED }), "paid").owed).toEqual({ outstanding: "380", overdue: "430", unbilled: "430" });
    expect(applied(scheduled({}, { owed: OWED }), "paid").owed).toEqual({ outstanding: "380", overdue: "430", unbilled: "430" });
  });

  it("is overdue too where that was the basis", () => {
    const trigger = { basis: "overdue", type: "absoluteAmount", value: "100", referenceLimit: "credit" } as const;
    expect(applied(owed({ trigger }, { owed: OWED }), "paid").owed).toEqual({ outstanding: "380", overdue: "380", unbilled: "430" });
    const topup = { mode: "fixedAmount", value: "50", basis: "overdue" } as const;
    expect(applied(scheduled({ topup }, { owed: OWED }), "paid").owed).toEqual({ outstanding: "380", overdue: "380", unbilled: "430" });
  });

  it("is never unbilled", () => {
    const trigger = { basis: "unbilled", type: "absoluteAmount", value: "100", referenceLimit: "credit" } as const;
    expect(applied(owed({ trigger }, { owed: OWED }), "paid").owed).toEqual({ outstanding: "380", overdue: "430", unbilled: "430" });
  });

  it("is no figure that is unknown", () => {
    const trigger = { basis: "overdue", type: "absoluteAmount", value: "100", referenceLimit: "credit" } as const;
    expect(applied(owed({ trigger }, { owed: { overdue: "430" } }), "paid").owed).toEqual({
      outstanding: null,
      overdue: "380",
      unbilled: null,
    });
    const everyDay = { basis: "schedule", every: { value: 1, unit: "day" }, startingAt: "2026-01-01T09:00:00Z" } as const;
    const unknown = held(
      { trigger: everyDay, topup: { mode: "fixedAmount", value: "50", basis: "balance" } },
      { wallets: [{ id: "w1", unit: "USD" }] },
    );
    expect(applied(unknown, "paid").wallets[0]).toMatchObject({ lots: null, balance: null });
  });

  it("is a wallet's balance, by the credit and not by the charge, and no other wallet's", () => {
    const wallets = [credits(), credits({ id: "w2" })];
    const next = applied(held({ walletId: "w1" }, { wallets }), "paid");
    expect(next.wallets.map(({ balance }) => balance)).toEqual(["54", "4"]);
  });

  it("is a new lot with the record's id and the plan's dates and priority, where the wallet has lots", () => {
    const wallets = [dollars({ lots: [{ id: "l1", remaining: "4" }] })];
    const credit = { expiresAfter: { value: 30, unit: "day" }, priority: 7 } as const;
    const next = applied(held({ credit }, { wallets }), "paid");
    expect(next.wallets[0]?.lots).toHaveLength(2);
    expect(next.wallets[0]?.lots?.[1]).toMatchObject({
      id: "t9",
      remaining: "50",
      initial: "50",
      status: "active",
      effectiveAt: AT,
      expiresAt: "2026-07-01T09:00:00.000Z",
      priority: 7,
    });
  });

  it("brings the basis to where the plan said it would be", () => {
    for (const input of [
      owed({ topup: { mode: "toTarget", value: "123.45" } }),
      held(),
      held({}, { wallets: [credits({ lots: [{ id: "l1", remaining: "4" }] })] }),
    ]) {
      const next = applied(input, "paid");
      expect(evaluate({ ...input, account: next }).trigger?.effective).toBe(topupPlan(input).topup.after.effective);
    }
  });
});

describe("an attempt that is not settled yet", () => {
  it("is in flight, so that the effective basis is where the plan said it would be", () => {
    const input = owed();
    expect(evaluate({ ...input, account: applied(input, "pending") }).trigger).toMatchObject({
      observed: "430",
      inFlight: "50",
      effective: "380",
    });
  });
});

describe("asOf", () => {
  it("becomes the plan's instant, and what it overtakes is moved too: nothing in flight is forgotten", () => {
    // Paid at 08:30, after the figures were read at 08:00: in flight, and shown once asOf is 09:00.
    const record = past({ createdAt: "2026-06-01T08:30:00Z" });
    const input = owed({}, { owed: { outstanding: "480" }, asOf: "2026-06-01T08:00:00Z", topups: [record] });
    expect(topupPlan(input).decision.trigger).toMatchObject({ inFlight: "50", effective: "430" });
    const next = applied(input, "paid");
    expect([next.asOf, next.owed.outstanding]).toEqual([AT, "380"]);
    expect(evaluate({ ...input, account: next }).trigger).toMatchObject({ inFlight: "0", effective: "380" });
  });

  it("moves what it overtakes in the wallets, once", () => {
    const topups = [
      past({ id: "balance", walletId: "w1", createdAt: "2026-06-01T08:30:00Z" }),
      past({ id: "lots", walletId: "w2", createdAt: "2026-06-01T08:30:00Z", charge: "5" }),
      past({ id: "there", walletId: "w2", createdAt: "2026-06-01T08:30:00Z" }),
      past({ id: "waiting", walletId: "w2", createdAt: "2026-06-01T08:30:00Z" }),
      past({ id: "other", walletId: "w2", createdAt: "2026-06-01T08:30:00Z" }),
      past({ id: "credit-3", walletId: "w2", createdAt: "2026-06-01T08:30:00Z" }),
      past({ id: "manual", kind: "manual", walletId: "w1", createdAt: "2026-06-01T08:30:00Z" }),
      past({ id: "shown", walletId: "w1", createdAt: "2026-06-01T08:00:00Z" }),
      past({ id: "void", walletId: "w1", createdAt: "2026-06-01T08:30:00Z", creditedAt: "2026-06-01T08:30:00Z", status: "voided" }),
    ];
    const wallets = [
      dollars({ balance: "-50" }),
      credits({
        id: "w2",
        lots: [
          { id: "there", remaining: "7" },
          { id: "credit-1", remaining: "1" },
          { id: "waiting", remaining: "9", status: "pendingPayment" },
          { id: "other", remaining: "9", effectiveAt: "2026-07-01T00:00:00Z" },
          { id: "own", remaining: "3" },
        ],
      }),
      dollars({ id: "w3" }),
    ];
    const next = applied(held({ walletId: "w1" }, { wallets, asOf: "2026-06-01T08:00:00Z", topups }), "paid");
    expect(next.wallets[0]?.balance).toBe("50");
    expect(next.wallets[1]?.lots?.map(({ id, remaining, status }) => [id, remaining, status])).toEqual([
      ["there", "7", "active"],
      ["credit-1", "1", "active"],
      ["waiting", "9", "active"],
      ["other", "9", "active"],
      ["own", "3", "active"],
      ["lots", "50", "active"], // $5 at $0.10
      ["credit-2", "500", "active"], // that of "there"
      ["credit-4", "500", "active"], // that of "other"
      ["credit-3", "500", "active"],
    ]);
    expect(next.wallets[2]?.balance).toBe("4");
  });

  it("brings an overtaken credit as a plain lot: active, without dates, priority, cost or scope", () => {
    const record = past({ walletId: "w1", createdAt: "2026-06-01T08:30:00Z" });
    const wallets = [dollars({ lots: [] })];
    const topup = { mode: "fixedAmount", value: "70" } as const;
    const trigger = { basis: "balance", type: "absoluteAmount", value: "100" } as const;
    const next = applied(held({ trigger, topup }, { wallets, asOf: "2026-06-01T08:00:00Z", topups: [record] }), "paid");
    const plain = {
      id: "t1",
      remaining: "50",
      initial: null,
      status: "active",
      effectiveAt: null,
      expiresAt: null,
      createdAt: "2026-06-01T08:30:00.000Z",
      priority: null,
      cost: null,
      promotional: false,
      lineItemTypes: [],
      productIds: [],
    };
    expect(next.wallets[0]?.lots).toEqual([plain, { ...plain, id: "t9", remaining: "70", initial: "70", effectiveAt: AT, createdAt: AT }]);
  });

  it("leaves the plan's own lot its id, whatever an overtaken credit's is called", () => {
    const record = past({ id: "t1", walletId: "w1", createdAt: "2026-06-01T08:30:00Z" });
    const account = { wallets: [dollars({ lots: [{ id: "t1", remaining: "1" }] })], asOf: "2026-06-01T08:00:00Z", topups: [record] };
    const input = held({ trigger: { basis: "balance", type: "absoluteAmount", value: "100" } }, account);
    const next = applyPlan(input.account, topupPlan(input), { id: "credit-1", status: "paid" });
    expect(next.wallets[0]?.lots?.map(({ id, initial }) => [id, initial])).toEqual([
      ["t1", null],
      ["credit-2", null],
      ["credit-1", "50"],
    ]);
  });

  it("moves nothing that is owed for a credit to a wallet", () => {
    const record = past({ walletId: "w1", createdAt: "2026-06-01T08:30:00Z" });
    const account = {
      wallets: [dollars({ balance: "-50" })],
      owed: { outstanding: "430" },
      asOf: "2026-06-01T08:00:00Z",
      topups: [record],
    };
    const next = applied(held({}, account), "paid");
    expect([next.wallets[0]?.balance, next.owed.outstanding]).toEqual(["50", "430"]);
  });

  it("does not overtake what is credited after it, though up to its very instant it does", () => {
    const asOf = "2026-06-01T08:00:00Z";
    const nextWith = (creditedAt: string): string | null | undefined => {
      const topups = [past({ createdAt: "2026-06-01T08:30:00Z", creditedAt })];
      return applyPlan(owedAccount({ asOf, topups }), topupPlan(owed()), { id: "t9", status: "paid" }).owed.outstanding;
    };
    expect([nextWith(AT), nextWith("2026-06-01T09:00:00.001Z")]).toEqual(["330", "380"]);
  });

  it("stays where the snapshot is later than the plan", () => {
    const plan = topupPlan(owed());
    const later = owedAccount({ asOf: "2026-06-01T10:00:00Z" });
    expect(applyPlan(later, plan, { id: "t9", status: "paid" })).toMatchObject({
      asOf: "2026-06-01T10:00:00.000Z",
      owed: { outstanding: "380" },
    });
  });
});

describe("what cannot be applied is a fault", () => {
  const apply = (account: AccountInput, plan: Plan, attempt: Partial<Attempt> = {}) =>
    faults(() => applyPlan(account, plan, { id: "t9", status: "paid", ...attempt }));

  it("a plan with nothing to do", () => {
    expect(apply(owedAccount(), planTopup(owed({ enabled: false })))).toEqual(["outcome: conflict"]);
  });

  it("a plan of another account, currency or wallet", () => {
    expect(apply(owedAccount({ id: "a2" }), topupPlan(owed()))).toEqual(["decision.accountId: conflict"]);
    expect(apply(owedAccount({ currency: "EUR" }), topupPlan(owed()))).toEqual(["topup.currency: conflict"]);
    expect(apply(heldAccount({ wallets: [dollars({ id: "w2" })] }), topupPlan(held()))).toEqual(["decision.walletId: conflict"]);
  });

  it("an id that the account already has, as a top-up's or as that of a lot in the wallet", () => {
    expect(apply(owedAccount({ topups: [past({ id: "t9" })] }), topupPlan(owed()))).toEqual(["id: duplicate_id"]);
    const wallets = [dollars({ lots: [{ id: "t9", remaining: "4" }] })];
    expect(apply(heldAccount({ wallets }), topupPlan(held({}, { wallets })))).toEqual(["id: duplicate_id"]);
  });

  it("an id, but not one that only a lot of another wallet has", () => {
    const wallets = [dollars({ id: "w0", lots: [{ id: "t9", remaining: "4" }] }), dollars({ lots: [] })];
    const next = applied(held({ walletId: "w1" }, { wallets }), "paid");
    expect(next.wallets.map(({ lots }) => lots?.map(({ id }) => id))).toEqual([["t9"], ["t9"]]);
  });

  it("each refusal names the value at fault, and what it must be", () => {
    const huge = "9".repeat(20);
    const wallets = [credits({ balance: huge, scale: 0, rate: "0.000001" })];
    const trigger = { basis: "balance", type: "absoluteAmount", value: huge } as const;
    const beyond = topupPlan(held({ trigger, topup: { mode: "fixedAmount", value: "5000" } }, { wallets }));
    const refusals: [AccountInput, Plan][] = [
      [owedAccount(), planTopup(owed({ enabled: false }))],
      [owedAccount({ id: "a2" }), topupPlan(owed())],
      [owedAccount({ currency: "EUR" }), topupPlan(owed())],
      [heldAccount({ wallets: [dollars({ id: "w2" })] }), topupPlan(held())],
      [owedAccount({ topups: [past({ id: "t9" })] }), topupPlan(owed())],
      [heldAccount({ wallets }), beyond],
    ];
    const told = refusals.flatMap(([account, plan]) => issues(() => applyPlan(account, plan, { id: "t9", status: "paid" })));
    expect(told).toEqual([
      { path: ["outcome"], code: "conflict", message: "must be topup: there is nothing to apply" },
      { path: ["decision", "accountId"], code: "conflict", message: "must be this account's id" },
      { path: ["topup", "currency"], code: "conflict", message: "must be this account's currency" },
      { path: ["decision", "walletId"], code: "conflict", message: "must be a wallet of this account" },
      { path: ["id"], code: "duplicate_id", message: "is a top-up or lot that the account already has" },
      { path: ["topup"], code: "out_of_range", message: "leads to a figure that a snapshot cannot state" },
    ]);
  });

  it("a figure with more digits than a snapshot can state", () => {
    const wallets = [credits({ balance: "9".repeat(20), scale: 0, rate: "0.000001" })];
    const trigger = { basis: "balance", type: "absoluteAmount", value: "9".repeat(20) } as const;
    expect(
      apply(heldAccount({ wallets }), topupPlan(held({ trigger, topup: { mode: "fixedAmount", value: "5000" } }, { wallets }))),
    ).toEqual(["topup: out_of_range"]);
  });

  it("a plan that was tampered with", () => {
    const plan = topupPlan(owed());
    expect(apply(owedAccount(), { ...plan, topup: { ...plan.topup, credit: 50 as never } })[0]).toMatch(/^topup\.credit: /);
    const [negative] = apply(owedAccount(), { ...plan, topup: { ...plan.topup, credit: "-50" } });
    expect(negative).toMatch(/^topup.*: out_of_range$/);
    expect(apply(owedAccount(), { ...plan, decision: { ...plan.decision, at: "now" } })).toEqual(["decision.at: invalid_instant"]);
    expect(apply(owedAccount(), { ...plan, extra: 1 } as never)).toEqual(["extra: unknown_key"]);
  });
});

describe("applying a plan", () => {
  it("is pure: neither the snapshot nor the plan changes", () => {
    const { account, ...rest } = held({}, { wallets: [dollars({ lots: [{ id: "l1", remaining: "4" }] })], topups: [] });
    const before = structuredClone(account);
    const plan = deepFreeze(structuredClone(topupPlan({ account, ...rest })));
    const next = applyPlan(deepFreeze(account), plan, deepFreeze({ id: "t9", status: "paid" }));
    expect(account).toEqual(before);
    expect(next).not.toBe(account);
  });

  it("grants from the plan's instant on where its actions say nothing of the credit", () => {
    const wallets = [dollars({ lots: [{ id: "l1", remaining: "4" }] })];
    const plan = topupPlan(held({}, { wallets }));
    const next = applyPlan(heldAccount({ wallets }), { ...plan, actions: [] }, { id: "t9", status: "paid" });
    expect(next.wallets[0]?.lots?.[1]).toMatchObject({ id: "t9", remaining: "50", effectiveAt: AT, expiresAt: null, priority: null });
  });

  it("works with a plan out of a database column", () => {
    const plan = topupPlan(owed());
    const attempt = { id: "t9", status: "paid" } as const;
    expect(applyPlan(owedAccount(), JSON.parse(JSON.stringify(plan)) as Plan, attempt)).toEqual(applyPlan(owedAccount(), plan, attempt));
  });

  it("changes the idempotency key, whatever the status", () => {
    for (const status of STATUSES) {
      const input = owed({ failures: "none", inFlight: "ignore" }, { owed: { outstanding: "490" } });
      expect(topupPlan({ ...input, account: applied(input, status) }).idempotencyKey).toBe("a1/p1/-/t9");
    }
  });
});
