import * as fc from "fast-check";
import type { Duration } from "../../model/duration.js";
import { weighted } from "./weighted.js";

const everyday = weighted<Duration>(
  [4, { value: 1, unit: "day" }],
  [3, { value: 1, unit: "hour" }],
  [2, { value: 24, unit: "hour" }],
  [2, { value: 7, unit: "day" }],
  [1, { value: 2, unit: "day" }],
  [1, { value: 31, unit: "day" }],
  [1, { value: 90, unit: "minute" }],
  [1, { value: 1, unit: "second" }],
  [1, { value: 86_400, unit: "second" }],
);
const any = fc.record({ value: fc.integer({ min: 1, max: 400 }), unit: weighted([1, "hour"], [1, "day"], [1, "minute"], [1, "second"]) });
const extreme = weighted<Duration>([3, { value: 36_525, unit: "day" }], [1, { value: 36_525 * 86_400, unit: "second" }]);

export const positiveDuration: fc.Arbitrary<Duration> = fc.oneof(
  { weight: 18, arbitrary: everyday },
  { weight: 9, arbitrary: any },
  { weight: 1, arbitrary: extreme },
);
export const duration: fc.Arbitrary<Duration> = fc.oneof(
  { weight: 15, arbitrary: positiveDuration },
  { weight: 1, arbitrary: fc.record({ value: fc.constant(0), unit: weighted([1, "day"], [1, "hour"]) }) },
);
