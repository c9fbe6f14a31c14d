import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { performance } from "node:perf_hooks";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ProfileInput, TopupPlan } from "auto-topup";
import split from "split2";
import { bookOf } from "./book.js";
import { type Flags, flagsOf } from "./flags.js";
import { MemoryWatch } from "./memory.js";
import { nightlyRun } from "./nightly-run.js";
import { type Progress, progressOn, type Screen } from "./progress.js";
import type { LineIssue } from "./read-line.js";
import { report } from "./report.js";
import { Tally } from "./tally.js";

export interface Streams {
  readonly stdout: Writable;
  readonly stderr: Screen;
}

/** The run as a command: from flags to its exit code (0 = every line was read, 1 = one was broken, 2 = no run). */
export async function command(args: readonly string[], { stdout, stderr }: Streams): Promise<0 | 1 | 2> {
  try {
    const flags = flagsOf(args);
    const { tally, text } = await night(flags, stderr);
    stdout.write(`${text}\nplans written to ${flags.out}\n`);
    return tally.brokenLines > 0 ? 1 : 0;
  } catch (error) {
    stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

async function night({ profiles, accounts, rates, at, out }: Flags, screen: Screen): Promise<{ tally: Tally; text: string }> {
  const book = bookOf((await json(profiles)) as ProfileInput[]);
  const tally = new Tally((await json(rates)) as Record<string, string>);
  const { size } = await stat(accounts);
  await mkdir(dirname(out), { recursive: true });

  const progress = progressOn(screen, size);
  const onBrokenLine = (line: number, issues: readonly LineIssue[]): void => issues.forEach((issue) => progress.say(said(line, issue)));
  const memory = new MemoryWatch();
  const started = performance.now();
  await pipeline(
    createReadStream(accounts),
    (chunks) => watched(chunks as AsyncIterable<Buffer>, progress),
    // By line feed alone: node:readline would also part a line at U+2028, which JSON allows in a text.
    split("\n"),
    (lines) => asJsonLines(nightlyRun({ book, lines: lines as AsyncIterable<string>, at, tally, onBrokenLine })),
    createWriteStream(out),
  ).finally(() => progress.stop());
  const seconds = (performance.now() - started) / 1000;
  return { tally, text: report(tally, { seconds, ...memory.stop() }) };
}

async function* watched(chunks: AsyncIterable<Buffer>, progress: Progress): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    progress.advance(chunk.length);
    yield chunk;
  }
}

async function* asJsonLines(plans: AsyncIterable<TopupPlan>): AsyncGenerator<string> {
  for await (const plan of plans) yield `${JSON.stringify(plan)}\n`;
}

function said(line: number, { path, code, message }: LineIssue): string {
  return `line ${line}: ${path.join(".") || "(line)"}: ${code}: ${message}`;
}

async function json(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, "utf8"));
}
