import { readFileSync } from "node:fs";
import { InvalidInputError, planTopup } from "auto-topup";

const plan = planTopup(JSON.parse(readFileSync("question.json", "utf8")));
let refused;
try {
  planTopup({});
} catch (error) {
  refused = { known: error instanceof InvalidInputError, code: error.code, issues: error.issues };
}
console.log(JSON.stringify({ plan, refused }));
