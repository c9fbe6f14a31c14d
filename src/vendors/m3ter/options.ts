import { readWith, valueOf } from "../../base/parser.js";
import type { Schema } from "../../base/schema.js";

/** What the options of a function say; every fault is thrown at once. */
export function optionsOf<Options>(schema: Schema<Options>, input: unknown): Options {
  return valueOf(readWith(schema, input));
}
