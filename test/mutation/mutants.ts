import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import type { RoomName } from "./rooms.js";

type Result = Awaited<ReturnType<Stryker["runMutationTest"]>>[number];

/** A small change of the code, and whether a test failed of it. */
export interface Mutant {
  readonly file: string;
  readonly line: number;
  /** The text that is replaced, on one line. */
  readonly was: string;
  readonly becomes: string;
  readonly status: Result["status"];
}

export interface Count {
  readonly mutants: number;
  readonly killed: number;
  readonly timedOut: number;
  /** Of which a suite could not be loaded. */
  readonly broken: number;
  readonly survived: number;
  readonly score: number;
}

interface Extent {
  readonly files: string;
  readonly force: boolean;
  readonly workers: number;
}

/** Changes a room's code in all the small ways there are, and runs its suites against each. */
export async function mutants(room: RoomName, { files, force, workers }: Extent): Promise<readonly Mutant[]> {
  process.env.MUTATED_ROOM = room;
  const told = `reports/mutation/${room}.json`;
  if (existsSync(told)) writeFileSync(told, withoutUnnoticed(readFileSync(told, "utf8")));
  process.env.TZ = "America/Los_Angeles"; // not UTC: the process's zone must not help, and a costly law is drawn to a quarter
  const stryker = new Stryker({
    testRunner: "vitest",
    vitest: { configFile: "test/mutation/vitest.config.ts", related: false },
    plugins: ["@stryker-mutator/vitest-runner"],
    coverageAnalysis: "perTest",
    mutate: [files],
    ignorePatterns: ["/dist", "/coverage", "/bench", "/reports", "/test/runtimes"],
    concurrency: workers,
    timeoutMS: 20_000, // a busy machine is no endless loop
    timeoutFactor: 2,
    incremental: true,
    incrementalFile: told,
    force,
    reporters: ["progress-append-only"],
    tempDirName: "reports/sandbox",
  });
  return (await stryker.runMutationTest()).map(described).filter(({ status }) => status !== "Ignored");
}

/**
 * An earlier run's report, of the mutants that a test noticed alone: the others are run again. Stryker itself would keep a survivor
 * in what runs as a module is loaded, because it knows of no test that came by, and would wait again for each endless loop
 * wherever there is a new test.
 */
function withoutUnnoticed(report: string): string {
  const { files, ...others } = JSON.parse(report) as Report;
  const noticed = Object.entries(files).map(([name, file]) => [name, { ...file, mutants: file.mutants.flatMap(kept) }]);
  return JSON.stringify({ ...others, files: Object.fromEntries(noticed) });
}

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly ToldMutant[] }>>;
}
interface ToldMutant {
  readonly status: Result["status"];
  readonly coveredBy?: readonly string[];
}

/** Said of what is kept as killed by one of the tests in which it did not end. */
const ENDLESS = "endless";

function kept(mutant: ToldMutant): object[] {
  if (mutant.status === "Killed") return [mutant];
  return mutant.status === "Timeout"
    ? [{ ...mutant, status: "Killed", killedBy: mutant.coveredBy?.slice(0, 1), statusReason: ENDLESS }]
    : [];
}

function described({ fileName, location: { start, end }, replacement, status, statusReason }: Result): Mutant {
  const lines = readFileSync(fileName, "utf8")
    .split("\n")
    .slice(start.line - 1, end.line);
  const last = lines.length - 1;
  const was = lines.map((line, index) => line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined));
  return {
    file: relative(process.cwd(), fileName),
    line: start.line,
    was: onOneLine(was.join("\n")),
    becomes: onOneLine(replacement ?? ""),
    status: statusReason === ENDLESS ? "Timeout" : status,
  };
}

const onOneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** Those of which no test failed: also where none came by. */
export function unnoticed(all: readonly Mutant[]): readonly Mutant[] {
  return all.filter(({ status }) => status === "Survived" || status === "NoCoverage");
}

export function countOf(all: readonly Mutant[]): Count {
  const having = (status: Mutant["status"]): number => all.filter((mutant) => mutant.status === status).length;
  const [killed, timedOut, broken, survived] = [having("Killed"), having("Timeout"), having("RuntimeError"), unnoticed(all).length];
  const noticed = killed + timedOut + broken;
  const mutants = noticed + survived;
  return { mutants, killed, timedOut, broken, survived, score: Math.round((10_000 * noticed) / mutants) / 100 };
}
