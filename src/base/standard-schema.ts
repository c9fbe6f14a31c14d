/**
 * What the Standard Schema convention (version 1) asks of a schema, so that any library that speaks it can
 * validate with ours.
 *
 * @example
 * ```ts
 * import { profileSchema } from "auto-topup";
 *
 * const result = profileSchema["~standard"].validate({ id: "p1" });
 * "issues" in result; //=> true
 * ```
 */
export interface StandardSchema<In, Out> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (
      value: unknown,
    ) =>
      | { readonly value: Out; readonly issues?: undefined }
      | { readonly issues: readonly { readonly message: string; readonly path?: readonly PropertyKey[] | undefined }[] };
    readonly types?: { readonly input: In; readonly output: Out } | undefined;
  };
}
