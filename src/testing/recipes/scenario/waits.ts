import type * as fc from "fast-check";
import type { Duration } from "../../../model/duration.js";
import { weighted } from "../weighted.js";

export const wait: fc.Arbitrary<Duration> = weighted(
  [3, { value: 0, unit: "day" }],
  [3, { value: 6, unit: "hour" }],
  [3, { value: 1, unit: "day" }],
  [1, { value: 90, unit: "minute" }],
  [1, { value: 3, unit: "day" }],
);
