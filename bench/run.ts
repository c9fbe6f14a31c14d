/**
 * How fast the library is, beside the arithmetic alone, a hand-written validator and a general rules engine.
 *
 *     npm run bench -- --rounds 9 --only cold-start --only bytes
 */
import { arch, cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { bytes } from "./bytes.js";
import { coldStart } from "./cold-start.js";
import { decisions } from "./decisions.js";
import { drawingDown } from "./draw-down.js";
import { accounts, history } from "./growth.js";
import { memory } from "./memory.js";
import { simulation } from "./simulation.js";
import { workers } from "./workers.js";

const FEWEST_ROUNDS = 7;

/** Each part by the name that `--only` takes. */
const PARTS: Readonly<Record<string, (rounds: number) => Promise<string>>> = {
  decisions,
  accounts,
  history,
  "draw-down": drawingDown,
  simulation,
  memory,
  workers,
  "cold-start": coldStart,
  bytes,
};

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "9" }, only: { type: "string", multiple: true, default: Object.keys(PARTS) } },
});
const rounds = Math.max(FEWEST_ROUNDS, Number(values.rounds));
const unknown = values.only.filter((part) => !Object.hasOwn(PARTS, part));

if (unknown.length > 0) throw new Error(`no part ${unknown.join(", ")}: there are ${Object.keys(PARTS).join(", ")}`);
if (!import.meta.resolve("auto-topup").endsWith("/dist/index.js")) throw new Error("what is timed is not the built library");

say(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${arch()}, ${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}; medians of ${rounds} rounds`,
);
for (const [name, part] of Object.entries(PARTS)) if (values.only.includes(name)) say(await part(rounds));

function say(text: string): void {
  process.stdout.write(`${text}\n\n`);
}
