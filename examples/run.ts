/**
 * The demo: the nightly run of a billing backend, then one account of each system.
 *
 *     npm run demo -- --accounts accounts.jsonl --profiles profiles.json --at 2025-06-30T02:00:00Z --out plans.jsonl
 *
 * Exit code: 0 when every line was read, 1 when there was a broken one, 2 when the run could not be made.
 */
import { demo } from "./demo.js";

process.exitCode = await demo(process.argv.slice(2), process);
