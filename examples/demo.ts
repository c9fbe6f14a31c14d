import { dirname } from "node:path";
import { fourSystemsText } from "./four-systems/run.js";
import { command, type Streams } from "./nightly-run/command.js";
import { flagsOf } from "./nightly-run/flags.js";
import { simulatedYear } from "./simulated-year/run.js";

/**
 * The nightly run; after its report one account of each system, and a simulated year with its pictures beside
 * the plans. The exit code is the run's.
 */
export async function demo(args: readonly string[], streams: Streams): Promise<0 | 1 | 2> {
  const code = await command(args, streams);
  if (code === 2) return code;
  streams.stdout.write(`\n${await fourSystemsText()}\n`);
  streams.stdout.write(`\n${await simulatedYear(dirname(flagsOf(args).out))}\n`);
  return code;
}
