import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/index.ts"],
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
