import type { Account } from "auto-topup";
import { aboveZero, amount, atLeastZero, distinct, fields, flag, id, instant, items, oneOf, optional, Refused, whole } from "./fields.js";
import { currencyOf, isZone, unitOf } from "./names.js";

type Wallet = Account["wallets"][number];
type Lot = NonNullable<Wallet["lots"]>[number];
type TopupRecord = Account["topups"][number];

const ACCOUNT = new Set(
  "id currency timeZone asOf owed billedThrough limits wallets paymentMethod autoTopupAmount autoTopupResumedAt topups".split(" "),
);
const OWED = new Set(["outstanding", "overdue", "unbilled"]);
const METHOD = new Set(["type", "autoCollect", "minCharge"]);
const WALLET = new Set("id unit status type rate scale lots balance pendingUsage".split(" "));
const LOT = new Set(
  "id remaining initial status effectiveAt expiresAt createdAt priority cost promotional lineItemTypes productIds".split(" "),
);
const RECORD = new Set("id kind profileId walletId charge credit createdAt creditedAt failedAt status failure".split(" "));

const FAILURES = ["declined", "hardDeclined", "infrastructure"] as const;

/** A whole account, by the same rules as the library's. */
export function validAccount(value: unknown): Account {
  const raw = fields(value, ACCOUNT);
  const owed = raw.owed == null ? {} : fields(raw.owed, OWED);
  const currency = currencyOf(raw.currency);
  return {
    id: id(raw.id),
    currency,
    timeZone: raw.timeZone == null ? "UTC" : isZone(raw.timeZone),
    asOf: optional(raw.asOf, instant),
    owed: {
      outstanding: optional(owed.outstanding, amount),
      overdue: optional(owed.overdue, amount),
      unbilled: optional(owed.unbilled, amount),
    },
    billedThrough: optional(raw.billedThrough, instant),
    limits: limits(raw.limits),
    wallets: distinct(items(raw.wallets, (each) => wallet(each, currency))),
    paymentMethod: optional(raw.paymentMethod, paymentMethod),
    autoTopupAmount: optional(raw.autoTopupAmount, aboveZero),
    autoTopupResumedAt: optional(raw.autoTopupResumedAt, instant),
    topups: distinct(items(raw.topups, record)),
  };
}

function limits(value: unknown): Account["limits"] {
  const read: Record<string, string | null> = {};
  if (value == null) return read;
  if (typeof value !== "object" || Array.isArray(value)) throw new Refused("no limits");
  for (const name of Object.keys(value).sort()) {
    if (name === "__proto__") throw new Refused("a forbidden key");
    const ceiling = (value as Record<string, unknown>)[name];
    if (ceiling !== undefined) read[id(name)] = optional(ceiling, atLeastZero);
  }
  return read;
}

function paymentMethod(value: unknown): NonNullable<Account["paymentMethod"]> {
  const raw = fields(value, METHOD);
  return {
    type: oneOf(raw.type, ["card", "directDebit", "other"]),
    autoCollect: flag(raw.autoCollect),
    minCharge: optional(raw.minCharge, atLeastZero),
  };
}

function wallet(value: unknown, currency: string): Wallet {
  const raw = fields(value, WALLET);
  const unit = unitOf(raw.unit);
  if (raw.lots != null && raw.balance != null) throw new Refused("both lots and balance");
  if (raw.rate == null && unit.name !== currency) throw new Refused("no rate");
  if (raw.scale != null && unit.isCurrency) throw new Refused("a scale of a currency");
  return {
    id: id(raw.id),
    unit: unit.name,
    status: oneOf(raw.status, ["active", "frozen", "closed"], "active"),
    type: oneOf(raw.type, ["prepaid", "promotional", "postpaid"], "prepaid"),
    rate: raw.rate == null ? "1" : aboveZero(raw.rate),
    scale: unit.isCurrency ? null : raw.scale == null ? 9 : whole(raw.scale),
    lots: raw.lots == null ? null : distinct(items(raw.lots, lot)),
    balance: optional(raw.balance, amount),
    pendingUsage: raw.pendingUsage == null ? "0" : amount(raw.pendingUsage),
  };
}

function lot(value: unknown): Lot {
  const raw = fields(value, LOT);
  return {
    id: id(raw.id),
    remaining: atLeastZero(raw.remaining),
    initial: optional(raw.initial, atLeastZero),
    status: oneOf(raw.status, ["active", "pendingPayment"], "active"),
    effectiveAt: optional(raw.effectiveAt, instant),
    expiresAt: optional(raw.expiresAt, instant),
    createdAt: optional(raw.createdAt, instant),
    priority: optional(raw.priority, whole),
    cost: optional(raw.cost, atLeastZero),
    promotional: flag(raw.promotional, false),
    lineItemTypes: items(raw.lineItemTypes, id),
    productIds: items(raw.productIds, id),
  };
}

function record(value: unknown): TopupRecord {
  const raw = fields(value, RECORD);
  const status = oneOf(raw.status, ["pending", "paid", "failed", "voided", "unknown"]);
  const createdAt = instant(raw.createdAt);
  const creditedAt = optional(raw.creditedAt, instant);
  if (creditedAt !== null && creditedAt < createdAt) throw new Refused("credited before it was created");
  return {
    id: id(raw.id),
    kind: oneOf(raw.kind, ["automatic", "manual"], "automatic"),
    profileId: optional(raw.profileId, id),
    walletId: optional(raw.walletId, id),
    charge: atLeastZero(raw.charge),
    credit: optional(raw.credit, atLeastZero),
    createdAt,
    creditedAt,
    failedAt: optional(raw.failedAt, instant),
    status,
    failure: raw.failure == null ? (status === "failed" ? "declined" : null) : oneOf(raw.failure, FAILURES),
  };
}
