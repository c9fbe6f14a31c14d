import type { InputIssue } from "../../base/errors.js";

/**
 * A request to Orb as plain data; `path` is relative to the base address of the API, as in Orb's clients.
 *
 * @example
 * ```ts
 * import type { OrbRequest } from "auto-topup/orb";
 *
 * const request: OrbRequest<null> = { method: "DELETE", path: "/customers/cus_1/credits/top_ups/topup_1", headers: {}, body: null };
 * request.method; //=> "DELETE"
 * ```
 */
export interface OrbRequest<Body> {
  readonly method: "POST" | "DELETE";
  readonly path: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: Body;
}

/**
 * Whom a request is about: by Orb's id of the customer, or by the caller's own. Exactly one of the two.
 *
 * @example
 * ```ts
 * import type { OrbCustomer } from "auto-topup/orb";
 *
 * const customer: OrbCustomer = { externalCustomerId: "acme" };
 * customer.externalCustomerId; //=> "acme"
 * ```
 */
export interface OrbCustomer {
  readonly customerId?: string | null | undefined;
  readonly externalCustomerId?: string | null | undefined;
}

export interface CustomerIds {
  readonly customerId: string | null;
  readonly externalCustomerId: string | null;
}

/** The path of something that a customer has. */
export function customerPath({ customerId, externalCustomerId }: CustomerIds, rest: string): string {
  const customer = externalCustomerId === null ? segment(customerId ?? "") : `external_customer_id/${segment(externalCustomerId)}`;
  return `/customers/${customer}/credits/${rest}`;
}

export function segment(text: string): string {
  return encodeURIComponent(text);
}

export function customerFaults({ customerId, externalCustomerId }: CustomerIds): InputIssue[] {
  if (customerId === null && externalCustomerId === null) {
    return [{ path: ["customerId"], code: "required", message: "is required, or externalCustomerId" }];
  }
  return bothFaults({ customerId, externalCustomerId });
}

export function bothFaults({ customerId, externalCustomerId }: CustomerIds): InputIssue[] {
  if (customerId === null || externalCustomerId === null) return [];
  return [{ path: ["externalCustomerId"], code: "conflict", message: "must not stand beside customerId" }];
}
