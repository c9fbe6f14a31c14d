import { describe, expect, it } from "vitest";
import { evaluate, type EvaluateInput, planTopup } from "../../../src/index.js";
import { explain } from "../../../src/insight/explain/explain.js";
import { unitWord } from "../../../src/insight/explain/quotation.js";
import { AT, credits, held, heldAccount, owed, past, scheduled, topupPlan } from "../../support/build.js";

const short = (question: EvaluateInput): string => explain(evaluate(question), { account: question.account, detail: "reason" });
const full = (question: EvaluateInput): string => explain(planTopup(question), { account: question.account });

const JULY = "2026-07-01T00:00:00Z";
const day = { calendar: "day" } as const;
const paid = past({ walletId: "w1", createdAt: "2026-06-01T08:30:00Z" });
const pending = past({ walletId: "w1", status: "pending" });
const declined = past({ id: "t8", walletId: "w1", status: "failed", createdAt: "2026-06-01T07:00:00Z" });

describe("an earlier top-up that counts", () => {
  const trigger = { basis: "unbilled", type: "absoluteAmount", value: "100", referenceLimit: "credit" } as const;
  const billed = { owed: { unbilled: "430" }, billedThrough: "2026-05-01T00:00:00Z", topups: [past()] };

  it("is not said to be on its way, since it may have arrived and wait for the bill", () => {
    expect(short(owed({ trigger, inFlight: "block" }, billed))).toBe(
      "Blocked: one earlier top-up is not settled, not yet in the figures or not yet billed. No date can be given: it depends on when earlier top-ups are settled and in the figures.",
    );
    expect(full(owed({ trigger, inFlight: "ignore" }, billed))).toContain(
      " One earlier top-up that is not yet in the figures or not yet billed is not taken into account. ",
    );
  });

  it("leads to what then counts, for no payment lowers what is unbilled", () => {
    expect(full(owed({ trigger, topup: { mode: "toTarget", value: "0" } }, { ...billed, topups: [] }))).toContain(
      " The unbilled amount will then count as GBP 0.00, ",
    );
    expect(full(owed({ topup: { mode: "toTarget", value: "0" } }))).toContain(" The outstanding amount will then be GBP 0.00, ");
  });

  it("nor may one that the figures show already, and that is only not settled", () => {
    const shown = { ...pending, creditedAt: pending.createdAt };
    expect(short(held({ inFlight: "block" }, { topups: [shown] }))).toMatch(
      /^Blocked: one earlier top-up is not settled, or not yet in the figures\. /,
    );
  });

  it("speaks of a bill only where the basis is unbilled usage", () => {
    const topups = [pending, past({ id: "t2", walletId: "w1", status: "unknown" })];
    expect(short(held({ inFlight: "block" }, { topups }))).not.toContain("billed");
    expect(full(held({ inFlight: "ignore" }, { topups }))).toContain(
      " 2 earlier top-ups that are not yet in the figures are not taken into account. ",
    );
    expect(full(scheduled({ inFlight: "ignore" }, { topups: [past({ status: "pending" })] }))).toContain(
      " One earlier top-up that is not yet in the figures is not taken into account. ",
    );
  });
});

describe("whether waiting helps", () => {
  const noMethod = { requirePaymentMethod: true } as const;

  it("is left open where earlier top-ups settle by themselves", () => {
    expect(short(held({ inFlight: "block" }, { topups: [pending] }))).toMatch(
      / No date can be given: it depends on when earlier top-ups are settled and in the figures\.$/,
    );
  });

  it("is left open where the target is met, since the figure moves", () => {
    expect(short(held({ topup: { mode: "toTarget", value: "3" } }))).toMatch(
      / No date can be given: it depends on how the figure moves\.$/,
    );
  });

  it("is told of all that it depends on, and of what waiting leaves as it is", () => {
    const met = { topup: { mode: "toTarget", value: "3" }, inFlight: "block" } as const;
    expect(short(held({ ...met, ...noMethod }, { topups: [{ ...pending, creditedAt: pending.createdAt }] }))).toMatch(
      / No date can be given: it depends on how the figure moves and when earlier top-ups are settled and in the figures, and on the payment method\.$/,
    );
  });

  it("names what has no date, where the reason told has one", () => {
    expect(short(held({ activeFrom: JULY, ...noMethod }))).toBe(
      "Not eligible: the profile is in force only from Jul 1, 2026, 00:00 UTC. Waiting alone will not change this, because of the payment method.",
    );
    const caps = [{ window: day, maxCharge: "10" }];
    expect(short(held({ caps, ...noMethod }, { topups: [declined] }))).toMatch(
      /^Blocked: a payment was declined, .* Waiting alone will not change this, because of the payment method and the caps\.$/,
    );
  });

  it("depends on the figure where that alone has no date", () => {
    expect(short(held({ activeFrom: JULY, topup: { mode: "toTarget", value: "3" } }))).toMatch(
      /from Jul 1, 2026, 00:00 UTC\. No date can be given: it depends on how the figure moves\.$/,
    );
  });

  it("names nothing more where waiting does not change the reason told", () => {
    expect(short(held({ enabled: false, ...noMethod }))).toMatch(/switched off\. Waiting alone will not change this\.$/);
  });

  it("goes by the decision's reason where no check states it", () => {
    const decision = evaluate(held({ enabled: false }));
    const checks = decision.checks.map((check) => ({ ...check, passed: true, reason: null }));
    const said = (reason: typeof decision.reason): string => explain({ ...decision, reason, checks }, { detail: "reason" });
    expect(said("topupInFlight")).toMatch(/ it depends on when earlier top-ups are settled and in the figures\.$/);
    expect(said("suspended")).toMatch(/ Waiting alone will not change this\.$/);
  });
});

describe("a cap", () => {
  it("has the date of all caps told as that of all", () => {
    const caps = [
      { window: day, maxCharge: "60" },
      { window: { calendar: "month" }, maxCharge: "60" },
    ] as const;
    const question = held({ caps }, { topups: [paid] });
    expect(short(question)).toBe(
      "Blocked: the cap of this calendar day leaves too little room: USD 50.00 of USD 60.00 used, USD 50.00 wanted. " +
        "Next possible on Jul 1, 2026, 00:00 UTC, when all caps leave room.",
    );
    expect(short({ ...question, profile: { ...question.profile, requirePaymentMethod: true } })).not.toContain("Jul 1");
    expect(full({ ...question, profile: { ...question.profile, requirePaymentMethod: true } })).toContain(
      "USD 50.00 wanted (all caps leave room on Jul 1, 2026, 00:00 UTC)",
    );
  });

  it("has nothing to do with a date that is another guard's", () => {
    const caps = [{ window: day, maxCharge: "60" }];
    expect(short(held({ caps, cooldown: { value: 3, unit: "day" } }, { topups: [paid] }))).toMatch(
      / Next possible on Jun 4, 2026, 00:00 UTC\.$/,
    );
  });

  it("that reduces is not said to want room for the whole, of which it would let a part pass", () => {
    const caps = [{ window: day, maxCharge: "60", onExceed: "reduce" }] as const;
    const told = short(held({ caps, topup: { mode: "fixedAmount", value: "50", min: "20" } }, { topups: [paid] }));
    expect(told).toContain("the cap of this calendar day leaves too little room: USD 50.00 of USD 60.00 used, USD 50.00 wanted. ");
    expect(told).not.toContain("no room for");
  });

  it("whose number is used up leaves no room for any amount", () => {
    const caps = [{ window: day, maxCharge: "500", maxCount: 1 }];
    expect(short(held({ caps }, { topups: [paid] }))).toContain(
      "the cap of this calendar day leaves no room for USD 50.00: USD 50.00 of USD 500.00 used, 1 of 1 top-ups made. ",
    );
  });

  it.each([
    ["hour", "the cap of the last hour leaves"],
    ["day", "the cap of the last day leaves"],
  ] as const)("of one %s is told without a number", (unit, told) => {
    const caps = [{ window: { rolling: { value: 1, unit } }, maxCount: 1 }];
    expect(short(held({ caps }, { topups: [paid] }))).toContain(told);
  });

  it("of several is told with their number", () => {
    const caps = [{ window: { rolling: { value: 90, unit: "minute" } }, maxCount: 1 }] as const;
    expect(short(held({ caps }, { topups: [paid] }))).toContain("the cap of the last 90 minutes leaves");
  });
});

describe("declines", () => {
  const infrastructure = past({ ...declined, id: "t9", createdAt: "2026-06-01T08:00:00Z", failure: "infrastructure" });

  it("are not said to be the last that happened", () => {
    expect(short(held({}, { topups: [declined, infrastructure] }))).toMatch(/^Blocked: a payment was declined, and the wait /);
    expect(short(held({}, { topups: [declined, { ...declined, id: "t7" }, infrastructure] }))).toMatch(
      /^Blocked: payments were declined, and the wait .*\(2 declines so far; /,
    );
  });
});

describe("a schedule of which dates have passed before the profile was in force", () => {
  it("is not said to have had none", () => {
    expect(short(scheduled({ activeFrom: "2026-06-05T00:00:00Z" }, {}, "2026-06-10T09:00:00Z"))).toBe(
      "Not due: no scheduled date has come yet with the profile in force. Next possible on Jul 1, 2026, 09:00 UTC.",
    );
    expect(full(scheduled({ activeFrom: "2026-06-15T00:00:00Z" }, {}, "2026-06-10T09:00:00Z"))).toContain(
      " Also in the way: no scheduled date has come yet with the profile in force. ",
    );
  });
});

describe("the name of a custom unit", () => {
  it.each(["credits", "API calls", "GPU-hours", "Überzüge", "USD", "TOKENS"])("stands as it is: %s", (unit) => {
    expect(unitWord(unit)).toBe(unit);
  });

  it.each([
    "credits below the threshold of 5 USD",
    "credits below the",
    "credits_of_some",
    "credits5",
    "credits 5",
    "credits USD",
    "usd credits",
    "myUSD",
    "USDC",
    "credits٥",
  ])("stands in quotation marks where it could be read as more than a name: %s", (unit) => {
    expect(unitWord(unit)).toBe(`"${unit}"`);
  });

  it("ends the figure before it in every sentence", () => {
    const unit = "credits below the threshold of 5 USD";
    const account = heldAccount({ wallets: [credits({ unit, balance: "25" })] });
    expect(short(held({}, account))).toContain(`is 25 "${unit}", 15 "${unit}" above the threshold of 10 "${unit}". `);
  });
});

describe("what is paid", () => {
  const card = { type: "card", autoCollect: true } as const;
  const settlement = { kind: "expectedPayment", autoCollect: true } as const;
  const invoice = { kind: "invoice", netTermsDays: 14 } as const;
  const grant = { kind: "grant" } as const;

  it.each([
    ["charged where a payment is collected", held({ settlement }, { paymentMethod: card }), "USD 50.00 will be charged and credited to "],
    [
      "charged where an invoice is collected",
      held({ settlement: { ...invoice, autoCollect: true } }),
      "USD 50.00 will be charged and credited to ",
    ],
    ["asked for where a payment is only expected", held({ settlement }), "USD 50.00 will be asked for and credited to "],
    [
      "asked for where an invoice is left to the customer",
      held({ settlement: { ...invoice, autoCollect: false } }),
      "USD 50.00 will be asked for and credited to ",
    ],
    [
      "asked for at the price of credits",
      held({ settlement }, { wallets: [credits()] }),
      'USD 5.00 will be asked for, and 50 credits credited to wallet "w1". ',
    ],
    ["nothing where it is a gift", held({ settlement: grant }), 'USD 50.00 will be granted to wallet "w1"; nothing is collected. '],
  ])("is %s", (_, question, told) => {
    expect(full(question)).toContain(` ${told}`);
  });

  it("is left open where the plan has no actions left", () => {
    expect(explain({ ...topupPlan(held()), actions: [] })).toContain(' USD 50.00 will be credited to wallet "w1". ');
    expect(explain({ ...topupPlan(held({}, { wallets: [credits()] })), actions: [] })).toContain(
      ' 50 credits (worth USD 5.00) will be credited to wallet "w1". ',
    );
  });

  it("is not called a charge where it may be a gift", () => {
    const caps = [{ window: day, maxCharge: "30", onExceed: "reduce" }] as const;
    const gift = held({ settlement: grant, caps }, { topups: [] }, AT);
    expect(full(gift)).not.toContain("charge");
    expect(explain(evaluate(gift), { account: gift.account })).toContain(
      " The top-up would come to USD 30.00, reduced from USD 50.00 by a cap. ",
    );
    for (const topup of [
      { mode: "fixedAmount", value: "50", min: "6", max: "9", step: "10" },
      { mode: "fixedAmount", value: "0.001", min: "0.001", max: "0.002" },
    ] as const) {
      expect(full(held({ settlement: grant, topup }))).not.toContain("charge");
    }
  });
});
