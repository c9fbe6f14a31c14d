import { ESLint } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, it } from "vitest";

// The snippets are in no file, so the rules that ask the compiler stay out of it.
const eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked as never });

/** The rules of this house that a snippet breaks, were it in that file. */
async function broken(path: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: path });
  if (result === undefined) throw new Error(`${path} is not linted`);
  expect(result.fatalErrorCount, JSON.stringify(result.messages)).toBe(0);
  const rules = result.messages.map(({ ruleId }) => (ruleId ?? "").replace("@typescript-eslint/", ""));
  return [...new Set(rules)].filter((rule) => rule.startsWith("no-restricted") || rule === "no-eval" || rule === "no-new-func");
}

const anywhere = [
  "src/index.ts",
  "src/engine/guards/some.ts",
  "src/ledger/some.ts",
  "src/model/some.ts",
  "src/base/some.ts",
  "src/insight/explain/some.ts",
  "src/vendors/orb/some.ts",
  "src/plot/some.ts",
  "src/testing/some.ts",
];
const wording = ["src/base/zone.ts", "src/base/locale.ts", "src/base/short-forms.ts"];
const everywhere = [...anywhere, ...wording, "src/base/instant.ts", "src/base/decimal.ts"];

describe("in src it is forbidden", () => {
  const globals =
    "process performance console crypto navigator global globalThis setTimeout setInterval setImmediate clearTimeout queueMicrotask fetch Buffer require";
  it.each(globals.split(" "))("to use the global %s", async (name) => {
    for (const path of everywhere) expect(await broken(path, `export const it = ${name};`), path).toEqual(["no-restricted-globals"]);
  });

  it.each([
    ["Date.now", "Date.now()"],
    ["Date.now in brackets", 'Date["now"]()'],
    ["Date.now taken out", "(() => { const { now } = Date; return now(); })()"],
    ["Math.random", "Math.random()"],
    ["Math.random taken out", "(() => { const { random } = Math; return random(); })()"],
  ])("to ask the clock or chance: %s", async (_, code) => {
    for (const path of everywhere) expect(await broken(path, `export const it = ${code};`), path).toContain("no-restricted-properties");
  });

  it.each([
    ["the time now", "new Date()"],
    ["the time now, as text", "Date()"],
    ["local fields", "new Date(2025, 0, 1)"],
    ["a UUID", "webcrypto.randomUUID()"],
    ["TZDate", "new TZDate(0)"],
    ["a dynamic import", 'import("./other.js")'],
    ["an imported type in passing", 'null as import("zod").ZodType | null'],
  ])("to make %s", async (_, code) => {
    for (const path of everywhere) expect(await broken(path, `export const it = ${code};`), path).toContain("no-restricted-syntax");
  });

  const fields = "FullYear Month Date Day Hours Minutes Seconds Milliseconds".split(" ");
  const local = [
    ...fields.map((field) => `get${field}`),
    "getTimezoneOffset",
    "getYear",
    ...fields.filter((field) => field !== "Day").map((field) => `set${field}`),
  ];
  const texts = [
    "toString",
    "toDateString",
    "toTimeString",
    "toLocaleString",
    "toLocaleDateString",
    "toLocaleTimeString",
    "toLocaleLowerCase",
    "localeCompare",
  ];
  it.each([...local, ...texts])("to call %s", async (method) => {
    const paths = method === "toString" ? everywhere.filter((path) => path !== "src/base/decimal.ts") : everywhere;
    for (const path of paths) expect(await broken(path, `export const it = value.${method}();`), path).toEqual(["no-restricted-syntax"]);
  });
  it.each(local)("to call %s in brackets", async (method) => {
    expect(await broken("src/base/some.ts", `export const it = value["${method}"]();`)).toEqual(["no-restricted-syntax"]);
  });

  it.each([
    ["Date", ["src/base/instant.ts"]],
    ["Intl", wording],
  ])("to use %s outside the files that it belongs to", async (name, homes) => {
    for (const path of everywhere) {
      const expected = homes.includes(path) ? [] : ["no-restricted-globals"];
      expect(await broken(path, `export const it = ${name}.prototype;`), path).toEqual(expected);
    }
  });

  it("to run text as code", async () => {
    expect(await broken("src/base/some.ts", 'export const it = eval("1");')).toEqual(["no-eval"]);
    expect(await broken("src/base/some.ts", 'export const it = new Function("return 1");')).toEqual(["no-new-func"]);
  });

  it.each([
    "node:fs",
    "node:crypto",
    "fs",
    "fs/promises",
    "crypto",
    "timers",
    "@date-fns/tz",
    "date-fns",
    "auto-topup",
    "./index.js",
    "../index.js",
    "../model/index.js",
    "..",
    ".",
  ])('to import "%s"', async (wanted) => {
    for (const path of everywhere)
      expect(await broken(path, `import { it } from "${wanted}";\nexport { it };`), path).toEqual(["no-restricted-imports"]);
    for (const path of everywhere) expect(await broken(path, `export { it } from "${wanted}";`), path).toEqual(["no-restricted-imports"]);
    for (const path of everywhere)
      expect(await broken(path, `import type { It } from "${wanted}";\nexport type { It };`), path).toEqual(["no-restricted-imports"]);
  });

  it("to export whatever another file has", async () => {
    for (const path of everywhere) expect(await broken(path, 'export * from "./other.js";'), path).toEqual(["no-restricted-syntax"]);
  });

  it("to use decimal.js outside src/base/decimal.ts, and to use its default import there", async () => {
    for (const path of everywhere) {
      const home = path === "src/base/decimal.ts";
      expect(await broken(path, 'export { Decimal } from "decimal.js";'), path).toEqual(home ? [] : ["no-restricted-imports"]);
      expect(await broken(path, 'import Decimal from "decimal.js";\nexport { Decimal };'), path).toEqual(["no-restricted-imports"]);
      expect(await broken(path, 'import * as decimal from "decimal.js";\nexport { decimal };'), path).toEqual(["no-restricted-imports"]);
      expect(await broken(path, 'export { Decimal } from "decimal.js/decimal.mjs";'), path).toEqual(["no-restricted-imports"]);
    }
  });

  it("to use zod outside src/base", async () => {
    for (const path of [
      "src/index.ts",
      "src/engine/some.ts",
      "src/ledger/some.ts",
      "src/model/some.ts",
      "src/insight/explain/some.ts",
      "src/vendors/orb/some.ts",
      "src/plot/some.ts",
      "src/testing/some.ts",
      "src/base/decimal.ts",
    ]) {
      for (const zod of ["zod", "zod/v4", "zod/mini"]) {
        expect(await broken(path, `import * as z from "${zod}";\nexport { z };`), path).toEqual(["no-restricted-imports"]);
        expect(await broken(path, `import type * as z from "${zod}";\nexport type { z };`), path).toEqual(["no-restricted-imports"]);
      }
    }
    expect(await broken("src/base/schema.ts", 'import * as z from "zod";\nexport { z };')).toEqual([]);
  });

  it("to use fast-check outside src/testing", async () => {
    for (const path of everywhere) {
      const expected = path === "src/testing/some.ts" ? [] : ["no-restricted-imports"];
      expect(await broken(path, 'import * as fc from "fast-check";\nexport { fc };'), path).toEqual(expected);
      expect(await broken(path, 'import type { Arbitrary } from "fast-check";\nexport type { Arbitrary };'), path).toEqual(expected);
    }
  });
});

describe("imports only go down", () => {
  const floors = ["base", "model", "ledger", "engine", "insight"];
  const pairs = floors.flatMap((from, floor) => floors.map((to, other) => ({ from, to, allowed: other <= floor })));

  it.each(pairs)("from $from to $to: $allowed", async ({ from, to, allowed }) => {
    const expected = allowed ? [] : ["no-restricted-imports"];
    expect(await broken(`src/${from}/some.ts`, `export { it } from "../${to}/other.js";`)).toEqual(expected);
    expect(await broken(`src/${from}/deep/some.ts`, `export { it } from "../../${to}/other.js";`)).toEqual(expected);
    expect(await broken(`src/${from}/some.ts`, `import type { It } from "../${to}/other.js";\nexport type { It };`)).toEqual(expected);
  });

  it.each(["base", "model", "ledger", "engine"])("from vendors to %s", async (to) => {
    const expected = ["base", "model"].includes(to) ? [] : ["no-restricted-imports"];
    expect(await broken("src/vendors/orb/some.ts", `export { it } from "../../${to}/other.js";`)).toEqual(expected);
  });

  it.each(["base", "model", "ledger", "engine", "insight"])("from the plot to %s", async (to) => {
    const expected = ["base", "model", "insight"].includes(to) ? [] : ["no-restricted-imports"];
    expect(await broken("src/plot/some.ts", `export { it } from "../${to}/other.js";`)).toEqual(expected);
  });

  it.each(floors)("from what others test with to %s", async (to) => {
    expect(await broken("src/testing/some.ts", `export { it } from "../${to}/other.js";`)).toEqual([]);
  });

  it.each([...floors, "plot", "testing"])("from %s to no vendor", async (from) => {
    expect(await broken(`src/${from}/some.ts`, 'export { it } from "../vendors/orb/other.js";')).toEqual(["no-restricted-imports"]);
  });

  it.each([...floors, "vendors", "plot"])("from %s to nothing that others test with", async (from) => {
    expect(await broken(`src/${from}/some.ts`, 'export { it } from "../testing/other.js";')).toEqual(["no-restricted-imports"]);
  });

  it.each([...floors, "vendors", "testing"])("from %s to no plot", async (from) => {
    expect(await broken(`src/${from}/some.ts`, 'export { it } from "../plot/other.js";')).toEqual(["no-restricted-imports"]);
  });
});

describe("the reference model shares nothing with the library", () => {
  it.each(["../../src/index.js", "../../src/base/decimal.js", "../../../src/base/decimal.js", "auto-topup"])(
    'but types: "%s"',
    async (wanted) => {
      expect(await broken("test/model/some.ts", `import { it } from "${wanted}";\nexport { it };`)).toEqual(["no-restricted-imports"]);
      expect(await broken("test/model/some.ts", `import * as it from "${wanted}";\nexport { it };`)).toEqual(["no-restricted-imports"]);
      expect(await broken("test/model/some.ts", `export { it } from "${wanted}";`)).toEqual(["no-restricted-imports"]);
      expect(await broken("test/model/some.ts", `import type { It } from "${wanted}";\nexport type { It };`)).toEqual([]);
    },
  );

  it.each(["zod", "zod/v4", "decimal.js", "date-fns", "date-fns/addDays", "@date-fns/utc", "@date-fns/tz"])(
    'not "%s" either',
    async (wanted) => {
      expect(await broken("test/model/some.ts", `import { it } from "${wanted}";\nexport { it };`)).toEqual(["no-restricted-imports"]);
      expect(await broken("test/model/some.ts", `import type { It } from "${wanted}";\nexport type { It };`)).toEqual([
        "no-restricted-imports",
      ]);
    },
  );

  it("and imports nothing at run time", async () => {
    expect(await broken("test/model/some.ts", 'export const it = import("../../src/index.js");')).toEqual(["no-restricted-syntax"]);
  });
});

describe("it is allowed", () => {
  it.each([
    ["src/base/instant.ts", "export const it = (ms: number): string => new Date(ms).toISOString();"],
    ["src/base/instant.ts", "export const it = Date.parse;"],
    ["src/base/zone.ts", 'export const it = new Intl.DateTimeFormat("en-US", { timeZone: "UTC" });'],
    ["src/base/locale.ts", 'export const it = new Intl.NumberFormat("en");'],
    ["src/base/short-forms.ts", 'export const it = new Intl.NumberFormat("en");'],
    [
      "src/base/calendar.ts",
      'import { UTCDate } from "@date-fns/utc";\nimport { addDays } from "date-fns/addDays";\nexport const it = addDays(new UTCDate(0), 1).getTime();',
    ],
    ["src/base/decimal.ts", 'import { Decimal } from "decimal.js";\nexport const it = new Decimal(1).toString();'],
    ["src/base/fields.ts", "export type It = string | Date;"],
    ["src/engine/guards/some.ts", 'export { it } from "../situation.js";'],
    ["src/index.ts", 'export { it } from "./engine/evaluate.js";'],
    ["test/model/some.ts", 'export { it } from "./other.js";'],
    ["test/engine/some.test.ts", 'import { it } from "../../src/index.js";\nexport const now = [Date.now(), it];'],
  ])("%s: %s", async (path, code) => {
    expect(await broken(path, code)).toEqual([]);
  });
});
