import { InvalidInputError } from "../../base/errors.js";
import { amount, type Amount } from "../../base/fields.js";
import { object, optional, optionalObject, type Schema } from "../../base/schema.js";
import { type Profile, type ProfileInput, profileParser } from "../../model/profile.js";
import { frozenCopy } from "../../base/document.js";
import { documentOf } from "./document.js";
import { inexpressible, type OrbProfile } from "./inexpressible.js";
import { type InvoiceFigures, type OrbTopUp, type TopUpFigures, topUpSchema } from "./top-up.js";

/**
 * What a profile doesn't say of a top-up: what a unit costs, or the document to start from.
 *
 * @example
 * ```ts
 * import type { OrbTopUpOptions } from "auto-topup/orb";
 *
 * const options: OrbTopUpOptions = { costBasis: "0.02" };
 * options.costBasis; //=> "0.02"
 * ```
 */
export interface OrbTopUpOptions {
  /** Money in the customer's currency that one unit costs. Left out: that of `base`, which must then be given. */
  readonly costBasis?: Amount | null | undefined;
  /** The document that the profile came from: its `id`, unknown fields and spelling are kept where they still hold. */
  readonly base?: OrbTopUp | null | undefined;
}

interface Options {
  readonly costBasis: string | null;
  readonly base: TopUpFigures | null;
}

const optionsSchema: Schema<Options> = object({ costBasis: optional(amount({ atLeast: "0" })), base: optionalObject(topUpSchema) });

/**
 * A profile as the top-up that makes Orb do the same. `name`, `description`, `customerId` and `walletId` have
 * no place in the document and are left out; anything else that a top-up cannot say is a fault.
 *
 * @param profile a profile as a caller writes it, or what `parseProfile` returned
 * @returns the document for `createTopUpRequest`
 * @throws InvalidInputError where the profile is malformed, says what Orb has no field for (paths in the profile), or `costBasis` is missing
 *
 * @example
 * ```ts
 * import { topUpFromProfile } from "auto-topup/orb";
 *
 * const topUp = topUpFromProfile(
 *   {
 *     id: "p1",
 *     currency: "USD",
 *     trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
 *     topup: { mode: "fixedAmount", value: "50" },
 *     settlement: { kind: "invoice", autoCollect: true, netTermsDays: 0 },
 *     failures: "none",
 *   },
 *   { costBasis: "1" },
 * );
 * topUp.invoice_settings; //=> { auto_collection: true, net_terms: 0, require_successful_payment: false }
 * ```
 */
export function topUpFromProfile(profile: ProfileInput | Profile, options: OrbTopUpOptions = {}): OrbTopUp {
  const parsed = profileParser.parse(profile);
  const {
    read: { costBasis, base },
    wire: { base: document },
  } = documentOf(optionsSchema, options);
  const issues = inexpressible(parsed);
  if (issues.length > 0) throw new InvalidInputError(issues);
  const cost = costBasis ?? base?.per_unit_cost_basis;
  if (cost === undefined) {
    throw new InvalidInputError([
      { path: ["costBasis"], code: "required", message: "is required: a profile doesn't say what a unit costs" },
    ]);
  }
  const wanted = topUpOf(parsed as OrbProfile, cost);
  return frozenCopy(base === null ? withoutNulls(wanted) : rewritten(document as OrbTopUp, base, wanted));
}

function topUpOf(profile: OrbProfile, costBasis: string): Omit<TopUpFigures, "id"> {
  const { settlement, credit } = profile;
  return {
    currency: profile.currency,
    threshold: profile.trigger.value,
    amount: profile.topup.value,
    per_unit_cost_basis: costBasis,
    invoice_settings: {
      auto_collection: settlement.autoCollect,
      net_terms: settlement.netTermsDays,
      memo: settlement.memo,
      require_successful_payment: settlement.requirePaid,
    },
    expires_after: credit?.expiresAfter?.value ?? null,
    expires_after_unit: credit?.expiresAfter?.unit ?? null,
    active_from: profile.activeFrom,
  };
}

function withoutNulls(wanted: Omit<TopUpFigures, "id">): OrbTopUp {
  const stated = (fields: object): object => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  return stated({ ...wanted, invoice_settings: stated(wanted.invoice_settings) }) as OrbTopUp;
}

/** The document with what has changed; a field that says the same keeps its spelling. */
function rewritten(document: OrbTopUp, says: TopUpFigures, wanted: Omit<TopUpFigures, "id">): OrbTopUp {
  const { invoice_settings: invoice, ...fields } = wanted;
  const settings = { ...document.invoice_settings, ...changed<InvoiceFigures>(says.invoice_settings, invoice) };
  return { ...document, ...changed(says, fields), invoice_settings: settings } as OrbTopUp;
}

function changed<Fields extends object>(says: Fields, wanted: Partial<Fields>): Partial<Fields> {
  const keys = Object.keys(wanted) as (keyof Fields)[];
  return Object.fromEntries(keys.filter((key) => wanted[key] !== says[key]).map((key) => [key, wanted[key]])) as Partial<Fields>;
}
