import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AccountInput,
  balanceSummary,
  drawDown,
  evaluate,
  InvalidInputError,
  parseAccount,
  parseProfile,
  planTopup,
  type ProfileInput,
  selectProfile,
  simulate,
} from "../../src/index.js";
import { GUARDS, REASONS } from "../../src/model/decision.js";
import {
  accounts,
  aPot,
  drawDowns,
  dueSituations,
  plans,
  profiles,
  scenarios,
  selectionsAtTheEdge,
  type Situation,
  type SituationConstraints,
  situations,
  situationsAtTheEdge,
} from "../../src/testing/index.js";
import { faults } from "../support/faults.js";
import { holds } from "../properties/support/law.js";

/** Of one seed, so that only a change of the arbitraries can change what is counted. */
const sampleOf = <Drawn>(arbitrary: fc.Arbitrary<Drawn>, numRuns: number): Drawn[] => fc.sample(arbitrary, { seed: 1, numRuns });

const basisOf = ({ trigger, topup }: ProfileInput): string =>
  trigger.basis === "schedule" ? (topup.basis ?? "outstanding") : trigger.basis;

describe("everyday situations", () => {
  it("lead to every reason, and more than a quarter are due", () => {
    const reasons = sampleOf(situations(), 3000).map((each) => evaluate(each).reason);
    expect(new Set(reasons)).toEqual(new Set(REASONS));
    const due = reasons.filter((reason) => reason === "thresholdReached" || reason === "scheduleReached");
    expect(due.length).toBeGreaterThan(reasons.length / 4);
  });

  it("fit a table of money and dates: at most two places, eight digits before them, whole milliseconds, plainly spelt", () => {
    holds(
      situations(),
      (situation) => {
        const texts = textsOf(situation);
        const amounts = texts.filter((text) => /^[-+.\d]+$/.test(text));
        for (const amount of amounts) expect(amount).toMatch(/^-?(0|[1-9]\d{0,7})(\.\d{1,2})?$/);
        for (const text of texts.filter((each) => /^\d{4}-/.test(each))) expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        expect(situation.at).toMatch(/^202[56]-.*:\d\d\.000Z$/);
        return amounts.length > 2;
      },
      { runs: 1000, exercised: 990 },
    );
  });

  it("have no places where a currency has none", () => {
    holds(
      situations({ currency: "JPY" }),
      ({ account, profile }) => {
        expect(account.currency).toBe("JPY");
        const figures = JSON.stringify([account.owed, account.limits, account.topups, profile.trigger, profile.topup]);
        expect(figures).not.toMatch(/"-?\d+\.\d+"/);
        return figures.length > 100;
      },
      { runs: 400, exercised: 300 },
    );
  });

  it("carry the ids that are told of them", () => {
    holds(
      situations(),
      ({ profile, account }) => {
        expect(profile.id).toBe("p1");
        expect(account.id).toBe("a1");
        expect((account.topups ?? []).every(({ id }) => /^t\d$/.test(id))).toBe(true);
        return (account.topups ?? []).length > 0;
      },
      { runs: 300, exercised: 150 },
    );
  });

  const constraints: readonly SituationConstraints[] = [
    { basis: "balance" },
    { basis: "overdue", scheduled: false },
    { scheduled: true, currency: "chf" },
    { basis: "unbilled", scheduled: true, currency: "KWD" },
  ];
  it.each(constraints)("have in common what was asked for: %o", (wanted) => {
    holds(
      situations(wanted),
      ({ profile, account }) => {
        if (wanted.basis !== undefined) expect(basisOf(profile)).toBe(wanted.basis);
        if (wanted.scheduled !== undefined) expect(profile.trigger.basis === "schedule").toBe(wanted.scheduled);
        if (wanted.currency != null) expect(account.currency).toBe(wanted.currency.toUpperCase());
        return true;
      },
      { runs: 200, exercised: 200 },
    );
  });

  it("that are due are due, of every basis, by threshold and by schedule", () => {
    const seen = new Set<string>();
    holds(
      dueSituations(),
      (situation) => {
        const { outcome, reason } = evaluate(situation);
        seen.add(`${reason} ${basisOf(situation.profile)}`);
        return outcome === "due";
      },
      { runs: 600, exercised: 600 },
    );
    const bases = ["outstanding", "overdue", "unbilled", "balance"];
    expect([...seen].sort()).toEqual(bases.flatMap((basis) => [`scheduleReached ${basis}`, `thresholdReached ${basis}`]).sort());
  });

  it("that are due are mostly drawn at once, and not sought", () => {
    let asked = 0;
    const counted = dueSituations().map((situation) => (asked++, situation));
    expect(sampleOf(counted, 200)).toHaveLength(200);
    expect(asked).toBe(200);
  });

  it("give plans of every kind of action", () => {
    const kinds = sampleOf(plans(), 400).flatMap(({ actions }) => actions.map(({ kind }) => kind));
    expect([...new Set(kinds)].sort()).toEqual(
      ["createExpectedPayment", "createInvoice", "createPayment", "grantCredit", "recordTransaction", "sendCorrespondence"].sort(),
    );
  });

  it("give their profiles and their accounts", () => {
    const seed = { seed: 5, numRuns: 50 };
    const drawn: Situation[] = fc.sample(situations(), seed);
    expect(fc.sample(profiles(), seed)).toEqual(drawn.map(({ profile }): ProfileInput => profile));
    expect(fc.sample(accounts(), seed)).toEqual(drawn.map(({ account }): AccountInput => account));
  });
});

describe("whatever is drawn", () => {
  const valid = (check: () => unknown): true => {
    check();
    return true;
  };
  it("is valid: situations, everyday and at the edge", () => {
    holds(situations(), (each) => valid(() => planTopup(each)), { runs: 500, exercised: 500 });
    holds(situationsAtTheEdge(), (each) => valid(() => planTopup(each)), { runs: 500, exercised: 500 });
  });
  it("is valid: profiles and accounts", () => {
    holds(profiles(), (each) => valid(() => parseProfile(each)), { runs: 300, exercised: 300 });
    holds(accounts(), (each) => valid(() => parseAccount(each)), { runs: 300, exercised: 300 });
  });
  it("is valid: selections, scenarios, draw-downs", () => {
    holds(selectionsAtTheEdge(), (each) => selectProfile(each).decisions.length > 2, { runs: 200, exercised: 80 });
    holds(scenarios(), (each) => [...simulate(each).steps].length > 1, { runs: 100, exercised: 60 });
    holds(drawDowns(), (each) => drawDown(each).allocations.length > 0, { runs: 300, exercised: 100 });
  });

  it("is the same for the same seed", () => {
    for (const draw of [situations, situationsAtTheEdge, selectionsAtTheEdge, scenarios, drawDowns, plans] as const)
      expect(sampleOf<unknown>(draw(), 20)).toEqual(sampleOf<unknown>(draw(), 20));
  });

  it("shrinks to something plain", () => {
    const never = fc.check(
      fc.property(situationsAtTheEdge(), ({ account }) => (account.topups ?? []).length < 2),
      { seed: 1, numRuns: 200, endOnFailure: false },
    );
    const [found] = never.counterexample as [Situation];
    expect(found.account).toMatchObject({ id: "a1", topups: { length: 2 } });
    expect(found.profile).toMatchObject({ id: "p1" });
  });
});

describe("constraints that are none are refused", () => {
  const hostile: readonly (readonly [constraints: unknown, faults: readonly string[]])[] = [
    [null, [": invalid_type"]],
    [{ basis: "credit" }, ["basis: invalid_value"]],
    [{ basis: null }, ["basis: invalid_value"]],
    [{ scheduled: "yes" }, ["scheduled: invalid_type"]],
    [{ currency: "credits" }, ["currency: invalid_currency"]],
    [{ curency: "USD" }, ["curency: unknown_key"]],
    [{ basis: "balance", currency: 7, scheduled: 0 }, ["scheduled: invalid_type", "currency: invalid_type"]],
  ];
  it.each(hostile)("%o", (constraints, told) => {
    for (const draw of [situations, dueSituations, profiles, accounts, plans])
      expect(faults(() => draw(constraints as never))).toEqual(told);
  });

  it("an accessor that throws too", () => {
    const constraints = Object.defineProperty({}, "basis", {
      enumerable: true,
      get: () => {
        throw new Error("not to be read");
      },
    });
    expect(() => situations(constraints as never)).toThrow(InvalidInputError);
  });
});

it("builders and arbitraries are of the same model", () => {
  expect(GUARDS.length).toBe(evaluate(sampleOf(situations(), 1)[0] as Situation).checks.length);
  expect(balanceSummary(aPot(), { at: "2025-12-31T00:00:00Z" }).status).toBe("notStarted");
});

/** All texts within, of fields that hold no name. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (/id$|name$|Names?$/i.test(key) ? [] : textsOf(each)));
}
