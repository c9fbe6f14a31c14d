import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { WebpackConfig } from "@temporalio/worker";
import { installed, versionOf, type Workplace } from "../workplace.js";
import { historyOf } from "./history.js";
import type { Reply, Runtime } from "./runtime.js";

/** Temporal's sandbox for workflows, in a worker's bundle, replaying a history that was written by hand: no server. */
export const temporal: Runtime = {
  name: "temporal",
  formats: ["ESM"],
  lacks: () => (existsSync(installed("@temporalio", "worker")) ? null : "no @temporalio/worker is installed"),
  ask: (_, workplace) => ask(workplace),
};

/** The library is found beside the workflow, the SDK where the runtimes are. */
function withRuntimes<Config extends WebpackConfig>(config: Config): Config {
  return { ...config, resolve: { ...config.resolve, modules: [...(config.resolve?.modules ?? []), installed()] } };
}

async function ask({ portable, questions }: Workplace): Promise<Reply> {
  const { bundleWorkflowCode, DefaultLogger, Runtime: Core, Worker } = await import("@temporalio/worker");
  const logger = new DefaultLogger("ERROR");
  Core.install({ logger });
  const workflowBundle = await bundleWorkflowCode({
    workflowsPath: join(portable, "workflow.ts"),
    logger,
    webpackConfigHook: withRuntimes,
  });
  const given: string[] = [];
  const sinks = { answers: { give: { fn: (_: unknown, text: string) => void given.push(text), callDuringReplay: true } } };
  await Worker.runReplayHistory({ workflowBundle, sinks }, historyOf("answering", await readFile(questions, "utf8")));
  const [answers] = given;
  if (answers === undefined) throw new Error("the workflow gave no answers");
  return { version: `${versionOf("@temporalio/worker")} on Node ${process.versions.node}`, answers };
}
