import { renamedKeys } from "./renaming.js";

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
 * @throws InvalidInputError where it holds something else than plain data, or two keys would have one name
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
  const camel = (key: string): string => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return renamedKeys(wire, camel) as FlexpriceSdkShape<Wire>;
}

/**
 * What Flexprice's TypeScript client answers, with the names of the API, for `parseFlexpriceWallet` and
 * `parseFlexpriceTransactions` to read.
 *
 * @param model plain data with names such as `creditBalance`
 * @throws InvalidInputError where it holds something else than plain data, or two keys would have one name
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
  const snake = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return renamedKeys(model, snake);
}
