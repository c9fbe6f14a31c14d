import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/** What a pure library has no use for: clocks, chance, timers, the process, the network, the console. */
const IMPURE = [
  ...[
    "process",
    "performance",
    "console",
    "crypto",
    "navigator",
    "global",
    "globalThis",
    "self",
    "window",
    "Temporal",
    "Buffer",
    "require",
  ],
  ...["setTimeout", "setInterval", "setImmediate", "clearTimeout", "clearInterval", "clearImmediate", "queueMicrotask"],
  ...[
    "fetch",
    "XMLHttpRequest",
    "WebSocket",
    "MessageChannel",
    "Worker",
    "SharedArrayBuffer",
    "Atomics",
    "WeakRef",
    "FinalizationRegistry",
  ],
];

const FIELDS = "(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|Year)";
const LOCAL_DATE = `/^(get${FIELDS}|getTimezoneOffset|set${FIELDS}|to(Date|Time)String)$/`;

const impureSyntax = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length!=1]",
    message: "The instant is an argument: no clock, and no fields in the process's time zone.",
  },
  { selector: "CallExpression[callee.name='Date']", message: "The instant is an argument: no clock." },
  { selector: "CallExpression[callee.property.name='randomUUID']", message: "The same input gives the same output: no chance." },
  {
    selector: `MemberExpression[property.name=${LOCAL_DATE}]`,
    message: "Local fields depend on the process's time zone: use date-fns on a UTCDate, or the UTC fields.",
  },
  {
    selector: `MemberExpression[property.value=${LOCAL_DATE}]`,
    message: "Local fields depend on the process's time zone: use date-fns on a UTCDate, or the UTC fields.",
  },
  { selector: "MemberExpression[property.name=/^(toLocale|localeCompare$)/]", message: "It depends on the process's locale." },
  { selector: "Identifier[name='TZDate']", message: "TZDate lets the process's time zone into its results." },
  { selector: "ImportExpression", message: "Imports are static, so that their direction can be checked." },
  { selector: "TSImportType", message: "Imports stand at the top, so that their direction can be checked." },
  { selector: "ExportAllDeclaration", message: "A file names what it exports." },
];
const dateText = {
  selector: "MemberExpression[property.name='toString']",
  message: "The text of a Date depends on the process's time zone: String(…) for numbers, canonical(…) for decimals.",
};

const DECIMAL = { regex: "^decimal\\.js", message: "Decimals belong to src/base/decimal.ts." };
const ZOD = { regex: "^zod", message: "zod belongs to src/base." };
const FAST_CHECK = { regex: "^fast-check", message: "fast-check belongs to src/testing: nobody else may need it." };

/** Never, whatever the file. */
const foreign = [
  {
    regex:
      "^node:|^(assert|buffer|child_process|crypto|events|fs|os|path|perf_hooks|process|stream|timers|url|util|vm|worker_threads)(/|$)",
    message: "The library runs everywhere, not in Node alone.",
  },
  { regex: "^@date-fns/tz", message: "TZDate lets the process's time zone into its results; zones belong to src/base/zone.ts." },
  { regex: "^date-fns$", message: "The barrel takes seconds to load: import date-fns/x." },
  { regex: "^auto-topup", message: "A file imports the file that it means." },
  { regex: "(^|/)index(\\.[a-z]+)?$|^\\.\\.?/?$", message: "index.ts is a face for outsiders: a file imports the file that it means." },
];

/**
 * Imports only ever go down: each floor knows the ones below it. Vendor formats know the model and the base alone; the
 * picture knows what insight says, and no rule. What others test with knows them all.
 */
const floors = [
  { floor: "insight", above: [] },
  { floor: "engine", above: ["insight"] },
  { floor: "ledger", above: ["insight", "engine"] },
  { floor: "model", above: ["insight", "engine", "ledger"] },
  { floor: "base", above: ["insight", "engine", "ledger", "model"] },
  { floor: "vendors", above: ["insight", "engine", "ledger"] },
  { floor: "plot", above: ["engine", "ledger"] },
  { floor: "testing", above: [] },
];

/** What stands beside the floors: nothing of the library knows it. */
const BESIDE = ["vendors", "plot", "testing"];

function upwards(floor, above) {
  const forbidden = [...above, ...BESIDE.filter((other) => other !== floor)];
  return { regex: `^\\.\\.?/(.*/)?(${forbidden.join("|")})(/|$)`, message: `src/${floor} knows nothing of the floors above it.` };
}

function restrictedImports(patterns, paths = []) {
  return { "no-restricted-imports": ["error", { patterns, paths }] };
}

export default defineConfig(
  globalIgnores(["dist/", "coverage/", "reports/", "**/out/"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,

  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.recommendedTypeChecked],
    // The tsconfig at the root alone: it knows the package's name without a build.
    languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { ignoreRestSiblings: true, varsIgnorePattern: "^_+$", argsIgnorePattern: "^_+$", destructuredArrayIgnorePattern: "^_+$" },
      ],
      "@typescript-eslint/no-unnecessary-type-assertion": "off", // it also takes away what the compiler needs
    },
  },

  {
    name: "src",
    files: ["src/**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    rules: {
      "no-eval": "error",
      "no-new-func": "error",
      "no-param-reassign": "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unnecessary-type-assertion": "off",
      "@typescript-eslint/no-unnecessary-type-parameters": "off",

      "no-restricted-globals": [
        "error",
        ...IMPURE.map((name) => ({ name, message: "A pure library has no use for it." })),
        { name: "Date", message: "Dates belong to src/base/instant.ts." },
        { name: "Intl", message: "Time zones belong to src/base/zone.ts, words for people to src/base/locale.ts." },
      ],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "The instant is an argument." },
        { object: "Math", property: "random", message: "The same input gives the same output." },
      ],
      "no-restricted-syntax": ["error", ...impureSyntax, dateText],
      ...restrictedImports([...foreign, DECIMAL, ZOD, FAST_CHECK]),
    },
  },
  {
    name: "src/base/instant.ts",
    files: ["src/base/instant.ts"],
    rules: { "no-restricted-globals": ["error", ...IMPURE, "Intl"] },
  },
  {
    name: "src/base/zone.ts",
    files: ["src/base/zone.ts"],
    rules: { "no-restricted-globals": ["error", ...IMPURE, "Date"] },
  },
  {
    name: "src/base/locale.ts",
    files: ["src/base/locale.ts"],
    rules: { "no-restricted-globals": ["error", ...IMPURE, "Date"] },
  },
  {
    name: "src/base/short-forms.ts",
    files: ["src/base/short-forms.ts"],
    rules: { "no-restricted-globals": ["error", ...IMPURE, "Date"] },
  },
  ...floors.map(({ floor, above }) => ({
    name: `src/${floor}`,
    files: [`src/${floor}/**/*.ts`],
    rules: restrictedImports([
      ...foreign,
      DECIMAL,
      ...(floor === "base" ? [] : [ZOD]),
      ...(floor === "testing" ? [] : [FAST_CHECK]),
      upwards(floor, above),
    ]),
  })),
  {
    name: "src/base/decimal.ts",
    files: ["src/base/decimal.ts"],
    rules: {
      "no-restricted-syntax": ["error", ...impureSyntax],
      ...restrictedImports(
        [
          ...foreign,
          { regex: "^decimal\\.js/", message: "Its parts are its own." },
          ZOD,
          FAST_CHECK,
          upwards("base", ["insight", "engine", "ledger", "model"]),
        ],
        [
          {
            name: "decimal.js",
            importNames: ["default"],
            message: 'The default import does not compile everywhere: import { Decimal } from "decimal.js".',
          },
        ],
      ),
    },
  },

  {
    name: "test",
    files: ["test/**/*.ts", "bench/**/*.ts"],
    rules: {
      "@typescript-eslint/unbound-method": "off", // expect(library.evaluate), ts.sys.readFile
      "@typescript-eslint/only-throw-error": "off", // whatever a library function threw
      "@typescript-eslint/no-unsafe-argument": "off", // JSON.parse
      "@typescript-eslint/no-unsafe-assignment": "off",
    },
  },
  {
    name: "test/model",
    files: ["test/model/**/*.ts"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            { regex: "^(zod|decimal\\.js|date-fns|@date-fns)(/|$)", message: "The reference model shares no dependency with the library." },
            {
              regex: "^(\\.\\./)+src/|^auto-topup",
              allowTypeImports: true,
              message: "The reference model shares no code with the library, only types.",
            },
          ],
        },
      ],
      "no-restricted-syntax": ["error", { selector: "ImportExpression", message: "The reference model's imports are static." }],
    },
  },

  {
    name: "plain JavaScript",
    files: ["**/*.{js,mjs,cjs}"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { console: "readonly", require: "readonly" } },
  },
);
