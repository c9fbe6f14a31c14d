import {
  type OrbCreditBlock,
  type OrbTopUp,
  parseOrbCreditBlock,
  parseOrbTopUp,
  profileFromOrb,
  topupsFromOrb,
  walletFromOrb,
} from "auto-topup/orb";
import { describe, expect, it } from "vitest";
import { faults, issues, messages } from "../../support/faults.js";
import { AT, block, topUp } from "./build.js";

const JUNK: readonly unknown[] = [
  true,
  7.5,
  "junk",
  "",
  [],
  {},
  [1],
  new Date(0),
  () => 1,
  Symbol("junk"),
  10n,
  new Map(),
  Number.NaN,
  null,
  undefined,
];

type Path = readonly (string | number)[];

/** Each documented field, and what of the junk it takes. */
const TOP_UP: readonly (readonly [path: Path, takes: readonly unknown[]])[] = [
  [["id"], ["junk", null, undefined]],
  [["currency"], ["junk"]],
  [["threshold"], []],
  [["amount"], []],
  [["per_unit_cost_basis"], []],
  [["invoice_settings"], []],
  [["invoice_settings", "auto_collection"], [true]],
  [["invoice_settings", "net_terms"], []],
  [
    ["invoice_settings", "memo"],
    ["junk", "", null, undefined],
  ],
  [
    ["invoice_settings", "require_successful_payment"],
    [true, undefined],
  ],
  [["expires_after"], []],
  [["expires_after_unit"], []],
  [["active_from"], [null, undefined]],
];

const BLOCK: readonly (readonly [path: Path, takes: readonly unknown[]])[] = [
  [["id"], ["junk"]],
  [["balance"], [7.5]],
  [["status"], []],
  [["effective_date"], [null, undefined]],
  [["expiry_date"], [null, undefined]],
  [["maximum_initial_balance"], [7.5, null, undefined]],
  [["per_unit_cost_basis"], [null, undefined]],
  [["filters"], [[], null, undefined]],
  [["filters", 0], []],
  [["filters", 0, "field"], []],
  [["filters", 0, "operator"], []],
  [["filters", 0, "values"], [[]]],
  [["filters", 0, "values", 0], ["junk"]],
  [["metadata"], [{}, null, undefined]],
  [
    ["metadata", "note"],
    ["junk", "", undefined],
  ],
  [["credit_block_source"], [null, undefined]],
];

/** The document with one value put in, nothing else changed. */
function withValue(document: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const inner = withValue((document as Record<string | number, unknown>)[step], rest, value);
  if (Array.isArray(document)) return document.map((each: unknown, index) => (index === step ? inner : each));
  return { ...(document as object), [step]: inner };
}

const wholeTopUp = topUp({
  invoice_settings: { auto_collection: true, net_terms: 0, memo: "Credits", require_successful_payment: true },
  expires_after: 3,
  expires_after_unit: "month",
  active_from: "2026-06-01T00:00:00Z",
});
const wholeBlock = block({
  filters: [{ field: "item_id", operator: "includes", values: ["item_api"] }],
  metadata: { note: "trial" },
});

/** The same value, or both an empty list, or both an empty object. */
function isAlike(a: unknown, b: unknown): boolean {
  const [x, y] = [a, b].map((each) => (says(each) === "[object Object]" || (Array.isArray(each) && each.length === 0) ? says(each) : each));
  return Object.is(x, y);
}

function says(junk: unknown): string {
  return typeof junk === "object" && junk !== null ? Object.prototype.toString.call(junk) : String(junk);
}

describe("a malformed field is one fault, at Orb's own path", () => {
  const wrong = (fields: typeof TOP_UP) =>
    fields.flatMap(([path, takes]) =>
      JUNK.filter((junk) => !takes.some((each) => isAlike(each, junk))).map((junk) => ({
        field: path.join("."),
        junk,
        path,
        label: says(junk),
      })),
    );

  it.each(wrong(TOP_UP))("top-up: $field is $label", ({ path, junk }) => {
    const document = withValue(wholeTopUp, path, junk) as OrbTopUp;
    for (const read of [() => parseOrbTopUp(document), () => profileFromOrb(document)]) {
      const [first, ...more] = issuePaths(read);
      expect(more.filter((each) => !isNear(path, each))).toEqual([]);
      expect(isNear(path, first)).toBe(true);
    }
  });

  it.each(wrong(BLOCK))("credit block: $field is $label", ({ path, junk }) => {
    const document = withValue(wholeBlock, path, junk) as OrbCreditBlock;
    const [first, ...more] = issuePaths(() => parseOrbCreditBlock(document));
    expect(more.filter((each) => !isNear(path, each))).toEqual([]);
    expect(isNear(path, first)).toBe(true);
    const inList = issuePaths(() => walletFromOrb([block({ id: "b0" }), document], { currency: "credits", at: AT }));
    expect(inList[0]).toEqual([1, ...(first as Path)]);
  });

  it.each(JUNK.map((junk) => ({ junk, label: says(junk) })))("neither document is $label", ({ junk }) => {
    const isEmpty = isAlike(junk, {}) || junk instanceof Date; // its fields are missing
    for (const parse of [parseOrbTopUp, parseOrbCreditBlock]) {
      const paths = issuePaths(() => parse(junk as never));
      expect(paths.length).toBeGreaterThan(0);
      if (!isEmpty) expect(paths).toContainEqual([]);
    }
  });

  it("leaves out what may not be left out", () => {
    expect(faults(() => parseOrbTopUp({} as never))).toEqual([
      "currency: required",
      "threshold: required",
      "amount: required",
      "per_unit_cost_basis: required",
      "invoice_settings: required",
    ]);
    expect(faults(() => parseOrbTopUp(topUp({ invoice_settings: {} as never })))).toEqual([
      "invoice_settings.auto_collection: required",
      "invoice_settings.net_terms: required",
    ]);
    expect(faults(() => parseOrbCreditBlock({} as never))).toEqual(["id: required", "balance: required", "status: required"]);
  });
});

describe("a top-up is refused", () => {
  it.each([
    ["an amount of nothing", topUp({ amount: "0" }), "amount: out_of_range"],
    ["a negative amount", topUp({ amount: "-5" }), "amount: out_of_range"],
    ["an amount with an exponent", topUp({ amount: "1e3" }), "amount: invalid_amount"],
    ["an amount as a number, which Orb takes as text only", topUp({ amount: 500 as never }), "amount: invalid_type"],
    ["a negative cost", topUp({ per_unit_cost_basis: "-0.01" }), "per_unit_cost_basis: out_of_range"],
    [
      "half a day of net terms",
      topUp({ invoice_settings: { auto_collection: true, net_terms: 0.5 } }),
      "invoice_settings.net_terms: invalid_number",
    ],
    [
      "negative net terms",
      topUp({ invoice_settings: { auto_collection: true, net_terms: -1 } }),
      "invoice_settings.net_terms: out_of_range",
    ],
    ["an expiry of nothing", topUp({ expires_after: 0, expires_after_unit: "day" }), "expires_after: out_of_range"],
    ["an expiry without its unit", topUp({ expires_after: 3 }), "expires_after_unit: missing_companion"],
    ["a unit without an expiry", topUp({ expires_after_unit: "day" }), "expires_after: missing_companion"],
    ["an expiry in weeks", topUp({ expires_after: 3, expires_after_unit: "week" as never }), "expires_after_unit: invalid_value"],
    ["an expiry of more than a century", topUp({ expires_after: 1201, expires_after_unit: "month" }), "expires_after: out_of_range"],
    ["a date without a time", topUp({ active_from: "2026-06-01" }), "active_from: invalid_instant"],
    ["a key that would be a prototype", JSON.parse(`{ "__proto__": {} }`) as never, "__proto__: forbidden_key"],
  ])("for %s", (_, document, fault) => {
    expect(faults(() => parseOrbTopUp(document))[0]).toBe(fault);
  });

  it("without an id for the profile", () => {
    const { id: _, ...request } = topUp();
    expect(faults(() => profileFromOrb(request))).toEqual(["id: required"]);
    expect(profileFromOrb(request, { id: "mine" }).id).toBe("mine");
  });
});

describe("an expiry is of a century at most", () => {
  const expiry = (expires_after: number, expires_after_unit: "day" | "month") => () =>
    parseOrbTopUp(topUp({ expires_after, expires_after_unit }));

  it.each([
    [1200, "month"],
    [1201, "day"],
    [36_525, "day"],
  ] as const)("%i %ss are taken", (value, unit) => {
    expect(expiry(value, unit)).not.toThrow();
  });

  it.each([
    [1201, "month", "must not be longer than 100 years"],
    [36_526, "day", "must be from 1 to 36525"],
  ] as const)("%i %ss are refused", (value, unit, message) => {
    expect(messages(expiry(value, unit))).toEqual([`expires_after: ${message}`]);
  });
});

describe("blocks are refused", () => {
  it("where two have one id", () => {
    expect(faults(() => walletFromOrb([block(), block()], { currency: "credits", at: AT }))).toEqual(["1.id: duplicate_id"]);
    expect(faults(() => topupsFromOrb([block(), block()], { currency: "credits", invoicingCurrency: "USD", at: AT }))).toEqual([
      "1.id: duplicate_id",
    ]);
  });

  it("where they are no list", () => {
    expect(faults(() => walletFromOrb({ data: [] } as never, { currency: "credits", at: AT }))).toEqual([": invalid_type"]);
  });

  it.each([
    [{}, ["currency: required", "at: required"]],
    [{ currency: "credits", at: "yesterday" }, ["at: invalid_instant"]],
    [{ currency: "credits", at: AT, costBasis: "0" }, ["costBasis: out_of_range"]],
    [{ currency: "credits", at: AT, scale: 13 }, ["scale: out_of_range"]],
    [{ currency: "credits", at: AT, scale: 1.5 }, ["scale: invalid_number"]],
    [{ currency: "credits", at: AT, item: [] }, ["item: unknown_key"]],
    [{ currency: "credits", at: AT, createdAt: { b1: "soon" } }, ["createdAt.b1: invalid_instant"]],
    [null, [": required"]],
  ])("with the options %j", (options, expected) => {
    expect(faults(() => walletFromOrb([], options as never))).toEqual(expected);
  });
});

function issuePaths(call: () => unknown): Path[] {
  return issues(call).map(({ path }) => path);
}

/** At the field, inside it, or (an expiry) at the companion that it left alone. */
function isNear(path: Path, found: Path | undefined): boolean {
  if (found === undefined) return false;
  const same = path.every((step, index) => found[index] === step);
  return same || (path.length === 1 && String(path[0]).startsWith("expires_after") && String(found[0]).startsWith("expires_after"));
}
