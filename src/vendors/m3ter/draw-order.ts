import type { InputIssue } from "../../base/errors.js";
import { text } from "../../base/fields.js";
import { flagOr, list, object, oneOf, openObject, optional, optionalObject, type Schema } from "../../base/schema.js";
import type { OrderKey } from "../../model/draw-order.js";
import type { SourceKind } from "../../model/source.js";
import { optionsOf } from "./options.js";

/**
 * What credit is applied at a bill, in order; what is not named is not drawn from.
 *
 * @example
 * ```ts
 * import type { M3terCreditApplicationOrder } from "auto-topup/m3ter";
 *
 * const order: M3terCreditApplicationOrder = ["BALANCE", "PREPAYMENT"];
 * order[0]; //=> "BALANCE"
 * ```
 */
export type M3terCreditApplicationOrder = readonly ("PREPAYMENT" | "BALANCE")[];

/**
 * Where the order is said: m3ter's OrganizationConfig and Account, or the field of each alone.
 *
 * @example
 * ```ts
 * import type { M3terDrawOrderSettings } from "auto-topup/m3ter";
 *
 * const settings: M3terDrawOrderSettings = { organization: { creditApplicationOrder: ["BALANCE"] } };
 * settings.account; //=> undefined
 * ```
 */
export interface M3terDrawOrderSettings {
  readonly organization?: { readonly creditApplicationOrder?: M3terCreditApplicationOrder | null | undefined } | null | undefined;
  /** Overrides the organization's. */
  readonly account?:
    | {
        readonly creditApplicationOrder?: M3terCreditApplicationOrder | null | undefined;
        /** An account with a parent is in a hierarchy. */
        readonly parentAccountId?: string | null | undefined;
      }
    | null
    | undefined;
  /** The account has a parent or children: m3ter then takes no setting. `false` when left out. */
  readonly inHierarchy?: boolean | undefined;
}

/**
 * An order that `drawDown` takes, with its kinds.
 *
 * @example
 * ```ts
 * import type { M3terDrawOrder } from "auto-topup/m3ter";
 *
 * const order: M3terDrawOrder = { kinds: ["balance"], by: ["kind", "created"] };
 * order.kinds; //=> ["balance"]
 * ```
 */
export interface M3terDrawOrder {
  readonly kinds: readonly SourceKind[];
  readonly by: readonly OrderKey[];
}

interface Setting {
  readonly creditApplicationOrder: M3terCreditApplicationOrder;
}

interface Settings {
  readonly organization: Setting | null;
  readonly account: (Setting & { readonly parentAccountId: string | null }) | null;
  readonly inHierarchy: boolean;
}

const creditApplicationOrder = list(oneOf(["PREPAYMENT", "BALANCE"]));
const onceEach = { fields: [], list: "creditApplicationOrder", faults: repetitions } as const;

const settingsSchema: Schema<Settings> = object({
  organization: optionalObject(openObject({ creditApplicationOrder }, [onceEach])),
  account: optionalObject(openObject({ creditApplicationOrder, parentAccountId: optional(text) }, [onceEach])),
  inHierarchy: flagOr(false),
});

function repetitions({ creditApplicationOrder: order }: Setting): InputIssue[] {
  return (order as readonly unknown[]).flatMap((each, index, all) =>
    all.indexOf(each) < index && typeof each === "string"
      ? [{ path: ["creditApplicationOrder", index], code: "conflict" as const, message: `repeats ${JSON.stringify(each)}` }]
      : [],
  );
}

const KINDS = { PREPAYMENT: "commitment", BALANCE: "balance" } as const;
const DEFAULT_ORDER = ["PREPAYMENT", "BALANCE"] as const;

/**
 * The order in which m3ter draws down an account's credit: the account's setting, else the organization's,
 * else (and always in a hierarchy of accounts) prepayments before balances. An empty setting is none.
 * Within a kind the older comes first.
 *
 * @param settings the two settings
 * @returns an order for `drawDown`
 * @throws InvalidInputError where a setting is malformed
 * @see m3ter API reference, OrganizationConfig and Account: creditApplicationOrder
 *
 * @example
 * ```ts
 * import { drawOrderFrom } from "auto-topup/m3ter";
 *
 * const organization = { creditApplicationOrder: ["PREPAYMENT", "BALANCE"] } as const;
 * const account = { creditApplicationOrder: ["BALANCE"] } as const;
 * drawOrderFrom({ organization, account }); //=> { kinds: ["balance"], by: ["kind", "created"] }
 * drawOrderFrom({ organization, account, inHierarchy: true }).kinds; //=> ["commitment", "balance"]
 * ```
 */
export function drawOrderFrom(settings: M3terDrawOrderSettings): M3terDrawOrder {
  const { organization, account, inHierarchy } = optionsOf(settingsSchema, settings);
  const isRelated = inHierarchy || (account?.parentAccountId ?? null) !== null;
  const set = [account, organization].map((each) => each?.creditApplicationOrder ?? []).find((order) => order.length > 0);
  const order = isRelated || set === undefined ? DEFAULT_ORDER : set;
  return { kinds: order.map((each) => KINDS[each]), by: ["kind", "created"] };
}
