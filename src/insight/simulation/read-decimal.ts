import { type Decimal, decimal } from "../../base/decimal.js";
import { type Reading, readWith } from "../../base/parser.js";
import type { Schema } from "../../base/schema.js";

/** An amount that may be left out, to compute with. */
export function readDecimal(schema: Schema<string | null>, value: unknown): Reading<Decimal | null> {
  const reading = readWith(schema, value);
  return "issues" in reading ? reading : { value: reading.value === null ? null : decimal(reading.value) };
}
