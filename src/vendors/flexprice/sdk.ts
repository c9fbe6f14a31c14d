import { InvalidInputError } from "../../base/errors.js";
import { isPlainObject } from "../../base/plain.js";

/** `credits_to_add` is `creditsToAdd`. */
type Camel<Key extends string> = Key extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Key;

/**
 * The same data with the names that Flexprice's TypeScript client uses. What stands under `metadata` is the
 * customer's own, and keeps its names.
 *
 * @example
 * ```ts
 * import type { FlexpriceSdkShape, FlexpriceTopUpBody } from "auto-topup/flexprice";
 *
 * const body: FlexpriceSdkShape<FlexpriceTopUpBody> = { creditsToAdd: "200", transactionReason: "CREDIT_NOTE", idempotencyKey: "k1" };
 * body.creditsToAdd; //=> "200"
 * ```
 */
export type FlexpriceSdkShape<Wire> = Wire extends readonly (infer Each)[]
  ? FlexpriceSdkShape<Each>[]
  : Wire extends object
    ? { [Key in keyof Wire as Key extends string ? Camel<Key> : Key]: Key extends "metadata" ? Wire[Key] : FlexpriceSdkShape<Wire[Key]> }
    : Wire;

/**
 * A body, or any other plain data of the API, with the names that Flexprice's TypeScript client takes.
 *
 * @param wire plain data with names such as `credits_to_add`
 * @throws InvalidInputError where it holds something else than plain data
 *
 * @example
 * ```ts
 * import { toFlexpriceSdk } from "auto-topup/flexprice";
 *
 * toFlexpriceSdk({ credits_to_add: "200", metadata: { auto_topup: "true" } });
 * //=> { creditsToAdd: "200", metadata: { auto_topup: "true" } }
 * ```
 */
export function toFlexpriceSdk<Wire>(wire: Wire): FlexpriceSdkShape<Wire> {
  return renamed(wire, (key) => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()), []) as FlexpriceSdkShape<Wire>;
}

/**
 * What Flexprice's TypeScript client answers, with the names of the API, for `parseFlexpriceWallet` and
 * `parseFlexpriceTransactions` to read.
 *
 * @param model plain data with names such as `creditBalance`
 * @throws InvalidInputError where it holds something else than plain data
 *
 * @example
 * ```ts
 * import { fromFlexpriceSdk, parseFlexpriceWallet } from "auto-topup/flexprice";
 *
 * const answer = { id: "wallet_1", customerId: "cust_1", currency: "usd", realTimeCreditBalance: "45.5" };
 * parseFlexpriceWallet(fromFlexpriceSdk(answer)).real_time_credit_balance; //=> "45.5"
 * ```
 */
export function fromFlexpriceSdk(model: unknown): unknown {
  return renamed(model, (key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), []);
}

const MAX_DEPTH = 16;

function renamed(value: unknown, name: (key: string) => string, path: readonly (string | number)[]): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (path.length > MAX_DEPTH)
    throw new InvalidInputError([{ path, code: "too_deep", message: `is nested deeper than ${MAX_DEPTH} levels` }]);
  if (Array.isArray(value)) return value.map((each, index) => renamed(each, name, [...path, index]));
  if (!isPlainObject(value))
    throw new InvalidInputError([{ path, code: "not_plain_data", message: "is an instance of a class, not plain data" }]);
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [name(key), key === "metadata" ? each : renamed(each, name, [...path, key])]),
  );
}
