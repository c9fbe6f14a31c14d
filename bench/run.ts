/**
 * How fast the library is, against the arithmetic alone and against a general rules engine.
 *
 *     npm run bench -- --rounds 9
 */
import { arch, cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { decisions } from "./decisions.js";
import { drawingDown } from "./draw-down.js";
import { accounts, history } from "./growth.js";
import { simulation } from "./simulation.js";

const FEWEST_ROUNDS = 7;

const { values } = parseArgs({ options: { rounds: { type: "string", default: "9" } } });
const rounds = Math.max(FEWEST_ROUNDS, Number(values.rounds));

if (!import.meta.resolve("auto-topup").endsWith("/dist/index.js")) throw new Error("what is timed is not the built library");

say(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${arch()}, ${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}; medians of ${rounds} rounds`,
);
say(await decisions(rounds));
say(await accounts(rounds));
say(await history(rounds));
say(await drawingDown(rounds));
say(await simulation(rounds));

function say(text: string): void {
  process.stdout.write(`${text}\n\n`);
}
