/**
 * The nightly run of a billing backend.
 *
 *     npm run demo -- --accounts accounts.jsonl --profiles profiles.json --at 2025-06-30T02:00:00Z --out plans.jsonl
 *
 * Exit code: 0 when every line was read, 1 when there was a broken one, 2 when the run could not be made.
 */
import { command } from "./command.js";

process.exitCode = await command(process.argv.slice(2), process);
