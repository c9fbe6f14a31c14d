import { describe, expect, it } from "vitest";
import { planTopup, type TriggerFigures } from "../../../src/index.js";
import { explain } from "../../../src/insight/explain/explain.js";
import { credits, dollars, held, owed, past, scheduled, topupPlan } from "../../support/build.js";

const told = (question: Parameters<typeof planTopup>[0]): string => explain(planTopup(question));

describe("what a plan charges", () => {
  it("and credits to a wallet, and where that leads", () => {
    expect(told(held())).toBe(
      'Due: the balance of wallet "w1" is USD 4.00, USD 6.00 below the threshold of USD 10.00. ' +
        'USD 50.00 will be asked for and credited to wallet "w1". ' +
        'The balance of wallet "w1" will then be USD 54.00, USD 44.00 above the threshold of USD 10.00. ' +
        "To do, in this order: expect a payment of USD 50.00, due on Jun 1, 2026, 09:00 UTC; " +
        'grant USD 50.00 to wallet "w1", usable once it is paid. ' +
        'Decided on Jun 1, 2026, 09:00 UTC for account "a1" by profile "p1".',
    );
  });

  it("and credits to the account, where money is owed", () => {
    expect(told(owed())).toContain(
      "GBP 50.00 will be asked for and credited to the account. " +
        "The outstanding amount will then be GBP 380.00, GBP 20.00 below the threshold of GBP 400.00. ",
    );
  });

  it("for credits of another unit", () => {
    expect(told(held({}, { wallets: [credits()] }))).toContain(' USD 5.00 will be asked for, and 50 credits credited to wallet "w1". ');
  });

  it("is told as collected only where an action asks for it", () => {
    const settlement = { kind: "grant" } as const;
    expect(told(held({ settlement: { kind: "invoice", autoCollect: false, netTermsDays: 30 } }))).toContain(
      " USD 50.00 will be asked for and ",
    );
    expect(told(held({ settlement }))).toContain(' USD 50.00 will be granted to wallet "w1"; nothing is collected. ');
    expect(told(held({ settlement }, { wallets: [credits()] }))).toContain(
      ' 50 credits (worth USD 5.00) will be granted to wallet "w1"; nothing is collected. ',
    );
    expect(told(owed({ settlement }))).toContain(" GBP 50.00 will be granted to the account; nothing is collected. ");
  });

  it("can leave the threshold reached, and says so", () => {
    expect(told(held({ topup: { mode: "fixedAmount", value: "1" } }))).toContain(
      ' The balance of wallet "w1" will then be USD 5.00, USD 5.00 below the threshold of USD 10.00, so the threshold is still reached. ',
    );
    expect(told(held({ topup: { mode: "fixedAmount", value: "6" } }))).toContain(
      " will then be USD 10.00, exactly the threshold, so the threshold is still reached. ",
    );
  });

  it("counts in what is in flight already", () => {
    expect(told(held({}, { wallets: [dollars({ balance: "-60" })], topups: [past({ walletId: "w1", status: "pending" })] }))).toContain(
      ' The balance of wallet "w1" will then count as USD 40.00, ',
    );
  });

  it("leads a schedule to a figure without a threshold, or to none", () => {
    expect(told(scheduled({ topup: { mode: "toTarget", value: "0", basis: "outstanding" } }))).toContain(
      " The outstanding amount will then be GBP 0.00. ",
    );
    expect(told(scheduled())).not.toContain("will then");
  });
});

describe("where the amount comes from", () => {
  it.each([
    [
      "override",
      held({ topup: { mode: "toTarget", value: "1000" } }, { autoTopupAmount: "40" }),
      "The account's own amount of USD 40.00 takes the place of the profile's 1,000.",
    ],
    ["rounding", held({ topup: { mode: "toTarget", value: "100.001" } }), "The credit was rounded up from USD 96.001 to USD 96.01."],
    [
      "minimum",
      held({ topup: { mode: "fixedAmount", value: "5", min: "20" } }),
      "The credit was raised from USD 5.00 to the minimum of USD 20.00.",
    ],
    [
      "maximum",
      held({ topup: { mode: "fixedAmount", value: "50", max: "20" } }),
      "The credit was lowered from USD 50.00 to the maximum of USD 20.00.",
    ],
    [
      "cap",
      held({ caps: [{ window: { calendar: "day" }, maxCharge: "3", onExceed: "reduce" }] }, { wallets: [credits()] }),
      "A cap reduced the top-up from USD 5.00 to USD 3.00.",
    ],
  ])("%s", (rule, question, sentence) => {
    expect(topupPlan(question).topup.adjustments.map((each) => each.rule)).toEqual([rule]);
    expect(told(question)).toContain(` ${sentence} `);
  });

  it("all of it, in the order applied", () => {
    const caps = [{ window: { calendar: "day" }, maxCharge: "25", onExceed: "reduce" }] as const;
    const text = told(held({ topup: { mode: "toTarget", value: "100.001", max: "80" }, caps }));
    expect(text).toMatch(/rounded up from .* lowered from .* A cap reduced the top-up from USD 80\.00 to USD 25\.00\. /);
  });
});

describe("what is to be done", () => {
  const card = { type: "card", autoCollect: true } as const;
  const directDebit = { type: "directDebit", autoCollect: true } as const;
  const other = { type: "other", autoCollect: true } as const;
  const correspondence = { expected: "dunning-1", card: "receipt", directDebit: "advance notice" };
  const settlement = { kind: "expectedPayment", autoCollect: true, correspondence } as const;
  const expected = "expect a payment of GBP 50.00, due on Jun 1, 2026, 09:00 UTC";

  it.each([
    [owed({ settlement: { ...settlement, autoCollect: false } }), `${expected}; send "dunning-1" about the expected payment`],
    [owed({ settlement }, { paymentMethod: card }), `${expected}; collect GBP 50.00 by card; send "receipt" about the card payment`],
    [
      owed({ settlement }, { paymentMethod: directDebit }),
      `${expected}; collect GBP 50.00 by direct debit; send "advance notice" about the direct debit payment`,
    ],
    [owed({ settlement }, { paymentMethod: other }), `${expected}; collect GBP 50.00 by the account's payment method`],
  ])("in order: %#", (question, actions) => {
    expect(told(question)).toContain(` To do, in this order: ${actions}. `);
  });

  it.each([
    [
      held({ settlement: { kind: "invoice", autoCollect: true, netTermsDays: 14 }, credit: { expiresAfter: { value: 1, unit: "month" } } }),
      'invoice USD 50.00, due on Jun 15, 2026, 09:00 UTC, to be collected automatically; grant USD 50.00 to wallet "w1", usable at once, expiring on Jul 1, 2026, 09:00 UTC',
    ],
    [
      held({ settlement: { kind: "invoice", autoCollect: false, netTermsDays: 0, requirePaid: true } }),
      'invoice USD 50.00, due on Jun 1, 2026, 09:00 UTC, not collected automatically; grant USD 50.00 to wallet "w1", usable once it is paid',
    ],
  ])("for an invoice: %#", (question, actions) => {
    expect(told(question)).toContain(` To do, in this order: ${actions}. `);
  });

  it.each([
    [held({ settlement: { kind: "grant", reason: "goodwill" } }), 'grant USD 50.00 to wallet "w1", usable at once ("goodwill")'],
    [owed({ settlement: { kind: "grant", reason: "goodwill" } }), 'record a transaction of GBP 50.00 ("goodwill")'],
    [owed({ settlement: { kind: "grant" } }), "record a transaction of GBP 50.00"],
  ])("of a single action: %#", (question, action) => {
    expect(told(question)).toContain(` To do: ${action}. `);
  });

  it("is not told where a plan has no action left", () => {
    expect(explain({ ...topupPlan(owed()), actions: [] })).not.toContain("To do");
  });
});

it("a plan without a top-up is explained by its decision", () => {
  const question = held({}, { wallets: [dollars({ balance: "11" })] });
  const plan = planTopup(question);
  expect(explain(plan)).toBe(explain(plan.decision));
});

it("a plan of an older hand, without a wallet, is told without one", () => {
  const plan = topupPlan(held({ trigger: { basis: "balance", type: "absoluteAmount", value: "10" } }));
  const text = explain({ ...plan, decision: { ...plan.decision, walletId: null } });
  expect(text).toContain("Due: the balance is USD 4.00, ");
  expect(text).toContain("will be asked for and credited to the wallet. The balance will then be ");
});

it("where the decision has no trigger, no threshold is told of what comes after", () => {
  const plan = topupPlan(held());
  expect(explain({ ...plan, decision: { ...plan.decision, trigger: null } })).toContain(
    ' The balance of wallet "w1" will then be USD 54.00. ',
  );
});

it("where the decision's trigger has no threshold, what comes after stands with one that is not named", () => {
  const plan = topupPlan(held());
  const trigger = { ...(plan.decision.trigger as TriggerFigures), threshold: null };
  expect(explain({ ...plan, decision: { ...plan.decision, trigger } })).toContain(
    " will then be USD 54.00, USD 44.00 above the threshold. ",
  );
});

it("where the plan has no distance for it, no threshold is told of what comes after", () => {
  const plan = topupPlan(held());
  expect(explain({ ...plan, topup: { ...plan.topup, after: { ...plan.topup.after, distance: null } } })).toContain(
    " will then be USD 54.00. ",
  );
});
