import { decimalJs } from "./contenders/decimal-js.js";
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
  f1: "(f1) decimal.js alone, from text",
  f2: "(f2) decimal.js alone, from Decimals",
  g: "(g) json-rules-engine, facts prepared",
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
  return [...library(situation), ...decimalJs(situation), await jsonRulesEngine(situation)];
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
      row("(a) ÷ (f1): at most 3", "a", "f1", (ratio) => ratio <= 3),
      row("(g) ÷ (a): at least 5", "g", "a", (ratio) => ratio >= 5),
      row("(c) ÷ (a): at most 3", "c", "a", (ratio) => ratio <= 3),
    ],
  );
}
