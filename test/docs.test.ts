import { existsSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EvaluateInput } from "../src/index.js";
import * as library from "../src/index.js";
import { GUARDS, REASONS } from "../src/model/decision.js";
import * as plot from "../src/plot/index.js";
import * as testing from "../src/testing/index.js";
import * as flexprice from "../src/vendors/flexprice/index.js";
import * as m3ter from "../src/vendors/m3ter/index.js";
import * as orb from "../src/vendors/orb/index.js";
import * as safe from "../src/vendors/safe/index.js";
import { anchorsOf, type Document, documents, fencedBlocks, ROOT, tsDocOf } from "./support/documents.js";
import { run, snippetsOf, typeErrors } from "./support/snippets.js";

/** What a snippet may import. */
const modules = {
  "auto-topup": library,
  "auto-topup/plot": plot,
  "auto-topup/testing": testing,
  "fast-check": fc,
  "auto-topup/safe": safe,
  "auto-topup/flexprice": flexprice,
  "auto-topup/orb": orb,
  "auto-topup/m3ter": m3ter,
};

const pages = documents("", ".md");
const comments = documents("src", ".ts").map(tsDocOf);
const snippets = [...pages, ...comments].flatMap(snippetsOf);

function page(path: string): Document {
  const found = pages.find((each) => each.path === path);
  if (found === undefined) throw new Error(`${path} is missing`);
  return found;
}

describe("snippets", () => {
  it.each(snippets)("run as written: $name", async (snippet) => {
    await run(snippet, modules, (actual, expected, line) => {
      expect(actual, `${snippet.document}:${line}`).toStrictEqual(expected);
    });
  });

  // The answer doesn't depend on the process's time zone, and it takes seconds.
  it.runIf(process.env.TZ === "UTC")("satisfy a strict compiler", { timeout: 120_000 }, () => {
    expect(typeErrors(snippets)).toEqual([]);
  });

  it("stand under every @example of the source", () => {
    const bare = comments.flatMap(({ path, lines }) =>
      lines.flatMap((line, index) => (line.startsWith("@example") && lines[index + 1] !== "```ts" ? [`${path}:${index + 1}`] : [])),
    );
    expect(bare).toEqual([]);
  });

  it.each(pages)("say what they are written in: $path", ({ lines }) => {
    const known = ["ts", "ts continues", "json", "text", "sh"];
    expect(fencedBlocks(lines).filter(({ info }) => !known.includes(info))).toEqual([]);
  });

  it.each(pages)("that are JSON can be parsed: $path", ({ path, lines }) => {
    for (const { from, to } of fencedBlocks(lines).filter(({ info }) => info === "json")) {
      expect(() => JSON.parse(lines.slice(from, to).join("\n")) as unknown, `${path}:${from + 1}`).not.toThrow();
    }
  });
});

describe("links", () => {
  it.each(pages)("lead to a page, file or heading of this repository: $path", (from) => {
    const lost = linksOf(from).filter((target) => !leadsSomewhere(from, target));
    expect(lost).toEqual([]);
  });

  it("reach every page of docs from its index", () => {
    const reached = new Set(["docs/README.md"]);
    for (const path of reached) {
      const from = pages.find((each) => each.path === path);
      for (const target of from === undefined ? [] : linksOf(from)) reached.add(resolved(path, target).file);
    }
    const stray = pages.map(({ path }) => path).filter((path) => path.startsWith("docs/") && !reached.has(path));
    expect(stray).toEqual([]);
  });
});

describe("tables", () => {
  it("tell all reasons in order of precedence in the README", () => {
    expect(firstColumn(page("README.md"), "Reason")).toEqual(REASONS);
  });

  it("tell all guards and all reasons in order of precedence in the reference", () => {
    const guards = page("docs/reference/guards.md");
    expect(firstColumn(guards, "Guard")).toEqual(GUARDS);
    expect(firstColumn(guards, "Reason")).toEqual(REASONS);
    expect(guards.lines.flatMap((line) => /^### `(\w+)`/.exec(line)?.[1] ?? [])).toEqual(GUARDS);
  });
});

describe("facts", () => {
  const at = "2026-06-01T09:00:00Z";
  const wallet = { id: "w1", unit: "USD", balance: "5" } as const;
  const profile = {
    id: "p1",
    currency: "USD",
    cooldown: { value: 1, unit: "hour" },
    caps: [{ window: { calendar: "month" }, maxCharge: "60" }],
    trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
    topup: { mode: "fixedAmount", value: "50" },
  } as const;
  const account = { id: "a1", currency: "USD", wallets: [wallet] } as const;
  const record = { id: "t1", walletId: "w1", charge: "50", status: "paid" } as const;
  const daily = { basis: "schedule", every: { value: 1, unit: "day" }, startingAt: at } as const;

  const situations: EvaluateInput[] = [
    { profile, account, at },
    {
      profile: { ...profile, inFlight: "ignore" },
      account: { ...account, topups: [{ ...record, createdAt: "2026-06-01T10:00:00Z" }] },
      at,
    },
    { profile, account: { ...account, wallets: [] }, at },
    { profile, account: { ...account, wallets: [{ ...wallet, balance: null }] }, at },
    { profile: { ...profile, topup: { ...profile.topup, min: "0.001", max: "0.002" } }, account, at },
    { profile: { ...profile, topup: { mode: "toTarget", value: "0" } }, account, at },
    { profile: { ...profile, trigger: daily, topup: { ...profile.topup, basis: "balance" } }, account, at },
  ];

  it.each(GUARDS)("of the guard %s are all told in the reference, and no others", (guard) => {
    const { lines } = page("docs/reference/guards.md");
    const section = lines.slice(lines.indexOf(`### \`${guard}\``));
    const told = section.find((line) => line.startsWith("Facts: ")) as string;
    const names = [...told.matchAll(/`(\w+)`/g)].map(([, name]) => name as string);
    const notFacts = ["inFuture", "alreadyAtTarget", "trigger", "block"];
    const seen = situations.flatMap((situation) =>
      Object.keys(library.evaluate(situation).checks.find((check) => check.guard === guard)?.facts ?? {}),
    );
    expect(new Set(names.filter((name) => !notFacts.includes(name)))).toEqual(new Set(seen));
  });
});

/** What the inline links and images of a page point at, code left aside. */
function linksOf({ lines }: Document): string[] {
  const blocks = fencedBlocks(lines);
  const prose = lines
    .filter((_, index) => !blocks.some(({ from, to }) => index >= from && index < to))
    .join("\n")
    .replace(/`[^`\n]*`/g, "code");
  const inline = [...prose.matchAll(/\]\(([^)\s]*)\)/g)].map(([, target]) => target as string);
  const bare = [...prose.matchAll(/(?<!\]\()\bhttps?:\/\/\S+|^\[[^\]]+\]:.*/gm)].map(([whole]) => whole);
  return [...inline, ...bare];
}

function resolved(from: string, target: string): { file: string; anchor: string | undefined } {
  const [path = "", anchor] = target.split("#");
  return { file: path === "" ? from : normalize(join(dirname(from), path)).replace(/\/$/, ""), anchor };
}

function leadsSomewhere(from: Document, target: string): boolean {
  if (target === "" || /^(?:[a-z]+:|\/)/i.test(target)) return false;
  const { file, anchor } = resolved(from.path, target);
  if (file.startsWith("..") || !existsSync(join(ROOT, file))) return false;
  if (anchor === undefined) return true;
  return statSync(join(ROOT, file)).isFile() && file.endsWith(".md") && anchorsOf(page(file)).has(anchor);
}

/** The words in code type of the first column of the table that begins with this heading; a row may go on with another. */
function firstColumn({ lines }: Document, heading: string): string[] {
  const head = lines.findIndex((line) => line.startsWith(`| ${heading} |`));
  const rows = lines.slice(head + 2);
  const end = rows.findIndex((line) => !line.startsWith("|"));
  return rows
    .slice(0, end < 0 ? undefined : end)
    .filter((row) => !row.startsWith("| |"))
    .map((row) => /^\| `(\w+)`/.exec(row)?.[1] ?? row);
}
