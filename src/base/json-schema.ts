import * as z from "zod";
import { REQUIRED_MARK, type Schema } from "./schema.js";

/**
 * A JSON Schema document, draft 2020-12.
 *
 * @example
 * ```ts
 * import { type JsonSchemaDocument, profileJsonSchema } from "auto-topup";
 *
 * const document: JsonSchemaDocument = profileJsonSchema();
 * document.$schema; //=> "https://json-schema.org/draft/2020-12/schema"
 * ```
 */
export type JsonSchemaDocument = { readonly [keyword: string]: unknown };

type Node = Record<string, unknown>;

/** What a schema takes (`input`) or gives (`output`), as JSON Schema. Rules over several fields are not in it. */
export function jsonSchemaOf(schema: Schema<unknown>, title: string, io: "input" | "output"): JsonSchemaDocument {
  const document = z.toJSONSchema(schema, {
    io: "input",
    override: ({ jsonSchema }) => tidy(jsonSchema as Node, io),
  });
  return { ...document, title };
}

/** zod does not know which of our readers must find a value, and calls frozen things read-only. */
function tidy(node: Node, io: "input" | "output"): void {
  delete node.readOnly;
  delete node.default;
  if (node.properties === undefined) return;
  const properties = node.properties as Record<string, Node>;
  const listed = (node.required ?? []) as string[];
  const required = Object.keys(properties).filter((key) => io === "output" || listed.includes(key) || properties[key]?.[REQUIRED_MARK] === true);
  for (const key of required) delete (properties[key] as Node)[REQUIRED_MARK];
  if (required.length > 0) node.required = required;
}
