import * as fc from "fast-check";
import { weighted } from "../weighted.js";

/** What a timeline, an account and a profile refer to; what is not there is replaced by what is. */
export interface Shape {
  readonly held: boolean;
  readonly lots: boolean;
  readonly several: boolean;
}
export const shape: fc.Arbitrary<Shape> = fc.record({ held: fc.boolean(), lots: fc.boolean(), several: weighted([3, false], [1, true]) });
