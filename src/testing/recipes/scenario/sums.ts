import * as fc from "fast-check";
import { SHRINKING, weighted } from "../weighted.js";

/** Small sums that meet often, some with a fraction that no currency has. */
export const sums: fc.Arbitrary<string> = weighted(
  [6, "10"],
  [4, "5"],
  [3, "20"],
  [2, "1"],
  [2, "30"],
  [1, "0.5"],
  [1, "7.25"],
  [1, "0.001"],
  [1, "99999999999999999999.00000000000000000001"],
);
export const everydaySums: fc.Arbitrary<string> = weighted([4, "10"], [3, "20"], [2, "5"], [2, "30"], [1, "7.25"], [1, "50"]);
export const signedSums: fc.Arbitrary<string> = fc.oneof(SHRINKING, sums, fc.constant("0"), fc.constant("-10"));
