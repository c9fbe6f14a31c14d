import { defineConfig } from "vitest/config";

/** Every suite runs once in each of these process time zones: none may leak into a result. */
const zones = ["UTC", "America/Los_Angeles", "Pacific/Auckland", "Asia/Kolkata"];

export default defineConfig({
  test: {
    pool: "forks",
    projects: zones.map((zone) => ({
      extends: true,
      test: {
        name: zone,
        include: ["test/**/*.test.ts"],
        env: { TZ: zone },
      },
    })),
  },
});
