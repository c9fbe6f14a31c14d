import { Engine, type RuleProperties } from "json-rules-engine";
import { type Account, type Decision, evaluate, parseAccount, parseProfile } from "auto-topup";
import type { Contender } from "../harness.js";
import type { Situation } from "../situations.js";
import { inTurn } from "./in-turn.js";

const DAY = 86_400_000;

/** One condition for each guard that the profile uses, over facts that are plain numbers and were prepared beforehand. */
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

/** One engine with one rule, built once. */
export async function jsonRulesEngine({ profile, cases }: Situation): Promise<Contender> {
  const engine = new Engine([rule]);
  const parsed = parseProfile(profile);
  const prepared = [];
  for (const { account: input, at } of cases) {
    const account = parseAccount(input);
    const decision = evaluate({ profile: parsed, account, at });
    const facts = factsOf(account, decision);
    const { events } = await engine.run(facts);
    if (events.length !== (decision.outcome === "due" ? 1 : 0)) throw new Error("json-rules-engine comes to another result");
    prepared.push(facts);
  }
  return { key: "g", run: inTurn(prepared, (facts) => engine.run(facts)) };
}

function factsOf({ asOf, topups, paymentMethod }: Account, { at, trigger }: Decision): Record<string, number | boolean> {
  const newest = Math.max(...topups.map(({ createdAt }) => Date.parse(createdAt)));
  return {
    enabled: true,
    at: Date.parse(at),
    currencyMatches: true,
    age: Date.parse(at) - Date.parse(asOf as string),
    distance: Number(trigger?.distance),
    heldBackByInFlight: false,
    daysSinceNewest: (Date.parse(at) - newest) / DAY,
    declined: topups.filter(({ status }) => status === "failed").length,
    collectsAutomatically: paymentMethod?.autoCollect ?? false,
    leftOfCap: 1,
  };
}
