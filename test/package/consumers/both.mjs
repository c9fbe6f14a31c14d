import { createRequire } from "node:module";
import * as esm from "auto-topup";

const cjs = createRequire(import.meta.url)("auto-topup");
let error;
try {
  cjs.planTopup({});
} catch (thrown) {
  error = thrown;
}
console.log(
  JSON.stringify({
    names: [Object.keys(esm).sort(), Object.keys(cjs).sort()],
    ofItsOwnCopy: error instanceof cjs.InvalidInputError,
    ofTheOtherCopy: error instanceof esm.InvalidInputError,
    code: error.code,
  }),
);
