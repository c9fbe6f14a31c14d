import { readFileSync } from "node:fs";
import * as topup from "auto-topup";

const plan = topup.planTopup(JSON.parse(readFileSync("question.json", "utf8")));
let refused;
try {
  topup.planTopup({});
} catch (error) {
  refused = { known: error instanceof topup.InvalidInputError, code: error.code, issues: error.issues };
}
console.log(JSON.stringify({ plan, refused }));
