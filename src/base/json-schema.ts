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
  const document = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Node;
  return { ...(tidy(document, io) as Node), title };
}

/** zod does not know which of our readers must find a value. */
function tidy(node: unknown, io: "input" | "output"): unknown {
  if (Array.isArray(node)) return node.map((each) => tidy(each, io));
  if (typeof node !== "object" || node === null) return node;
  const { [REQUIRED_MARK]: _, ...rest } = node as Node;
  const tidied: Node = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, tidy(value, io)]));
  const required = requiredKeys(rest, io);
  return required.length > 0 ? { ...tidied, required } : tidied;
}

function requiredKeys({ properties = {}, required }: Node, io: "input" | "output"): string[] {
  const listed = required as readonly string[] | undefined;
  return Object.entries(properties as Record<string, Node>)
    .filter(([key, property]) => io === "output" || listed?.includes(key) || property[REQUIRED_MARK] === true)
    .map(([key]) => key);
}
