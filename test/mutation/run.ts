import { parseArgs } from "node:util";
import { type Argument, argued, isAbout } from "./argued.js";
import { countOf, type Count, type Mutant, mutants, unnoticed } from "./mutants.js";
import { isRoom, type RoomName, rooms } from "./rooms.js";

// npm run test:mutation -- [engine ledger …] [--files "src/engine/guards/*.ts"] [--force] [--workers 2]
// What an earlier run saw a test notice, of unchanged code and by a test that is still there, is not run again, but for --force.
// A busy machine makes what is slow look endless.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    files: { type: "string" },
    force: { type: "boolean", default: false },
    workers: { type: "string", default: "2" },
  },
});

const asked = positionals.length > 0 ? positionals : Object.keys(rooms);
const table: Row[] = [];
let good = true;
for (const name of asked) {
  if (!isRoom(name)) throw new Error(`${name} is none of ${Object.keys(rooms).join(", ")}`);
  const found = await mutants(name, { files: values.files ?? rooms[name].mutate, force: values.force, workers: Number(values.workers) });
  good = judge(name, found) && good;
}
console.table(table);
if (!good) process.exitCode = 1;

interface Row extends Count {
  readonly room: RoomName;
}

/** Whether so many are noticed as must be, and each of the others has its reason, and no reason is left over. */
function judge(room: RoomName, found: readonly Mutant[]): boolean {
  const count = countOf(found);
  table.push({ room, ...count });
  const reasons = argued(room);
  const open = unnoticed(found).filter((mutant) => !reasons.some((reason) => isAbout(reason, mutant)));
  for (const { file, line, was, becomes } of open) console.error(`not noticed, not argued: ${file}:${line}  ${was}  →  ${becomes}`);
  const idle = values.files === undefined ? reasons.filter((reason) => !unnoticed(found).some((mutant) => isAbout(reason, mutant))) : [];
  for (const reason of idle) console.error(`argued, but noticed or gone: ${shown(reason)}`);
  return count.score >= rooms[room].leastScore && open.length === 0 && idle.length === 0;
}

function shown({ file, was, becomes }: Argument): string {
  return `${file}  ${was}  →  ${becomes}`;
}
