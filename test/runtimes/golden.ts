import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import type { Kind } from "./cases/questions.js";
import { written } from "./portable/wire.js";

/** What is kept of each kind of question: a change of what is asked, or of what is decided, shows here. */
interface Kept {
  readonly questions: number;
  readonly asked: string;
  readonly decided: string;
}

const FILE = new URL("golden.json", import.meta.url);

/** What has changed; `decided` holds the answers to all questions in their order. */
export function changesSince(kinds: readonly Kind[], decided: readonly string[]): string[] {
  const golden = JSON.parse(readFileSync(FILE, "utf8")) as Readonly<Record<string, Kept>>;
  return Object.entries(keptOf(kinds, decided)).flatMap(([name, now]) => {
    const before = golden[name];
    if (before?.asked !== now.asked) return [`${name}: the questions are others than golden.json knows`];
    return before.decided === now.decided ? [] : [`${name}: the decisions are others than golden.json knows`];
  });
}

export function update(kinds: readonly Kind[], decided: readonly string[]): void {
  writeFileSync(FILE, `${JSON.stringify(keptOf(kinds, decided), null, 2)}\n`);
}

function keptOf(kinds: readonly Kind[], decided: readonly string[]): Record<string, Kept> {
  const kept: Record<string, Kept> = {};
  let from = 0;
  for (const { name, questions, lasting } of kinds) {
    const to = from + questions.length;
    if (lasting)
      kept[name] = { questions: questions.length, asked: digestOf(questions.map(written)), decided: digestOf(decided.slice(from, to)) };
    from = to;
  }
  return kept;
}

function digestOf(lines: readonly string[]): string {
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}
