import { bareBigint } from "./contenders/bare-bigint.js";
import { bigJs } from "./contenders/big-js.js";
import { bignumberJs } from "./contenders/bignumber-js.js";
import { decimalJs } from "./contenders/decimal-js.js";
import { dineroJs } from "./contenders/dinero-js.js";
import { handWritten } from "./contenders/hand-written.js";
import { jsonRulesEngine } from "./contenders/json-rules-engine.js";
import { library } from "./contenders/library.js";
import { nsOf, race, ratioOf, type Times } from "./harness.js";
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

interface Result {
  readonly name: string;
  readonly times: Times;
}

/** One decision: the library beside the bare arithmetic and a general rules engine. */
export async function decisions(rounds: number): Promise<string> {
  const results: Result[] = [];
  for (const situation of [owedNotDue(), owedDue(), walletNotDue(), walletDue()]) {
    results.push({ name: situation.name, times: await race(await contendersOf(situation), rounds) });
  }
  return ["### Processor time of one decision, in ns (and as a multiple of (f1))", costs(results), "### Aims", aims(results)].join("\n\n");
}

async function contendersOf(situation: Situation): Promise<Parameters<typeof race>[0]> {
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

function costs(results: readonly Result[]): string {
  const rows = Object.entries(CONTENDERS).map(([key, what]) => [
    what,
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
