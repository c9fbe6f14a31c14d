import Table from "cli-table3";
import type { Task } from "./asking.js";
import { type Comparison, type Difference, parting } from "./compare.js";
import type { Question } from "./portable/answers.js";
import type { Facts } from "./portable/facts.js";
import { written } from "./portable/wire.js";

interface Answered {
  readonly name: string;
  readonly format: string;
  readonly version: string;
  readonly facts: Facts;
  readonly comparison: Comparison;
  readonly ms: number;
}

/** What came of one runtime and one kind of module. */
export type Row =
  | Answered
  | { readonly name: string; readonly format: string; readonly failure: string }
  | { readonly name: string; readonly format: string; readonly not: string };

const MOST_OF_A_QUESTION = 2000;
const MOST_OF_A_FAILURE = 100;

/** Those that decide as the sources do, or were left out by name, are none. */
export function isFailure(row: Row): boolean {
  return "failure" in row || ("comparison" in row && row.comparison.first !== null);
}

/** The table, and below it whatever is not as in the sources. */
export function report(rows: readonly Row[], { expected, questions }: Task): string {
  const answered = rows.filter((row): row is Answered => "comparison" in row);
  const { saysIcu, saysTz } = expected.facts;
  const failures = rows.filter(isFailure).length;
  return [
    `here: the sources, Node ${process.versions.node}, ICU ${saysIcu}, tzdata ${saysTz}`,
    tableOf(rows, questions.length),
    ...rows.flatMap((row) => ("failure" in row ? [`${row.name} ${row.format} failed: ${row.failure}`] : [])),
    ...otherByZone(answered, questions),
    ...otherTexts(answered),
    ...answered.flatMap((row) => firstDifference(row, questions)),
    failures === 0 ? `all ${answered.length} that were asked decide alike` : `${failures} of ${rows.length} do not decide alike`,
  ].join("\n\n");
}

function tableOf(rows: readonly Row[], asked: number): string {
  const head = ["runtime", "version", "module", "ICU", "tzdata", "asked", "decided alike", "other by zone", "told alike", "ms"];
  const table = new Table({ head, style: { head: [], border: [], compact: true } });
  table.push(...rows.map((row) => cellsOf(row, asked)));
  return table.toString();
}

function cellsOf(row: Row, asked: number): (string | { content: string; colSpan: number })[] {
  if ("not" in row) return [row.name, { content: `not had: ${row.not}`, colSpan: 9 }];
  if ("failure" in row) return [row.name, "", row.format, { content: `FAILED: ${row.failure.slice(0, MOST_OF_A_FAILURE)}`, colSpan: 7 }];
  const { alike, byZone, texts, textsAlike } = row.comparison;
  const figures = [asked, alike, byZone.length].map(String);
  return [row.name, row.version, row.format, icuOf(row.facts), tzOf(row.facts), ...figures, `${textsAlike} of ${texts}`, row.ms.toFixed(0)];
}

/** What it is seen to know beside what it says: ICU 78 brought Unicode 17, ICU 76 Unicode 16. */
function icuOf({ saysIcu, unicode }: Facts): string {
  return `${saysIcu ?? "not told"}, Unicode ${unicode}`;
}

function tzOf({ saysTz, tz }: Facts): string {
  if (saysTz === tz) return tz;
  return saysTz === null ? `not told, as of ${tz}` : `as of ${tz}, says ${saysTz}`;
}

/** In which zones decisions differ, with the runtimes in which they do. */
function otherByZone(rows: readonly Answered[], questions: readonly Question[]): string[] {
  const names = new Map<string, string[]>();
  for (const { name, format, comparison } of rows) {
    const zones = comparison.byZone.map(({ index }) => zoneOf(questions[index] as Question));
    const told = [...new Set(zones)].map((zone) => `${zone} ${zones.filter((each) => each === zone).length}`).join(", ");
    if (told !== "") names.set(told, [...(names.get(told) ?? []), `${name} ${format}`]);
  }
  return [...names].map(([told, which]) => `${which.join(", ")}, other by zone: ${told}`);
}

function zoneOf({ args }: Question): string {
  const [{ account }] = args as readonly [{ readonly account: { readonly timeZone: string } }];
  return account.timeZone;
}

/** Each way in which texts differ once, with the runtimes that have it so. */
function otherTexts(rows: readonly Answered[]): string[] {
  const ways = new Map<string, string[]>();
  for (const { name, format, comparison } of rows) {
    for (const [as, difference] of comparison.otherTexts) {
      const way = `${as}\n${sides(difference)}`;
      ways.set(way, [...(ways.get(way) ?? []), `${name} ${format} (${difference.times})`]);
    }
  }
  return [...ways].map(([way, names]) => `${names.join(", ")}: ${way}`);
}

function firstDifference({ name, format, comparison }: Answered, questions: readonly Question[]): string[] {
  const { first } = comparison;
  if (first === null) return [];
  const asked = written(questions[first.index]).slice(0, MOST_OF_A_QUESTION);
  return [`${name} ${format} decides question ${first.index} otherwise: ${asked}\n${sides(first)}`];
}

function sides(difference: Difference): string {
  const [expected, got] = parting(difference);
  return `  here  …${expected}\n  there …${got}`;
}
