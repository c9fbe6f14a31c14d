import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Workplace } from "../workplace.js";
import { module } from "./bundle.js";
import { ELSEWHERE, type Reply, type Runtime } from "./runtime.js";

const BROWSER = "/usr/bin/chromium";

const FLAGS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

/** Debian's. Playwright gives it a new and empty profile each time. */
export const chromium: Runtime = {
  name: "chromium",
  formats: ["ESM"],
  lacks: () => (existsSync(BROWSER) ? null : `no ${BROWSER}: install Debian's package chromium`),
  ask: (_, workplace) => ask(workplace),
};

async function ask(workplace: Workplace): Promise<Reply> {
  const { chromium: browsers } = await import("playwright-core");
  const browser = await browsers.launch({ executablePath: BROWSER, args: FLAGS, env: { ...process.env, ...ELSEWHERE } });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ type: "module", content: await module("page", ["browser", "import"], workplace) });
    await page.waitForFunction("globalThis.answersTo");
    const answers = await page.evaluate(answersInPage, await readFile(workplace.questions, "utf8"));
    return { version: browser.version(), answers };
  } finally {
    await browser.close();
  }
}

/** Runs in the page, as text: it knows nothing of this module. */
function answersInPage(questions: string): string {
  return (globalThis as unknown as { answersTo: (questions: string) => string }).answersTo(questions);
}
