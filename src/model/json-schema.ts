import { type JsonSchemaDocument, jsonSchemaOf } from "../base/json-schema.js";
import { accountShape } from "./account.js";
import { decisionShape } from "./decision.js";
import { planShape } from "./plan.js";
import { profileShape } from "./profile.js";

/**
 * JSON Schema (draft 2020-12) of what `parseProfile` takes. Rules over several fields, such as `min` not
 * above `max`, are beyond it: `parseProfile` has the last word.
 *
 * @returns a new document at each call
 *
 * @example
 * ```ts
 * import { profileJsonSchema } from "auto-topup";
 *
 * profileJsonSchema().required; //=> ["id", "trigger", "topup"]
 * ```
 */
export function profileJsonSchema(): JsonSchemaDocument {
  return jsonSchemaOf(profileShape, "auto-topup profile", "input");
}

/**
 * JSON Schema (draft 2020-12) of what `parseAccount` takes. Rules over several fields are beyond it.
 *
 * @returns a new document at each call
 *
 * @example
 * ```ts
 * import { accountJsonSchema } from "auto-topup";
 *
 * accountJsonSchema().required; //=> ["id", "currency"]
 * ```
 */
export function accountJsonSchema(): JsonSchemaDocument {
  return jsonSchemaOf(accountShape, "auto-topup account", "input");
}

/**
 * JSON Schema (draft 2020-12) of what `evaluate` returns.
 *
 * @returns a new document at each call
 *
 * @example
 * ```ts
 * import { decisionJsonSchema } from "auto-topup";
 *
 * decisionJsonSchema().type; //=> "object"
 * ```
 */
export function decisionJsonSchema(): JsonSchemaDocument {
  return jsonSchemaOf(decisionShape, "auto-topup decision", "output");
}

/**
 * JSON Schema (draft 2020-12) of what `planTopup` returns.
 *
 * @returns a new document at each call
 *
 * @example
 * ```ts
 * import { planJsonSchema } from "auto-topup";
 *
 * planJsonSchema().title; //=> "auto-topup plan"
 * ```
 */
export function planJsonSchema(): JsonSchemaDocument {
  return jsonSchemaOf(planShape, "auto-topup plan", "output");
}
