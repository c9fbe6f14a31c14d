import { timeZone } from "../../base/fields.js";
import { InvalidInputError } from "../../base/errors.js";
import { locale } from "../../base/locale.js";
import { readKeys, readLeaf, readOr, readWith } from "../../base/parser.js";
import { oneOfOr, type Schema } from "../../base/schema.js";
import { type Account, type AccountInput, accountParser } from "../../model/account.js";
import type { Decision } from "../../model/decision.js";
import type { Catalogue } from "./catalogue.js";
import { readCatalogue } from "./read-catalogue.js";

/**
 * How `explain` is to speak.
 *
 * @example
 * ```ts
 * import { evaluate, explain, type ExplainOptions } from "auto-topup";
 *
 * const account = { id: "a1", currency: "EUR", timeZone: "Europe/Berlin", wallets: [{ id: "w1", unit: "EUR", balance: "1234.5" }] };
 * const decision = evaluate({
 *   profile: {
 *     id: "p1",
 *     trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
 *     topup: { mode: "fixedAmount", value: "50" },
 *   },
 *   account,
 *   at: "2026-06-01T09:00:00Z",
 * });
 * const options: ExplainOptions = { account, locale: "en-IE", detail: "reason" };
 * explain(decision, options);
 * //=> 'Not due: the balance of wallet "w1" is EUR 1,234.50, EUR 1,224.50 above the threshold of EUR 10.00. No date can be given: it depends on how the figure moves.'
 * ```
 */
export interface ExplainOptions {
  /** BCP 47, for numbers and dates; `"en"` when left out. The words are the catalogue's. */
  readonly locale?: string | null | undefined;
  /** The decision's account: for its time zone and currency, and for the unit of its wallet. */
  readonly account?: AccountInput | Account | null | undefined;
  /** IANA name; the account's when left out, `"UTC"` without one. */
  readonly timeZone?: string | null | undefined;
  /** `"full"` tells everything, `"reason"` the verdict, why, and when next; `"full"` when left out. */
  readonly detail?: "full" | "reason" | undefined;
  /** The messages of another language; `english` when left out. */
  readonly catalogue?: Catalogue | null | undefined;
}

/** How to speak, read and filled in. */
export interface Speech {
  readonly locale: string;
  readonly account: Account | null;
  readonly timeZone: string;
  readonly detail: "full" | "reason";
  readonly catalogue: Catalogue;
}

type Read = Omit<Speech, "timeZone"> & { readonly timeZone: string | null };

const detailSchema: Schema<"full" | "reason"> = /* @__PURE__ */ oneOfOr(["full", "reason"], "full");

export function readSpeech(options: ExplainOptions, { accountId }: Decision): Speech {
  const read = readKeys<Read>(options, {
    locale: (value) => readOr("en", value, (tag) => readLeaf(locale, tag)),
    account: (value) => readOr(null, value, accountParser.read),
    timeZone: (value) => readOr(null, value, (zone) => readLeaf(timeZone, zone)),
    detail: (value) => readWith(detailSchema, value),
    catalogue: readCatalogue,
  });
  const { account } = read;
  if (account !== null && account.id !== accountId) {
    const message = `must be the decision's: ${JSON.stringify(accountId)}`;
    throw new InvalidInputError([{ path: ["account", "id"], code: "conflict", message }]);
  }
  return { ...read, timeZone: read.timeZone ?? account?.timeZone ?? "UTC" };
}
