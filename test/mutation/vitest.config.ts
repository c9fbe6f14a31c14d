import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import base from "../../vitest.config.js";
import { QuickFirst } from "./quick-first.js";
import { isRoom, rooms } from "./rooms.js";

const room = process.env.MUTATED_ROOM ?? "";
if (!isRoom(room)) throw new Error(`MUTATED_ROOM must be one of ${Object.keys(rooms).join(", ")}`);

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  resolve: base.resolve ?? {},
  test: {
    include: [...rooms[room].tests],
    isolate: false,
    runner: "test/mutation/one-failure.ts",
    setupFiles: ["test/support/draws.ts", "test/mutation/no-shrinking.ts"],
    testTimeout: 300_000,
    sequence: { sequencer: QuickFirst },
  },
});
