/**
 * Makes an accounts file. Without flags it makes the committed one again, byte for byte.
 *
 *     npm run demo:generate -- --count 2000000 --seed 7 --broken 10 --out accounts.jsonl
 */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { accountLines, COMMITTED } from "./generator/accounts.js";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: String(COMMITTED.count) },
    seed: { type: "string", default: String(COMMITTED.seed) },
    broken: { type: "string", default: String(COMMITTED.broken) },
    out: { type: "string", default: fileURLToPath(new URL("accounts.jsonl", import.meta.url)) },
  },
});

const order = { count: whole("count"), seed: whole("seed"), broken: whole("broken") };
if (order.broken > order.count) throw new RangeError("--broken must not be more than --count");

await pipeline(Readable.from(accountLines(order)), createWriteStream(values.out));

function whole(name: "count" | "seed" | "broken"): number {
  const number = Number(values[name]);
  if (!/^\d+$/.test(values[name]) || !Number.isSafeInteger(number)) throw new RangeError(`--${name} must be a whole number`);
  return number;
}
