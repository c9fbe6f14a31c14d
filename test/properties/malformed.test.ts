import { types } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Account,
  applyPlan,
  evaluate,
  InvalidInputError,
  limitUsage,
  parseAccount,
  parseProfile,
  type Plan,
  planTopup,
  selectProfile,
  walletBalance,
} from "../../src/index.js";
import {
  accountSamples,
  anyJunk,
  attemptSample,
  junkFor,
  profileSamples,
  replaced,
  type Sample,
  unreadables,
  walletSample,
  without,
} from "./support/fields.js";
import { holds } from "./support/law.js";
import { isWithinReach, openSituations, rawSituations } from "./support/situations.js";

type Path = readonly (string | number)[];

/** The issues that it is refused for, or null where it is taken; anything else that is thrown goes through. */
function issuesOf(call: () => unknown): InvalidInputError["issues"] | null {
  try {
    call();
    return null;
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw new Error(`threw ${String(error)}, not an InvalidInputError`, { cause: error });
    expect(error.issues.length).toBeGreaterThan(0);
    expect(error.message).not.toBe("");
    return error.issues;
  }
}

const pointsAt = (path: Path, prefix: Path): boolean => prefix.every((step, index) => path[index] === step);

const { isDate } = types; // looks at no proxy's prototype

type Odd = { readonly value: unknown } | { readonly junk: number };

const made = (odd: Odd): unknown => ("junk" in odd ? anyJunk[odd.junk]?.() : odd.value);

const AT = "2026-06-01T09:00:00Z";
const [profileSample] = profileSamples as [(typeof profileSamples)[number]];
const [accountSample] = accountSamples as [(typeof accountSamples)[number]];
const plan = planTopup({
  profile: {
    id: "p1",
    trigger: { basis: "outstanding", type: "absoluteAmount", value: "100", referenceLimit: "credit" },
    topup: { mode: "fixedAmount", value: "5" },
  },
  account: accountSample.input,
  at: AT,
});

/** Every public function that takes an input from outside, as one of that input. */
const DOORS: readonly (readonly [name: string, enter: (input: unknown) => unknown])[] = [
  ["evaluate", (input) => evaluate(input as never)],
  ["planTopup", (input) => planTopup(input as never)],
  ["selectProfile", (input) => selectProfile(input as never)],
  ["parseProfile", (input) => parseProfile(input as never)],
  ["parseAccount", (input) => parseAccount(input as never)],
  ["limitUsage", (input) => limitUsage(input as never)],
  ["walletBalance's wallet", (input) => walletBalance(input as never, { at: AT })],
  ["walletBalance's options", (input) => walletBalance(walletSample.input, input as never)],
  ["applyPlan's account", (input) => applyPlan(input as never, plan, attemptSample.input)],
  ["applyPlan's plan", (input) => applyPlan(accountSample.input, input as never, attemptSample.input)],
  ["applyPlan's attempt", (input) => applyPlan(accountSample.input, plan, input as never)],
  ["evaluate's profile", (input) => evaluate({ profile: input as never, account: accountSample.input, at: AT })],
  ["evaluate's account", (input) => evaluate({ profile: profileSample.input, account: input as never, at: AT })],
  ["evaluate's at", (input) => evaluate({ profile: profileSample.input, account: accountSample.input, at: input as never })],
  ["selectProfile's profiles", (input) => selectProfile({ profiles: input as never, account: accountSample.input, at: AT })],
  ["selectProfile's first profile", (input) => selectProfile({ profiles: [input as never], account: accountSample.input, at: AT })],
];

describe("malformed input throws InvalidInputError, and nothing else", () => {
  it("the samples are well formed, and a top-up is due", () => {
    for (const { input } of profileSamples) expect(issuesOf(() => parseProfile(input))).toBeNull();
    for (const { input } of accountSamples) expect(issuesOf(() => parseAccount(input))).toBeNull();
    expect(issuesOf(() => walletBalance(walletSample.input, { at: AT }))).toBeNull();
    expect(plan.outcome).toBe("topup");
  });

  const anything = fc.anything({
    maxDepth: 4,
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
  });
  const keys = [
    "id",
    "profile",
    "account",
    "at",
    "profiles",
    "currency",
    "trigger",
    "topup",
    "wallets",
    "topups",
    "basis",
    "__proto__",
    "constructor",
  ];
  const shaped = fc.dictionary(fc.constantFrom(...keys), anything);
  // By index: a revoked proxy is nothing that fast-check itself could carry.
  const junk = fc.nat(anyJunk.length - 1).map((index): Odd => ({ junk: index }));
  const odd = fc.oneof(
    fc.oneof(anything, fc.jsonValue(), shaped, fc.array(anything)).map((value): Odd => ({ value })),
    junk,
  );
  const oddValue = fc.oneof(
    anything.map((value): Odd => ({ value })),
    junk,
  );

  it.each(DOORS)("%s, with anything at all", (_, enter) => {
    holds(odd, (drawn) => issuesOf(() => enter(made(drawn))) !== null, { runs: 50, exercised: 30 });
  });

  it.each(DOORS)("%s, with every kind of junk, and nothing", (name, enter) => {
    for (const make of [...anyJunk, () => undefined, () => null]) {
      const input = make();
      if (isDate(input) && name === "evaluate's at" && input.getTime() === 0) continue; // an instant may be one
      expect(issuesOf(() => enter(input))).not.toBeNull();
    }
  });

  it.each(DOORS)("%s, with the rest of a list or text", (_, enter) => {
    const hostile = [[], [[]], "", "{}", 0, [undefined], Array<unknown>(3), Object.create(profileSample.input) as unknown];
    for (const input of hostile) issuesOf(() => enter(input)); // nothing else is thrown
  });

  it("a valid situation of which any one value was replaced by anything", () => {
    const cases = fc.tuple(rawSituations, fc.nat(), oddValue);
    holds(
      cases,
      ([situation, turn, drawn]) => {
        const value = made(drawn);
        const paths = pathsOf(situation);
        const path = paths[turn % paths.length] as Path;
        const mutated = replaced(situation, path, value);
        const { profile, account } = mutated;
        issuesOf(() => evaluate(mutated));
        issuesOf(() => parseProfile(profile));
        issuesOf(() => parseAccount(account));
        issuesOf(() => limitUsage(account));
        issuesOf(() => selectProfile({ profiles: [profile, profile], account, at: mutated.at }));
        return issuesOf(() => planTopup(mutated)) !== null;
      },
      { runs: 200, exercised: 80 },
    );
  });

  it("a plan of which any one value was replaced by anything, or that is another's", () => {
    const cases = fc.tuple(openSituations, fc.nat(), oddValue);
    holds(
      cases,
      ([{ profile, account, at }, turn, drawn]) => {
        const planned = planTopup({ profile, account, at });
        const paths = pathsOf(planned);
        const mutated = replaced<Plan>(planned, paths[turn % paths.length] as Path, made(drawn));
        if (isWithinReach({ account }, planned))
          expect(issuesOf(() => applyPlan(account, planned, { id: "~next", status: "paid" })) === null).toBe(planned.outcome === "topup");
        issuesOf(() => applyPlan(account, planned, { id: "~next", status: "paid" }));
        issuesOf(() => applyPlan(accountSample.input, planned, { id: "~next", status: "paid" }));
        return issuesOf(() => applyPlan(account, mutated, { id: "~next", status: "paid" })) !== null;
      },
      { runs: 150, exercised: 60 },
    );
  });

  it("a valid situation in which an accessor throws, anywhere", () => {
    holds(
      fc.tuple(rawSituations, fc.nat()),
      ([situation, turn]) => {
        const paths = pathsOf(situation);
        const path = paths[turn % paths.length] as Path;
        const key = path.at(-1) as string | number;
        const parentPath = path.slice(0, -1);
        const parent = parentPath.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], situation) as object;
        const copy = (Array.isArray(parent) ? [...(parent as unknown[])] : { ...parent }) as object;
        Object.defineProperty(copy, key, {
          enumerable: true,
          get: () => {
            throw new TypeError("not today");
          },
        });
        expect(issuesOf(() => planTopup(replaced(situation, parentPath, copy)))).not.toBeNull();
        return true;
      },
      { runs: 100, exercised: 100 },
    );
  });

  it("an input nested without end, or wider than it is deep", () => {
    const deep = (levels: number): unknown => (levels === 0 ? "x" : { deeper: deep(levels - 1) });
    for (const [, enter] of DOORS) {
      expect(issuesOf(() => enter({ id: deep(1000) }))).not.toBeNull();
      expect(issuesOf(() => enter(Array.from({ length: 2000 }, () => null)))).not.toBeNull();
    }
  });
});

function pathsOf(value: unknown, prefix: Path = []): Path[] {
  if (typeof value !== "object" || value === null || value instanceof Date) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const path = [...prefix, Array.isArray(value) ? Number(key) : key];
    return [path, ...pathsOf(each, path)];
  });
}

const SAMPLES: readonly (Sample<unknown> & { readonly parse: (input: unknown) => unknown })[] = [
  ...profileSamples.map((each) => ({
    ...each,
    name: `a profile on ${each.name}`,
    parse: (input: unknown) => parseProfile(input as never),
  })),
  ...accountSamples.map((each) => ({ ...each, parse: (input: unknown) => parseAccount(input as never) })),
  { ...walletSample, parse: (input) => walletBalance(input as never, { at: AT }) },
  { ...attemptSample, parse: (input) => applyPlan(accountSample.input, plan, input as never) },
];

describe("each fault is told where it is", () => {
  it.each(SAMPLES)("$name: each field refuses each kind of junk, by an issue that points at it", ({ input, fields, parse }) => {
    const missed: string[] = [];
    for (const { path, kind } of fields) {
      for (const [name, make] of junkFor(kind)) {
        const issues = issuesOf(() => parse(replaced(input, path, make())));
        if (!issues?.some((issue) => pointsAt(issue.path, path))) missed.push(`${path.join(".")} ← ${name}: ${told(issues)}`);
      }
    }
    expect(missed).toEqual([]);
    for (const { path } of fields)
      for (const make of unreadables) expect(issuesOf(() => parse(replaced(input, path, make())))).not.toBeNull();
  });

  it.each(SAMPLES)("$name: the table knows every field", ({ input, fields }) => {
    const known = new Set(fields.map(({ path }) => path.join(".")));
    const inner = (path: Path): boolean =>
      fields.some((field) => field.kind === "duration" && pointsAt(path, field.path)) ||
      /^(wallets\.1|caps\.1|failures|limits\.unbilled)/.test(path.join("."));
    expect(
      pathsOf(input)
        .filter((path) => !known.has(path.join(".")) && !inner(path))
        .map((path) => path.join(".")),
    ).toEqual(["topups.0.failure"].filter(() => "topups" in (input as object)));
  });

  it.each(SAMPLES)("$name: a required field that is missing, undefined or null is told", ({ input, fields, parse }) => {
    for (const { path, optional } of fields.filter(({ path }) => typeof path.at(-1) === "string")) {
      if (optional || path.join(".") === "credit.metadata.source") continue;
      for (const mutated of [without(input, path), replaced(input, path, undefined), replaced(input, path, null)]) {
        expect({ path, issues: issuesOf(() => parse(mutated)) }).toMatchObject({
          issues: expect.arrayContaining([expect.objectContaining({ path })]),
        });
      }
    }
  });

  it.each(SAMPLES)("$name: null is the same as left out, but a fault in a boolean or a word", ({ input, fields, parse }) => {
    let same = 0;
    for (const field of fields.filter(({ optional }) => optional)) {
      const { path, kind } = field;
      const [gone, nothing] = [without(input, path), replaced(input, path, null)];
      const isFault = kind === "boolean" || kind === "word";
      if (isFault) {
        expect({ path, issues: issuesOf(() => parse(nothing)) }).toMatchObject({
          issues: expect.arrayContaining([expect.objectContaining({ path })]),
        });
        continue;
      }
      if (path[0] === "limits" && path.length > 1) continue; // null is unlimited there
      expect(outcomeOf(() => parse(nothing))).toEqual(outcomeOf(() => parse(gone)));
      expect(outcomeOf(() => parse(replaced(input, path, undefined)))).toEqual(outcomeOf(() => parse(gone)));
      same += 1;
    }
    expect(same).toBeGreaterThanOrEqual(fields.length > 3 ? 5 : 0);
  });

  it("null is unlimited in limits, a missing name is unknown; and it is no failure in a record", () => {
    const { input } = accountSample;
    expect(parseAccount({ ...input, limits: { credit: null } }).limits).toEqual({ credit: null });
    expect(parseAccount({ ...input, limits: { credit: undefined } }).limits).toEqual({});
    const record = { id: "t1", charge: "1", createdAt: AT } as const;
    const failures = (status: "failed" | "paid", failure?: null): Account["topups"] =>
      parseAccount({ ...input, topups: [{ ...record, status, ...(failure === null && { failure }) }] }).topups;
    expect(failures("failed", null)).toEqual(failures("failed"));
    expect(failures("paid", null)[0]?.failure).toBeNull();
  });

  it.each(SAMPLES)("$name: an unknown key is told in each object, by name", ({ input, parse }) => {
    const objects = [[], ...pathsOf(input).filter((path) => isRecord(at(input, path)))].filter((path) => !isDictionary(path));
    for (const path of objects) {
      const key = [...path, "colldown"];
      const issues = issuesOf(() => parse(replaced(input, key, null)));
      expect({ key, issues }).toMatchObject({
        issues: expect.arrayContaining([expect.objectContaining({ path: key, code: "unknown_key" })]),
      });
    }
  });

  it.each(SAMPLES)("$name: __proto__ as a key is a fault anywhere", ({ input, parse }) => {
    const objects = [[], ...pathsOf(input).filter((path) => isRecord(at(input, path)))];
    for (const path of objects) {
      const hostile = JSON.parse(JSON.stringify(at(input, path)).replace("{", '{"__proto__":{},').replace(",}", "}")) as unknown;
      const issues = issuesOf(() => parse(replaced(input, path, hostile)));
      expect({ path, issues }).toMatchObject({
        issues: expect.arrayContaining([expect.objectContaining({ path: [...path, "__proto__"], code: "forbidden_key" })]),
      });
    }
  });

  it("an unknown key is told in each object of any valid situation", () => {
    holds(
      fc.tuple(rawSituations, fc.nat()),
      ([situation, turn]) => {
        const objects = [[], ...pathsOf(situation).filter((path) => isRecord(at(situation, path)))].filter((path) => !isDictionary(path));
        const path = [...(objects[turn % objects.length] as Path), "colldown"];
        expect({ path, issues: issuesOf(() => planTopup(replaced(situation, path, 1))) }).toEqual({
          path,
          issues: [expect.objectContaining({ path, code: "unknown_key" })],
        });
        return true;
      },
      { runs: 150, exercised: 150 },
    );
  });

  it("several faults are all told", () => {
    const tables = [...profileSamples, ...accountSamples];
    const cases = fc
      .constantFrom(...tables)
      .chain((sample) => fc.tuple(fc.constant(sample as Sample<unknown>), fc.subarray([...sample.fields], { minLength: 2, maxLength: 4 })));
    holds(
      cases,
      ([{ input, fields: _ }, chosen]) => {
        const apart = chosen.filter(
          ({ path }, index) =>
            chosen.every((other, at) => at === index || !pointsAt(path, other.path)) && !/kind|mode|basis|type|window/.test(path.join(".")),
        );
        const parse = "trigger" in (input as object) ? parseProfile : parseAccount;
        const mutated = apart.reduce((value, { path }) => replaced(value, path, 5n), input);
        if (apart.length === 0) return false;
        const issues = issuesOf(() => parse(mutated as never));
        for (const { path } of apart)
          expect({ path, told: issues?.some((issue) => pointsAt(issue.path, path)) }).toEqual({ path, told: true });
        return apart.length > 1;
      },
      { runs: 100, exercised: 32 },
    );
  });
});

function at(input: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], input);
}

function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

const isDictionary = (path: Path): boolean => path.at(-1) === "limits" || path.at(-1) === "metadata";

function told(issues: InvalidInputError["issues"] | null): string {
  return issues === null ? "taken" : issues.map(({ path, code }) => `${path.join(".")} ${code}`).join(", ");
}

function outcomeOf(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return (error as InvalidInputError).issues;
  }
}
