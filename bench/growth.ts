import { evaluate, parseAccount, parseProfile } from "auto-topup";
import { linesOf, nightlyRun, readingAlone } from "./contenders/nightly-run.js";
import { type Contender, nsOf, race, raceOnce, type Times } from "./harness.js";
import { type Case, longHistory, type Situation } from "./situations.js";
import { met, ns, table } from "./table.js";

const ACCOUNTS = [1_000, 10_000, 100_000] as const;
const RECORDS = [0, 10, 100, 1_000, 10_000] as const;

/** Linear, within what noise and the collection of larger garbage allow: ten times as much costs at most 16 times as much. */
export const isLinear = (exponent: number): boolean => exponent <= 1.2;

/** A nightly run over ever more accounts. */
export async function accounts(rounds: number): Promise<string> {
  const lines = linesOf(Math.max(...ACCOUNTS));
  const runs = ACCOUNTS.map((count) => ({ count, lines: lines.slice(0, count) }));
  const times = await raceOnce(
    [
      ...runs.map(({ count, lines: some }) => ({ key: `night ${count}`, run: () => nightlyRun(some) })),
      ...runs.map(({ count, lines: some }) => ({ key: `json ${count}`, run: () => readingAlone(some) })),
    ],
    rounds,
  );
  const each = (key: string, count: number): string => ns(nsOf(times, `${key} ${count}`) / count);
  const exponent = exponentOf(ACCOUNTS, (count) => nsOf(times, `night ${count}`));
  return [
    "### (e) A nightly run: processor time of each account, in ns",
    table(
      ["accounts", "JSON.parse, selectProfile", "JSON.parse alone", "whole run, s"],
      ACCOUNTS.map((count) => [
        count.toLocaleString("en-US"),
        each("night", count),
        each("json", count),
        (nsOf(times, `night ${count}`) / 1e9).toFixed(2),
      ]),
    ),
    `Growth from 10,000 to 100,000 accounts: exponent ${exponent.toFixed(2)}, aim 1: ${met(isLinear(exponent))}.`,
  ].join("\n\n");
}

interface Kind {
  readonly caps: "pass" | "block";
  readonly input: "parsed" | "raw";
}

const KINDS: readonly Kind[] = [
  { input: "parsed", caps: "pass" },
  { input: "parsed", caps: "block" },
  { input: "raw", caps: "pass" },
  { input: "raw", caps: "block" },
];

/** One decision over an ever longer history. */
export async function history(rounds: number): Promise<string> {
  const results: { kind: Kind; times: Times }[] = [];
  // Each kind for itself, lest one is charged for collecting another's garbage.
  for (const kind of KINDS) {
    const contenders = RECORDS.map((count) => contender(String(count), longHistory(count, kind.caps), kind.input));
    results.push({ kind, times: await race(contenders, rounds) });
  }
  const rows = RECORDS.map((count) => [count.toLocaleString("en-US"), ...results.map(({ times }) => cell(times, count))]);
  const exponents = results.map(({ times }) => exponentOf(RECORDS, (count) => beyondBase(times, count)));
  return [
    "### The length of the history: processor time of evaluate, in ns (and for each record, less what it takes without any)",
    table(
      ["records", ...KINDS.map(({ input, caps }) => `${input}, cap ${caps === "pass" ? "passes" : "blocks"}`)],
      [...rows, ["growth from 1,000 to 10,000: exponent, aim 1", ...exponents.map((each) => `${each.toFixed(2)} ${met(isLinear(each))}`)]],
    ),
  ].join("\n\n");
}

function contender(key: string, { profile, cases: [only] }: Situation, input: Kind["input"]): Contender {
  const { account, at } = only as Case;
  const question = { profile: parseProfile(profile), account: input === "parsed" ? parseAccount(account) : account, at };
  return { key, run: () => evaluate(question) };
}

function cell(times: Times, count: number): string {
  const total = ns(nsOf(times, String(count)));
  return count === 0 ? total : `${total} (${ns(beyondBase(times, count) / count)})`;
}

function beyondBase(times: Times, count: number): number {
  return nsOf(times, String(count)) - nsOf(times, "0");
}

/** The slope between the last two sizes, both as logarithms. */
export function exponentOf(sizes: readonly number[], time: (size: number) => number): number {
  const [from, to] = sizes.slice(-2) as [number, number];
  return Math.log(time(to) / time(from)) / Math.log(to / from);
}
