import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

/** Process time zones: none may leak into a result. */
const zones = ["UTC", "America/Los_Angeles", "Pacific/Auckland", "Asia/Kolkata"];

/** What takes long and rests on what other suites hold in every zone: once is enough. */
const onceIsEnough = [
  "test/docs.test.ts",
  "test/plot/**",
  "test/proofs/**",
  "test/insight/{lint,comparison,recommendation}/**",
  "test/**/*told-as-before.test.ts",
  "test/properties/{lint,lint-harms,worst-case,explain,comparison,recommendation,simulation-prune,fast-path}.test.ts",
];

export default defineConfig({
  // The examples import the package by its name, as a consumer does; a test needs no build for it.
  resolve: {
    alias: [
      { find: /^auto-topup$/, replacement: fileURLToPath(new URL("src/index.ts", import.meta.url)) },
      { find: /^auto-topup\/plot$/, replacement: fileURLToPath(new URL("src/plot/index.ts", import.meta.url)) },
      { find: /^auto-topup\/testing$/, replacement: fileURLToPath(new URL("src/testing/index.ts", import.meta.url)) },
      { find: /^auto-topup\/(\w+)$/, replacement: `${fileURLToPath(new URL("src/vendors", import.meta.url))}/$1/index.ts` },
    ],
  },
  test: {
    pool: "forks",
    maxWorkers: "100%", // of the cores; one less by itself, which is half of two
    testTimeout: 300_000, // a busy machine is no failure
    hookTimeout: 120_000,
    teardownTimeout: 60_000,
    reporters: ["default", "./test/support/closing-line-reporter.ts"],
    coverage: {
      provider: "v8",
      include: ["src/**"],
      reporter: ["text"],
      thresholds: { branches: 98, functions: 98, lines: 98, statements: 98 },
    },
    projects: [
      ...zones.map((zone) => ({
        extends: true as const,
        test: {
          name: zone,
          include: ["test/**/*.test.ts"],
          exclude: [...configDefaults.exclude, "test/package/**", ...(zone === "UTC" ? [] : onceIsEnough)],
          env: { TZ: zone },
          isolate: false, // nothing under test keeps a state, and loading it anew for each file took longer than the tests
          setupFiles: "test/support/draws.ts",
        },
      })),
      // What is about the package and its tools takes long, and the time zone doesn't matter to it: once is enough.
      {
        extends: true as const,
        test: {
          name: "package",
          include: ["test/package/**/*.test.ts"],
          globalSetup: "test/package/pack.ts",
        },
      },
    ],
  },
});
