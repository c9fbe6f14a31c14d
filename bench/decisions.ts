import { bareBigint } from "./contenders/bare-bigint.js";
import { bigJs } from "./contenders/big-js.js";
import { bignumberJs } from "./contenders/bignumber-js.js";
import { decimalJs } from "./contenders/decimal-js.js";
import { dineroJs } from "./contenders/dinero-js.js";
import { handWritten } from "./contenders/hand-written.js";
import { jsonRulesEngine } from "./contenders/json-rules-engine.js";
import { library } from "./contenders/library.js";
import { type Contender, nsOf, race, ratioOf, type Times } from "./harness.js";
import { owedDue, owedNotDue, type Situation, walletDue, walletNotDue } from "./situations.js";
import { met, ns, table, times } from "./table.js";

const CONTENDERS: Readonly<Record<string, string>> = {
  a: "(a) evaluate, parsed profile and account",
  b: "(b) evaluate, parsed profile, raw account",
  c: "(c) evaluate, all raw",
  d: "(d) planTopup, parsed profile and account",
  p1: "(p1) parseProfile alone",
  p2: "(p2) parseAccount alone",
  f1: "(f1) decimal.js alone, from text",
  f2: "(f2) decimal.js alone, from Decimals",
  h: "(h) big.js alone, from text",
  i: "(i) bignumber.js alone, from text",
  j: "(j) dinero.js alone, from text",
  k: "(k) bigint alone, from text",
  v1: "(v1) a hand-written validator, all raw",
  v2: "(v2) the same, then (f1)",
  g1: "(g1) json-rules-engine, facts prepared",
  g2: "(g2) json-rules-engine, facts from the parsed account",
};

/** So few accounts that a processor's cache holds all that is read of them. */
const FEW = 10;

interface Result {
  readonly name: string;
  readonly times: Times;
}

/** One decision: the library beside the bare arithmetic and a general rules engine. */
export async function decisions(rounds: number): Promise<string> {
  const situations = [owedNotDue(), owedDue(), walletNotDue(), walletDue()];
  const results = await raced(situations, rounds, contendersOf);
  const ofFew = situations.map((situation) => ({ ...situation, cases: situation.cases.slice(0, FEW) }));
  return [
    "### Processor time of one decision, in ns (and as a multiple of (f1))",
    costs(results, Object.keys(CONTENDERS)),
    "### Aims",
    aims(results),
    `### The same of ${FEW} accounts in turn, which the processor's cache holds`,
    costs(await raced(ofFew, rounds, barest), ["a", "f1"]),
  ].join("\n\n");
}

async function raced(situations: readonly Situation[], rounds: number, contendersOf: Entry): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const situation of situations) results.push({ name: situation.name, times: await race(await contendersOf(situation), rounds) });
  return results;
}

type Entry = (situation: Situation) => readonly Contender[] | Promise<readonly Contender[]>;

function barest(situation: Situation): readonly Contender[] {
  return [...library(situation), ...decimalJs(situation)].filter(({ key }) => key === "a" || key === "f1");
}

async function contendersOf(situation: Situation): Promise<readonly Contender[]> {
  return [
    ...library(situation),
    ...decimalJs(situation),
    bigJs(situation),
    bignumberJs(situation),
    dineroJs(situation),
    bareBigint(situation),
    ...handWritten(situation),
    ...(await jsonRulesEngine(situation)),
  ];
}

function costs(results: readonly Result[], keys: readonly string[]): string {
  const rows = keys.map((key) => [
    CONTENDERS[key] as string,
    ...results.map((result) => `${ns(nsOf(result.times, key))} (${times(ratioOf(result.times, key, "f1"))})`),
  ]);
  return table(["", ...results.map(({ name }) => name)], rows);
}

function aims(results: readonly Result[]): string {
  const row = (what: string, key: string, to: string, isMet: (ratio: number) => boolean): string[] => [
    what,
    ...results.map((result) => {
      const ratio = ratioOf(result.times, key, to);
      return `${times(ratio)} ${met(isMet(ratio))}`;
    }),
  ];
  return table(
    ["", ...results.map(({ name }) => name)],
    [
      row("(a) ÷ (f1): at most 2", "a", "f1", (ratio) => ratio <= 2),
      row("(g1) ÷ (a): at least 10", "g1", "a", (ratio) => ratio >= 10),
      row("(g2) ÷ (a): at least 10", "g2", "a", (ratio) => ratio >= 10),
      row("(c) ÷ (v2): at most 3", "c", "v2", (ratio) => ratio <= 3),
    ],
  );
}
