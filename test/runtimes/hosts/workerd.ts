import { readFile } from "node:fs/promises";
import { installed, versionOf, type Workplace } from "../workplace.js";
import { existsSync } from "node:fs";
import { module } from "./bundle.js";
import type { Reply, Runtime } from "./runtime.js";

const COMPATIBILITY_DATE = "2026-04-01";

/** What Cloudflare's Workers run on, as miniflare starts it. */
export const workerd: Runtime = {
  name: "workerd",
  formats: ["ESM"],
  lacks: () => (existsSync(installed("workerd")) ? null : "no workerd is installed"),
  ask: (_, workplace) => ask(workplace),
};

async function ask(workplace: Workplace): Promise<Reply> {
  const { Miniflare } = await import("miniflare");
  const script = await module("fetched", ["workerd", "worker", "import"], workplace);
  const host = new Miniflare({ modules: true, script, compatibilityDate: COMPATIBILITY_DATE });
  try {
    const body = await readFile(workplace.questions, "utf8");
    const response = await host.dispatchFetch("http://localhost/", { method: "POST", body });
    return { version: versionOf("workerd"), answers: await response.text() };
  } finally {
    await host.dispose();
  }
}
