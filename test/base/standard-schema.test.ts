import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";
import { number, text } from "../../src/base/fields.js";
import { parserOf, standardSchemaOf } from "../../src/base/parser.js";
import { object, optional, required } from "../../src/base/schema.js";
import type { StandardSchema } from "../../src/base/standard-schema.js";

interface LotInput {
  readonly id: string;
  readonly size?: number | null;
}
interface Lot {
  readonly id: string;
  readonly size: number | null;
}

const lots = (): StandardSchema<LotInput, Lot> => standardSchemaOf(parserOf<Lot>(object({ id: required(text), size: optional(number()) })));

/** What a form library does with the schema of any other; zod's own type of one stands for the convention. */
async function errorsOf(schema: z.core.$ZodStandardSchema<z.ZodType>, value: unknown): Promise<readonly string[]> {
  const { issues = [] } = await schema.validate(value);
  return issues.map(({ path = [], message }) => `${path.map(String).join(".")}: ${message}`);
}

describe("a Standard Schema", () => {
  it("is taken where one of another library is", async () => {
    expect(await errorsOf(lots()["~standard"], { id: 7, size: "x" })).toEqual(["id: must be text", "size: must be a finite number"]);
    expect(await errorsOf(lots()["~standard"], { id: "a" })).toEqual([]);
  });

  it("answers at once, with a value or with issues", () => {
    expect(lots()["~standard"].validate({ id: "a" })).toEqual({ value: { id: "a", size: null } });
    expect(lots()["~standard"].validate({})).toEqual({ issues: [{ path: ["id"], code: "required", message: "is required" }] });
  });

  it("carries the types of what it takes and of what it gives, and no value of them", () => {
    type Types = NonNullable<StandardSchema<LotInput, Lot>["~standard"]["types"]>;
    expectTypeOf<Types>().toEqualTypeOf<{ readonly input: LotInput; readonly output: Lot }>();
    expect(Object.keys(lots()["~standard"])).toEqual(["version", "vendor", "validate"]);
  });
});
