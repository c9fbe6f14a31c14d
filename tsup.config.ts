import { defineConfig } from "tsup";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    plot: "src/plot/index.ts",
    testing: "src/testing/index.ts",
    safe: "src/vendors/safe/index.ts",
    flexprice: "src/vendors/flexprice/index.ts",
    orb: "src/vendors/orb/index.ts",
    m3ter: "src/vendors/m3ter/index.ts",
  },
  tsconfig: "tsconfig.build.json",
  format: ["esm", "cjs"],
  target: "node20",
  platform: "neutral",
  clean: true,
  splitting: true, // or two CommonJS entries would each have an InvalidInputError of their own
  treeshake: true,
  minify: false,
  sourcemap: false,
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
});
