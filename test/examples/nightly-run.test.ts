import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { ProfileInput, TopupPlan } from "auto-topup";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookOf } from "../../examples/nightly-run/book.js";
import { command } from "../../examples/nightly-run/command.js";
import { accountLines, COMMITTED, COMMITTED_BROKEN } from "../../examples/nightly-run/generator/accounts.js";
import { NIGHT } from "../../examples/nightly-run/night.js";
import { nightlyRun } from "../../examples/nightly-run/nightly-run.js";
import type { LineIssue } from "../../examples/nightly-run/read-line.js";
import { Tally } from "../../examples/nightly-run/tally.js";
import { why } from "../../examples/nightly-run/why.js";
import { REASONS } from "../../src/model/decision.js";

const folder = fileURLToPath(new URL("../../examples/nightly-run/", import.meta.url));
const book = bookOf(JSON.parse(await readFile(`${folder}profiles.json`, "utf8")) as ProfileInput[]);
const rates = JSON.parse(await readFile(`${folder}reference-rates.json`, "utf8")) as Record<string, string>;

interface Told {
  readonly tally: Tally;
  readonly plans: TopupPlan[];
  readonly broken: { line: number; issues: readonly LineIssue[] }[];
}

async function told(lines: Iterable<string>): Promise<Told> {
  const tally = new Tally(rates);
  const plans: TopupPlan[] = [];
  const broken: Told["broken"] = [];
  const onBrokenLine = (line: number, issues: readonly LineIssue[]): void => void broken.push({ line, issues });
  for await (const plan of nightlyRun({ book, lines, at: NIGHT, tally, onBrokenLine })) plans.push(plan);
  return { tally, plans, broken };
}

describe("the committed accounts", () => {
  it("are what the generator gives for their seed, byte for byte", async () => {
    expect([...accountLines(COMMITTED)].join("") === (await readFile(`${folder}accounts.jsonl`, "utf8"))).toBe(true);
  });

  it("with broken lines are what the generator gives, too", async () => {
    const committed = await readFile(`${folder}accounts-with-broken-lines.jsonl`, "utf8");
    expect([...accountLines(COMMITTED_BROKEN)].join("")).toBe(committed);
  });

  it("are the first ones of any longer file of the same seed", () => {
    const longer = accountLines({ ...COMMITTED, count: 1_000_000 });
    for (const line of accountLines({ ...COMMITTED, count: 50 })) expect(longer.next().value).toBe(line);
  });
});

describe("a night over the committed accounts", () => {
  let night: Told;

  beforeAll(async () => {
    night = await told(accountLines(COMMITTED));
  });

  it("comes to these outcomes", () => {
    const counts = new Map<string, number>();
    for (const { outcome, count } of night.tally.reasons()) counts.set(outcome, (counts.get(outcome) ?? 0) + count);
    expect({ accounts: night.tally.accounts, plans: night.tally.plans, ...Object.fromEntries(counts) }).toMatchInlineSnapshot(`
      {
        "accounts": 2400,
        "blocked": 137,
        "due": 675,
        "indeterminate": 282,
        "ineligible": 197,
        "notDue": 1674,
        "plans": 633,
      }
    `);
  });

  it("meets every reason there is", () => {
    expect(
      night.tally
        .reasons()
        .map(({ reason }) => reason)
        .sort(),
    ).toEqual([...REASONS].sort());
  });

  it("reads every line", () => {
    expect(night.broken).toEqual([]);
  });

  it("adds the charges up to the last minor unit", () => {
    const minorUnits = new Map<string, bigint>();
    for (const { actions } of night.plans) {
      const asked = actions.find(({ kind }) => kind === "createExpectedPayment" || kind === "createInvoice");
      if (asked === undefined || !("amount" in asked)) continue;
      minorUnits.set(asked.currency, (minorUnits.get(asked.currency) ?? 0n) + BigInt(asked.amount.replace(".", "")));
    }
    const sums = night.tally.charged.rows().map(({ currency, sum }) => [currency, BigInt(sum.replace(".", ""))] as const);
    expect(new Map(sums)).toEqual(minorUnits);
  });

  it("tells what is charged from what is granted", () => {
    const count = (rows: { count: number }[]): number => rows.reduce((sum, row) => sum + row.count, 0);
    expect(count(night.tally.charged.rows()) + count(night.tally.granted.rows())).toBe(night.plans.length);
    expect(count(night.tally.granted.rows())).toBe(night.plans.filter(({ decision }) => decision.profileId === "monthly-allowance").length);
  });

  it("says in one line why each plan was made", () => {
    for (const plan of night.plans) {
      const profile = book.get(plan.decision.profileId);
      expect(profile && why(plan, profile)).toMatch(/^(?:due every|outstanding|overdue|unbilled|balance) (?!.*(?:null|undefined|\n))/);
    }
  });

  it("ranks ten plans, the largest by reference rates first", () => {
    const worth = ({ topup }: TopupPlan): number => Number(topup.charge) * Number(rates[topup.currency]);
    const collected = night.plans.filter(({ decision }) => book.get(decision.profileId)?.settlement.kind !== "grant");
    const expected = collected.map(worth).sort((a, b) => b - a);
    expect(night.tally.largest.ranking().map(({ plan }) => worth(plan))).toEqual(expected.slice(0, 10));
  });

  it("gives each plan a key of its own", () => {
    expect(new Set(night.plans.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(night.plans.length);
  });
});

describe("broken lines", () => {
  const good = [...accountLines({ count: 1, seed: 3 })][0] as string;
  const { account } = JSON.parse(good) as { account: object };
  const issuesOf = async (line: string): Promise<string[]> =>
    (await told([line])).broken.flatMap(({ issues }) => issues.map(({ path, code }) => `${path.join(".")} ${code}`));

  it.each([
    ["no JSON", "{", " invalid_json"],
    ["another JSON type", "[]", " invalid_type"],
    ["no list of profiles", JSON.stringify({ account }), "profileIds invalid_type"],
    ["a key too many", JSON.stringify({ account, profileIds: [], note: "" }), "note unknown_key"],
    ["an unknown profile", JSON.stringify({ account, profileIds: ["credit-80", "nobody"] }), "profileIds.1 unknown_profile"],
    ["a profile twice", JSON.stringify({ account, profileIds: ["credit-80", "credit-80"] }), "profileIds.1 duplicate_id"],
    ["no account", JSON.stringify({ profileIds: [] }), "account required"],
    [
      "a fault within the account",
      JSON.stringify({ account: { ...account, currency: "XYZ" }, profileIds: [] }),
      "account.currency invalid_currency",
    ],
  ])("says what is wrong with %s", async (_, line, issue) => {
    expect(await issuesOf(line)).toEqual([issue]);
  });

  it("are reported with their numbers, and change no other line's plan", async () => {
    const { plans, broken, tally } = await told(accountLines(COMMITTED_BROKEN));
    const { plans: unbroken } = await told(accountLines({ ...COMMITTED_BROKEN, broken: 0 }));
    const lost = new Set(["customer-0000013", "customer-0000025", "customer-0000038"]);
    expect(broken.map(({ line }) => line)).toEqual([13, 25, 38]);
    expect(tally.brokenLines).toBe(3);
    expect(plans).toEqual(unbroken.filter(({ decision }) => !lost.has(decision.accountId)));
  });

  it("counts blank lines and skips them", async () => {
    const { broken, tally } = await told(["", good, " \r", "{"]);
    expect({ lines: broken.map(({ line }) => line), accounts: tally.accounts }).toEqual({ lines: [4], accounts: 1 });
  });
});

describe("memory", () => {
  it("reads no further than its plans are taken", async () => {
    let read = 0;
    function* endless(): Generator<string> {
      for (const line of accountLines({ count: Number.MAX_SAFE_INTEGER, seed: 1 })) {
        read++;
        yield line;
      }
    }
    const run = nightlyRun({ book, lines: endless(), at: NIGHT, tally: new Tally(rates), onBrokenLine: () => {} });
    await run.next();
    const after = read;
    await new Promise((resolve) => setImmediate(resolve));
    expect(read).toBe(after);
    await run.return();
  });
});

describe("the command", () => {
  let place: string;

  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), "nightly-run-"));
  });
  afterAll(() => rm(place, { recursive: true }));

  async function ran(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const code = await command([...args, "--out", join(place, "out", "plans.jsonl")], { stdout, stderr });
    stdout.end();
    stderr.end();
    return { code, stdout: await text(stdout), stderr: await text(stderr) };
  }

  it("exits with 1 where a line was broken, having told which and why", async () => {
    const { code, stdout, stderr } = await ran("--accounts", `${folder}accounts-with-broken-lines.jsonl`);
    expect(code).toBe(1);
    expect(stderr.split("\n").map((line) => line.split(": ").slice(0, 3).join(": "))).toEqual([
      "line 13: (line): invalid_json",
      "line 25: account.curency: unknown_key",
      "line 38: account.owed.outstanding: invalid_amount",
      "",
    ]);
    expect(stdout).toContain("accounts 47,");
  });

  it("exits with 0 where every line was read, and writes a plan a line", async () => {
    const accounts = join(place, "accounts.jsonl");
    const id = "customer\u2028with a line separator";
    const line = {
      account: { id, currency: "EUR", owed: { outstanding: "90" }, limits: { credit: "100" } },
      profileIds: ["headroom-gbp-100"],
    };
    const other = { ...line, account: { ...line.account, id: "b", currency: "GBP" } };
    await writeFile(accounts, `${JSON.stringify(line)}\r\n${JSON.stringify(other)}`);
    const { code, stdout, stderr } = await ran("--accounts", accounts);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("accounts 2, decisions 2, plans 1, broken lines 0");
    const plans = (await readFile(join(place, "out", "plans.jsonl"), "utf8")).trimEnd().split("\n");
    expect(plans.map((plan) => (JSON.parse(plan) as TopupPlan).idempotencyKey)).toEqual(["b/headroom-gbp-100/-/0"]);
  });

  it("exits with 2 where the run could not be made", async () => {
    expect((await ran("--accounts", join(place, "missing.jsonl"))).code).toBe(2);
    expect((await ran("--at", "yesterday")).stderr).toContain("at: ");
    expect((await ran("--acounts", "x")).code).toBe(2);
  });
});
