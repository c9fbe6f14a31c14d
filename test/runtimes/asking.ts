import { DISPUTED, type Kind } from "./cases/questions.js";
import { compared } from "./compare.js";
import type { Format, Runtime } from "./hosts/runtime.js";
import { type Answers, answersTo, type Question } from "./portable/answers.js";
import { written } from "./portable/wire.js";
import type { Row } from "./report.js";
import { close, newWorkplace, type Workplace } from "./workplace.js";

/** The questions, and what the sources answer. */
export interface Task {
  readonly questions: readonly Question[];
  readonly text: string;
  readonly expected: Answers;
  readonly isDisputed: (index: number) => boolean;
}

export function taskOf(kinds: readonly Kind[]): Task {
  const asked = kinds.flatMap(({ name, questions }) => questions.map((question) => ({ name, question })));
  const questions = asked.map(({ question }) => question);
  const text = written(questions);
  const expected = JSON.parse(answersTo(text)) as Answers;
  return { questions, text, expected, isDisputed: (index) => asked[index]?.name === DISPUTED };
}

/** Packs the library, and asks each runtime in turn, with each kind of module that it has. */
export async function askAll(runtimes: readonly Runtime[], without: readonly string[], task: Task): Promise<Row[]> {
  const workplace = newWorkplace(task.text);
  const rows: Row[] = [];
  try {
    for (const runtime of runtimes) {
      if (without.includes(runtime.name)) rows.push({ name: runtime.name, format: "", not: "left out by name" });
      else for (const format of runtime.formats) rows.push(await rowOf(runtime, format, workplace, task));
    }
  } finally {
    close(workplace);
  }
  return rows;
}

async function rowOf({ name, lacks, ask }: Runtime, format: Format, workplace: Workplace, task: Task): Promise<Row> {
  const lacking = lacks();
  if (lacking !== null) return { name, format, failure: lacking };
  const since = performance.now();
  try {
    const { version, answers } = await ask(format, workplace);
    const got = JSON.parse(answers) as Answers;
    const ms = performance.now() - since;
    const comparison = compared(task.expected, got, task.isDisputed);
    console.log(`${name} ${format}: ${comparison.alike} alike after ${ms.toFixed(0)} ms`);
    return { name, format, version, facts: got.facts, comparison, ms };
  } catch (error) {
    return { name, format, failure: String(error) };
  }
}
