import type { Workplace } from "../workplace.js";

export type Format = "ESM" | "CJS";

/** Where the library is to run. */
export interface Runtime {
  /** As `--only` and `--without` name it. */
  readonly name: string;
  readonly formats: readonly Format[];
  /** What is missing for it here; null where nothing is. */
  readonly lacks: () => string | null;
  readonly ask: (format: Format, workplace: Workplace) => Promise<Reply>;
}

export interface Reply {
  readonly version: string;
  /** Of `answersTo`. */
  readonly answers: string;
}

/** A process's zone and language that nobody expects: neither may leak into a result. */
export const ELSEWHERE = { TZ: "Pacific/Auckland", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" } as const;
