import type { Profile } from "auto-topup";
import {
  aboveZero,
  amount,
  atLeastZero,
  fields,
  flag,
  id,
  instant,
  items,
  oneOf,
  optional,
  type Raw,
  Refused,
  text,
  whole,
} from "./fields.js";
import { unitOf } from "./names.js";

type Duration = NonNullable<Profile["cooldown"]>;
type Cap = Profile["caps"][number];

const PROFILE = new Set(
  (
    "id name description enabled customerId currency walletId priority activeFrom activeUntil trigger topup settlement credit " +
    "inFlight inFlightExpiresAfter cooldown caps failures requirePaymentMethod staleAfter"
  ).split(" "),
);
const TRIGGER = new Set(["basis", "type", "value", "referenceLimit", "boundary"]);
const TOPUP = new Set(["mode", "value", "referenceLimit", "repeat", "min", "max", "step"]);
const EXPECTED = new Set(["kind", "autoCollect", "correspondence"]);
const INVOICE = new Set(["kind", "autoCollect", "netTermsDays", "memo", "requirePaid"]);
const CAP = new Set(["window", "maxCharge", "maxCount", "onExceed", "counts"]);
const WINDOW = new Set(["calendar", "rolling"]);
const DURATION = new Set(["value", "unit"]);
const DEFAULT_FAILURES: Profile["failures"] = {
  retryAfter: { value: 1, unit: "day" },
  backoff: "doubling",
  maxRetryAfter: { value: 7, unit: "day" },
  suspendAfter: 3,
};

/** A profile with a threshold; schedules, grants, correspondence, credit terms and failure policies of its own it does not know. */
export function validProfile(value: unknown): Profile {
  const raw = fields(value, PROFILE);
  if (raw.credit != null || raw.failures != null) throw new Refused("not written here");
  const activeFrom = optional(raw.activeFrom, instant);
  const activeUntil = optional(raw.activeUntil, instant);
  if (activeFrom !== null && activeUntil !== null && activeFrom >= activeUntil) throw new Refused("never active");
  const read = trigger(raw.trigger);
  return {
    id: id(raw.id),
    name: optional(raw.name, text),
    description: optional(raw.description, text),
    enabled: flag(raw.enabled, true),
    customerId: optional(raw.customerId, id),
    currency: raw.currency == null ? null : unitOf(raw.currency).name,
    walletId: optional(raw.walletId, id),
    priority: raw.priority == null ? 0 : whole(raw.priority),
    activeFrom,
    activeUntil,
    trigger: read,
    topup: topup(raw.topup, "referenceLimit" in read ? read.referenceLimit : null),
    settlement: settlement(raw.settlement as Raw, read.basis),
    credit: null,
    inFlight: oneOf(raw.inFlight, ["net", "block", "ignore"], "net"),
    inFlightExpiresAfter: optional(raw.inFlightExpiresAfter, duration),
    cooldown: optional(raw.cooldown, duration),
    caps: items(raw.caps, cap),
    failures: DEFAULT_FAILURES,
    requirePaymentMethod: flag(raw.requirePaymentMethod, false),
    staleAfter: optional(raw.staleAfter, duration),
  };
}

function trigger(value: unknown): Profile["trigger"] {
  const raw = fields(value, TRIGGER);
  const basis = oneOf(raw.basis, ["outstanding", "overdue", "unbilled", "balance"]);
  const type = oneOf(raw.type, ["absoluteAmount", "percentOfLimit"]);
  const boundary = oneOf(raw.boundary, ["inclusive", "exclusive"], "inclusive");
  if (basis === "balance" && type === "absoluteAmount") return { basis, type, value: amount(raw.value), boundary };
  const read = type === "percentOfLimit" ? atLeastZero(raw.value) : amount(raw.value);
  return { basis, type, value: read, referenceLimit: id(raw.referenceLimit), boundary } as Profile["trigger"];
}

function topup(value: unknown, triggerLimit: string | null): Profile["topup"] {
  const raw = fields(value, TOPUP);
  const bounds = { min: optional(raw.min, atLeastZero), max: optional(raw.max, aboveZero), step: optional(raw.step, aboveZero) };
  switch (raw.mode) {
    case "fixedAmount":
      return { mode: raw.mode, value: aboveZero(raw.value), repeat: oneOf(raw.repeat, ["once", "untilClear"], "once"), ...bounds };
    case "toTarget":
      return { mode: raw.mode, value: amount(raw.value), ...bounds };
    case "toPercentOfLimit":
      return { mode: raw.mode, value: atLeastZero(raw.value), referenceLimit: id(raw.referenceLimit ?? triggerLimit), ...bounds };
    default:
      throw new Refused("no mode");
  }
}

function settlement(value: Raw, basis: string): Profile["settlement"] {
  if (value.kind === "invoice") {
    const raw = fields(value, INVOICE);
    if (basis !== "balance") throw new Refused("already invoiced");
    return {
      kind: "invoice",
      autoCollect: flag(raw.autoCollect, false),
      netTermsDays: raw.netTermsDays == null ? 0 : whole(raw.netTermsDays),
      memo: optional(raw.memo, text),
      requirePaid: flag(raw.requirePaid, false),
    };
  }
  const raw = fields(value, EXPECTED);
  if (raw.kind !== "expectedPayment" || raw.correspondence != null) throw new Refused("not written here");
  return { kind: "expectedPayment", autoCollect: flag(raw.autoCollect, false), correspondence: null };
}

function cap(value: unknown): Cap {
  const raw = fields(value, CAP);
  const window = fields(raw.window, WINDOW);
  if (raw.maxCharge == null && raw.maxCount == null) throw new Refused("a cap of nothing");
  return {
    window:
      window.rolling == null
        ? { calendar: oneOf(window.calendar, ["day", "week", "month", "year"]) }
        : { rolling: duration(window.rolling) },
    maxCharge: optional(raw.maxCharge, atLeastZero),
    maxCount: optional(raw.maxCount, whole),
    onExceed: oneOf(raw.onExceed, ["refuse", "reduce"], "refuse"),
    counts: oneOf(raw.counts, ["automatic", "all"], "automatic"),
  };
}

function duration(value: unknown): Duration {
  const raw = fields(value, DURATION);
  return { value: whole(raw.value), unit: oneOf(raw.unit, ["second", "minute", "hour", "day"]) };
}
