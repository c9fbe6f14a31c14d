import { describe, expect, it } from "vitest";
import { evaluate, parseAccount, parseProfile, simulate, type SimulateInput } from "../../../src/index.js";
import { deepFreeze, heldProfile } from "../../support/build.js";
import { idle, june, owing, owingProfile, scenario, stepsOf, wallet } from "./build.js";

const busy: Partial<SimulateInput> = {
  timeline: [
    { type: "usageRate", amount: "24", per: { value: 1, unit: "day" } },
    { type: "usage", at: june(3), amount: "12" },
  ],
  evaluateOn: { everyMinutes: 360 },
  payments: { settleAfter: { value: 1, unit: "day" }, outcomes: ["declined"] },
};

describe("a simulation", () => {
  it("tells what is watched, and of whom", () => {
    expect(simulate(scenario({ account: { ...wallet(), timeZone: "Asia/Kolkata" } }))).toMatchObject({
      profileId: "p1",
      accountId: "a1",
      currency: "USD",
      timeZone: "Asia/Kolkata",
      basis: "balance",
      unit: "USD",
      from: june(1),
      to: june(10),
    });
    expect(simulate(scenario({ profile: owingProfile(), account: owing({ outstanding: "1" }) }))).toMatchObject({
      basis: "outstanding",
      unit: "USD",
    });
    expect(simulate(scenario({ account: wallet({ unit: "credits", rate: "0.1" }) })).unit).toBe("credits");
    expect(simulate(scenario({ account: { id: "a1", currency: "USD" } })).unit).toBeNull();
  });

  it("takes instants in any form and tells them in one", () => {
    const { from, to, steps } = simulate(scenario({ from: "2026-06-01T05:30+05:30", to: new Date(june(2)) }));
    expect([from, to, [...steps][0]?.at]).toEqual([june(1), june(2), june(1)]);
  });

  it("is played anew each time that it is iterated, and whenever it is summed up", () => {
    const simulation = simulate(scenario(busy));
    const [first, second] = [[...simulation.steps], [...simulation.steps]];
    expect(first.length).toBeGreaterThan(200);
    expect(second).toEqual(first);
    expect(simulation.summary()).toEqual(simulation.summary());
    const [one, other] = [simulation.steps[Symbol.iterator](), simulation.steps[Symbol.iterator]()];
    expect(one.next()).toEqual(other.next());
    expect(one.next()).toEqual(other.next());
  });

  it("plays no further than it is asked to", () => {
    const tenMillionHours = { evaluateOn: { everyMinutes: 60 }, to: new Date(Date.parse(june(1)) + 10_000_000 * 3_600_000) } as const;
    const [first, second] = simulate(scenario({ ...busy, ...tenMillionHours })).steps;
    expect([first?.at, second?.at]).toEqual([june(1), june(1, "01:00:00.000")]);
    for (const step of simulate(scenario(tenMillionHours)).steps) if (step.at > june(4)) break;
  });

  it("leaves what it is given as it is, frozen or not, and no change to it later is seen", () => {
    const input = scenario(busy);
    const before = JSON.stringify(input);
    const frozen = simulate(deepFreeze(structuredClone(input))).summary();
    const simulation = simulate(input);
    expect(simulation.summary()).toEqual(frozen);
    expect(JSON.stringify(input)).toBe(before);
    (input.timeline as unknown[]).length = 0;
    (input.account.wallets as unknown[]).length = 0;
    expect(simulation.summary()).toEqual(frozen);
  });

  it("takes what was parsed before as well", () => {
    const input = scenario(busy);
    const parsed = { ...input, profile: parseProfile(input.profile), account: parseAccount(input.account) };
    expect(simulate(parsed).summary()).toEqual(simulate(input).summary());
  });

  it("is plain data in its steps", () => {
    const steps = stepsOf(busy);
    expect(JSON.parse(JSON.stringify(steps))).toEqual(steps);
    expect(structuredClone(steps)).toEqual(steps);
  });

  it("takes its own events back", () => {
    const timeline = [
      { type: "usage", at: june(2), amount: "1" },
      { type: "invoice", at: june(3), amount: "1", dueAt: june(4) },
      { type: "payment", at: june(4), amount: "1" },
      { type: "limit", at: june(5), name: "credit", value: null },
      { type: "paymentMethod", at: june(6), paymentMethod: null },
    ] as const;
    const steps = stepsOf({ timeline });
    expect(stepsOf({ timeline: steps.flatMap(({ events }) => events) })).toEqual(steps);
  });

  it("takes ten thousand events, in any order", () => {
    const at = (k: number): string => new Date(Date.parse(june(1)) + k * 1000).toISOString();
    const timeline = Array.from({ length: 10_000 }, (_, k) => ({ type: "usage", at: at((k * 7919) % 10_000), amount: "0.01" }) as const);
    const account = wallet({ balance: "110" });
    const summary = simulate(scenario({ account, timeline, evaluateOn: { dailyAt: "00:00" } })).summary();
    expect(summary).toMatchObject({ steps: 10_000 + 8, lowest: { figure: "10", at: at(9_999) } });
  });
});

describe("a step", () => {
  it("tells the figures before, once all had happened, and after a top-up", () => {
    const [, step] = stepsOf({ timeline: [{ type: "usage", at: june(2), amount: "25" }] });
    expect(step).toMatchObject({
      at: june(2),
      events: [{ type: "usage", at: june(2), amount: "25" }],
      settled: [],
      before: { figure: "30", balances: { w1: "30" }, owed: { outstanding: null, overdue: null, unbilled: null } },
      reached: "5",
      after: { figure: "55", balances: { w1: "55" } },
      threshold: "10",
      limit: null,
      attempted: { topupId: "topup-1", status: "paid", charge: "50" },
    });
  });

  it("begins with what the one before ended with", () => {
    const steps = stepsOf(busy);
    steps.slice(1).forEach(({ before }, index) => expect(before).toEqual(steps[index]?.after));
  });

  it("has the decision and the plan where the engine was asked, and neither where not", () => {
    const steps = stepsOf({ ...busy, evaluateOn: { dailyAt: "12:00" } });
    expect(steps.filter(({ decision }) => decision !== null)).toHaveLength(9);
    for (const { decision, plan, attempted } of steps) {
      expect(decision).toEqual(plan?.decision ?? null);
      expect(attempted === null).toBe(plan?.outcome !== "topup");
    }
  });

  it("is judged on fresh figures, however long the simulation is", () => {
    const profile = heldProfile({ staleAfter: { value: 1, unit: "second" } });
    const steps = stepsOf({
      profile,
      account: { ...wallet(), asOf: "2026-01-01T00:00:00Z" },
      timeline: [{ type: "usage", at: june(5), amount: "1" }],
    });
    expect(steps.map(({ decision }) => decision?.reason)).toEqual(["thresholdNotReached", "thresholdNotReached"]);
  });

  it("at the start is what the engine says of the account itself", () => {
    const input = scenario({ account: wallet({ balance: "3" }) });
    const { profile, account, from } = input;
    expect(stepsOf(input)[0]?.decision).toEqual(evaluate({ profile, account: { ...account, asOf: from }, at: from }));
  });

  it("tells no figure, threshold or limit where there is none or it is unknown", () => {
    const lotless = { ...wallet(), wallets: [{ id: "w1", unit: "USD" }] };
    expect(stepsOf({ account: lotless })[0]).toMatchObject({
      reached: null,
      threshold: "10",
      limit: null,
      after: { figure: null, balances: { w1: null } },
    });
    const two = { ...wallet(), wallets: ["w1", "w2"].map((id) => ({ id, unit: "USD", balance: "1" })) };
    expect(stepsOf({ account: two })[0]).toMatchObject({
      reached: null,
      threshold: null,
      after: { figure: null, balances: { w1: "1", w2: "1" } },
    });
    const schedule = { basis: "schedule", every: { value: 1, unit: "day" }, startingAt: june(1) } as const;
    const scheduled = heldProfile({ trigger: schedule, topup: { mode: "toTarget", basis: "balance", value: "50" } });
    expect(stepsOf({ profile: scheduled })[0]).toMatchObject({ reached: "30", threshold: null, after: { figure: "50" } });
    expect(stepsOf({ profile: owingProfile(), account: owing({ outstanding: "1" }, { limits: {} }) })[0]).toMatchObject({
      threshold: null,
      limit: null,
    });
    const percent = heldProfile({ trigger: { basis: "balance", type: "percentOfLimit", value: "20", referenceLimit: "float" } });
    expect(stepsOf({ profile: percent, account: { ...wallet(), limits: { float: "40" } } })[0]).toMatchObject({
      threshold: "8",
      limit: "40",
    });
  });

  it("tells figures in canonical form", () => {
    expect(stepsOf({ profile: idle, account: wallet({ balance: "-0.00" }) })[0]?.after.figure).toBe("0");
  });
});
