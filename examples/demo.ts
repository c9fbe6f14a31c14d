import { fourSystemsText } from "./four-systems/run.js";
import { command, type Streams } from "./nightly-run/command.js";

/** The nightly run, and after its report one account of each system; the exit code is the run's. */
export async function demo(args: readonly string[], streams: Streams): Promise<0 | 1 | 2> {
  const code = await command(args, streams);
  if (code !== 2) streams.stdout.write(`\n${await fourSystemsText()}\n`);
  return code;
}
