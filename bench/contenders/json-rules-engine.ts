import { type Almanac, Engine, type RuleProperties } from "json-rules-engine";
import { type Account, type Decision, evaluate, parseAccount, parseProfile, type Profile } from "auto-topup";
import type { Contender } from "../harness.js";
import type { Situation } from "../situations.js";
import { decimalJsFigures } from "./decimal-js.js";
import type { Figures } from "./figures.js";
import { inTurn } from "./in-turn.js";
import { operandsOf } from "./operands.js";

const DAY = 86_400_000;

/** One condition for each guard that the profile uses, over facts that are plain numbers. */
const rule: RuleProperties = {
  conditions: {
    all: [
      { fact: "enabled", operator: "equal", value: true },
      { fact: "at", operator: "greaterThanInclusive", value: Date.parse("2024-01-01T00:00:00Z") },
      { fact: "currencyMatches", operator: "equal", value: true },
      { fact: "age", operator: "lessThanInclusive", value: DAY },
      { fact: "distance", operator: "lessThanInclusive", value: 0 },
      { fact: "heldBackByInFlight", operator: "equal", value: false },
      { fact: "daysSinceNewest", operator: "greaterThanInclusive", value: 1 },
      { fact: "declined", operator: "lessThan", value: 3 },
      { fact: "collectsAutomatically", operator: "equal", value: true },
      { fact: "leftOfCap", operator: "greaterThanInclusive", value: 0 },
    ],
  },
  event: { type: "due" },
};

interface Case {
  readonly profile: Profile;
  readonly account: Account;
  readonly at: string;
}

/**
 * One engine with one rule, built once: with every fact prepared beforehand (g1), and with facts that are found out
 * from the parsed account, as they are asked for, by the same decimal.js as in (f1) (g2).
 */
export async function jsonRulesEngine({ profile: input, cases }: Situation): Promise<Contender[]> {
  const profile = parseProfile(input);
  const parsed = cases.map(({ account, at }) => ({ profile, account: parseAccount(account), at }));
  const prepared = parsed.map((each) => preparedFacts(each.account, evaluate(each)));
  const ready = new Engine([rule]);
  const finding = engineThatFinds();
  for (const [index, each] of parsed.entries()) {
    const isDue = evaluate(each).outcome === "due";
    for (const run of [ready.run(prepared[index]), finding.run({ case: each })]) {
      if ((await run).events.length !== (isDue ? 1 : 0)) throw new Error("json-rules-engine comes to another result");
    }
  }
  return [
    { key: "g1", run: inTurn(prepared, (facts) => ready.run(facts)) },
    { key: "g2", run: inTurn(parsed, (each) => finding.run({ case: each })) },
  ];
}

function preparedFacts({ asOf, topups, paymentMethod }: Account, { at, trigger }: Decision): Record<string, number | boolean> {
  return {
    enabled: true,
    at: Date.parse(at),
    currencyMatches: true,
    age: Date.parse(at) - Date.parse(asOf as string),
    distance: Number(trigger?.distance),
    heldBackByInFlight: false,
    daysSinceNewest: daysSinceNewest(topups, at),
    declined: topups.filter(({ status }) => status === "failed").length,
    collectsAutomatically: paymentMethod?.autoCollect ?? false,
    leftOfCap: 1,
  };
}

/** Each fact by a function of the case; the figures, which two of them need, once. */
function engineThatFinds(): Engine {
  const engine = new Engine([rule]);
  const find = <Found>(name: string, found: (each: Case) => Found): void => {
    engine.addFact(name, async (_: unknown, almanac: Almanac) => found(await almanac.factValue<Case>("case")));
  };
  find("enabled", ({ profile }) => profile.enabled);
  find("at", ({ at }) => Date.parse(at));
  find("currencyMatches", ({ profile, account }) => profile.currency === (account.wallets[0]?.unit ?? account.currency));
  find("age", ({ account, at }) => Date.parse(at) - Date.parse(account.asOf as string));
  find("figures", ({ profile, account, at }) => decimalJsFigures(operandsOf(profile, account, at)));
  find("heldBackByInFlight", ({ profile, account }) => profile.inFlight === "block" && account.topups.some(isPending));
  find("daysSinceNewest", ({ account, at }) => daysSinceNewest(account.topups, at));
  find("declined", ({ account }) => account.topups.filter(({ status }) => status === "failed").length);
  find("collectsAutomatically", ({ account }) => account.paymentMethod?.autoCollect ?? false);
  const derive = (name: string, derived: (figures: Figures) => number): void => {
    engine.addFact(name, async (_: unknown, almanac: Almanac) => derived(await almanac.factValue<Figures>("figures")));
  };
  derive("distance", ({ distance }) => Number(distance));
  derive("leftOfCap", ({ topup }) => (topup?.fits ? 1 : -1));
  return engine;
}

function daysSinceNewest(topups: Account["topups"], at: string): number {
  return (Date.parse(at) - Math.max(...topups.map(({ createdAt }) => Date.parse(createdAt)))) / DAY;
}

function isPending({ status }: Account["topups"][number]): boolean {
  return status === "pending";
}
