import type { AccountInput, Attempt, ProfileInput, WalletInput } from "../../../src/index.js";

/** What may stand in a field. */
export type Kind =
  | "amount"
  | "notNegative"
  | "positive"
  | "percent"
  | "number"
  | "count"
  | "positiveCount"
  | "duration"
  | "instant"
  | "id"
  | "unit"
  | "text"
  | "currency"
  | "zone"
  | "boolean"
  | "word"
  | "object"
  | "list";

export interface Field {
  readonly path: readonly (string | number)[];
  readonly kind: Kind;
  /** Whether it may be left out; whether `null` then says the same is a matter of its kind. */
  readonly optional: boolean;
}

type Spelling = `${Kind}` | `${Kind}?`;
type Table = { readonly [path: string]: Spelling };

const PROFILE = {
  id: "id",
  name: "text?",
  description: "text?",
  enabled: "boolean?",
  customerId: "id?",
  currency: "unit?",
  priority: "number?",
  activeFrom: "instant?",
  activeUntil: "instant?",
  trigger: "object",
  topup: "object",
  settlement: "object?",
  credit: "object?",
  "credit.expiresAfter": "object?",
  "credit.expiresAfter.value": "positiveCount",
  "credit.expiresAfter.unit": "word",
  "credit.priority": "number?",
  "credit.metadata": "object?",
  "credit.metadata.source": "text",
  inFlight: "word?",
  inFlightExpiresAfter: "duration?",
  cooldown: "duration?",
  caps: "list?",
  "caps.0": "object",
  "caps.0.window": "object",
  "caps.0.window.calendar": "word",
  "caps.0.maxCharge": "notNegative?",
  "caps.0.maxCount": "count?",
  "caps.0.onExceed": "word?",
  "caps.0.counts": "word?",
  "caps.1.window.rolling.value": "positiveCount",
  "caps.1.window.rolling.unit": "word",
  "failures.retryAfter": "duration?",
  "failures.backoff": "word?",
  "failures.maxRetryAfter": "duration?",
  "failures.suspendAfter": "positiveCount?",
  requirePaymentMethod: "boolean?",
  staleAfter: "duration?",
} as const satisfies Table;

const BOUNDS = { "topup.min": "notNegative?", "topup.max": "positive?", "topup.step": "positive?" } as const;

const common: Omit<ProfileInput, "trigger" | "topup" | "settlement"> = {
  id: "p1",
  name: "Keep topped up",
  description: "",
  enabled: true,
  customerId: "a1",
  currency: "USD",
  priority: 1,
  activeFrom: "2026-01-01T00:00:00Z",
  activeUntil: "2027-01-01T00:00:00Z",
  credit: { expiresAfter: { value: 12, unit: "month" }, priority: 2, metadata: { source: "auto" } },
  inFlight: "net",
  inFlightExpiresAfter: { value: 10, unit: "day" },
  cooldown: { value: 1, unit: "day" },
  caps: [
    { window: { calendar: "month" }, maxCharge: "500", maxCount: 9, onExceed: "reduce", counts: "all" },
    { window: { rolling: { value: 24, unit: "hour" } }, maxCount: 3 },
  ],
  failures: { retryAfter: { value: 1, unit: "day" }, backoff: "doubling", maxRetryAfter: { value: 7, unit: "day" }, suspendAfter: 3 },
  requirePaymentMethod: true,
  staleAfter: { value: 1, unit: "hour" },
};

/** Valid inputs in which every field is stated, with what each may be. */
export interface Sample<Input> {
  readonly name: string;
  readonly input: Input;
  readonly fields: readonly Field[];
}

const sample = <Input>(name: string, input: Input, table: Table): Sample<Input> => ({ name, input, fields: fieldsOf(table) });

function fieldsOf(table: Table): Field[] {
  return Object.entries(table).map(([path, spelling]) => ({
    path: path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
    kind: spelling.replace("?", "") as Kind,
    optional: spelling.endsWith("?"),
  }));
}

export const profileSamples: readonly Sample<ProfileInput>[] = [
  sample(
    "what is owed, by percentage",
    {
      ...common,
      trigger: { basis: "outstanding", type: "percentOfLimit", value: "80", referenceLimit: "credit", boundary: "inclusive" },
      topup: { mode: "toPercentOfLimit", value: "50", referenceLimit: "credit", min: "1", max: "100", step: "5" },
      settlement: { kind: "expectedPayment", autoCollect: true, correspondence: { expected: "e", card: "c", directDebit: "d" } },
    },
    {
      ...PROFILE,
      ...BOUNDS,
      "trigger.basis": "word",
      "trigger.type": "word",
      "trigger.value": "percent",
      "trigger.referenceLimit": "id",
      "trigger.boundary": "word?",
      "topup.mode": "word",
      "topup.value": "percent",
      "topup.referenceLimit": "id?",
      "settlement.kind": "word",
      "settlement.autoCollect": "boolean",
      "settlement.correspondence": "object?",
      "settlement.correspondence.expected": "id?",
      "settlement.correspondence.card": "id?",
      "settlement.correspondence.directDebit": "id?",
    },
  ),
  sample(
    "what is held, by amount",
    {
      ...common,
      walletId: "w1",
      trigger: { basis: "balance", type: "absoluteAmount", value: "-5", boundary: "exclusive" },
      topup: { mode: "fixedAmount", value: "20", repeat: "untilClear", min: "1", max: "100", step: "5" },
      settlement: { kind: "invoice", autoCollect: true, netTermsDays: 30, memo: "Top-up", requirePaid: true },
    },
    {
      ...PROFILE,
      ...BOUNDS,
      walletId: "id?",
      "trigger.basis": "word",
      "trigger.type": "word",
      "trigger.value": "amount",
      "trigger.boundary": "word?",
      "topup.mode": "word",
      "topup.value": "positive",
      "topup.repeat": "word?",
      "settlement.kind": "word",
      "settlement.autoCollect": "boolean",
      "settlement.netTermsDays": "count",
      "settlement.memo": "text?",
      "settlement.requirePaid": "boolean?",
    },
  ),
  sample(
    "what is held, by percentage",
    {
      ...common,
      walletId: "w1",
      trigger: { basis: "balance", type: "percentOfLimit", value: "10", referenceLimit: "credit", boundary: "inclusive" },
      topup: { mode: "toTarget", value: "-1", min: "1", max: "100", step: "5" },
      settlement: { kind: "grant", reason: "loyalty" },
    },
    {
      ...PROFILE,
      ...BOUNDS,
      walletId: "id?",
      "trigger.basis": "word",
      "trigger.type": "word",
      "trigger.value": "percent",
      "trigger.referenceLimit": "id",
      "trigger.boundary": "word?",
      "topup.mode": "word",
      "topup.value": "amount",
      "settlement.kind": "word",
      "settlement.reason": "text?",
    },
  ),
  sample(
    "a schedule",
    {
      ...common,
      walletId: "w1",
      trigger: { basis: "schedule", every: { value: 1, unit: "month" }, startingAt: "2026-01-31T00:00:00Z" },
      topup: { mode: "fixedAmount", value: "20", repeat: "once", basis: "balance", min: "1", max: "100", step: "5" },
    },
    {
      ...PROFILE,
      ...BOUNDS,
      walletId: "id?",
      "trigger.basis": "word",
      "trigger.every": "object",
      "trigger.every.value": "positiveCount",
      "trigger.every.unit": "word",
      "trigger.startingAt": "instant",
      "topup.mode": "word",
      "topup.value": "positive",
      "topup.repeat": "word?",
      "topup.basis": "word?",
    },
  ),
];

const walletTable = {
  id: "id",
  unit: "unit",
  status: "word?",
  type: "word?",
  rate: "positive?",
  scale: "count?",
  lots: "list?",
  "lots.0": "object",
  "lots.0.id": "id",
  "lots.0.remaining": "notNegative",
  "lots.0.initial": "notNegative?",
  "lots.0.status": "word?",
  "lots.0.effectiveAt": "instant?",
  "lots.0.expiresAt": "instant?",
  "lots.0.createdAt": "instant?",
  "lots.0.priority": "number?",
  "lots.0.cost": "notNegative?",
  "lots.0.promotional": "boolean?",
  "lots.0.lineItemTypes": "list?",
  "lots.0.lineItemTypes.0": "id",
  "lots.0.productIds": "list?",
  "lots.0.productIds.0": "id",
  pendingUsage: "amount?",
} as const satisfies Table;

const wallet: WalletInput = {
  id: "w1",
  unit: "credits",
  status: "active",
  type: "promotional",
  rate: "0.01",
  scale: 4,
  lots: [
    {
      id: "l1",
      remaining: "5",
      initial: "9",
      status: "active",
      effectiveAt: "2026-01-01T00:00:00Z",
      expiresAt: "2027-01-01T00:00:00Z",
      createdAt: "2026-01-01T00:00:00Z",
      priority: 1,
      cost: "0.5",
      promotional: true,
      lineItemTypes: ["usage"],
      productIds: ["x"],
    },
  ],
  pendingUsage: "0.5",
};

export const walletSample: Sample<WalletInput> = sample("a wallet of lots", wallet, { ...walletTable });

const within = (prefix: string, table: Table): Table =>
  Object.fromEntries(Object.entries(table).map(([path, spelling]) => [`${prefix}.${path}`, spelling]));

export const accountSamples: readonly Sample<AccountInput>[] = [
  sample(
    "an account",
    {
      id: "a1",
      currency: "USD",
      timeZone: "Europe/London",
      asOf: "2026-06-01T09:00:00Z",
      owed: { outstanding: "430", overdue: "-1", unbilled: "12.5" },
      billedThrough: "2026-06-01T00:00:00Z",
      limits: { credit: "500", unbilled: null },
      wallets: [wallet, { id: "w2", unit: "USD", balance: "-3" }],
      paymentMethod: { type: "card", autoCollect: true, minCharge: "1" },
      autoTopupAmount: "25",
      autoTopupResumedAt: "2026-05-01T00:00:00Z",
      topups: [
        {
          id: "t1",
          kind: "automatic",
          profileId: "p1",
          walletId: "w1",
          charge: "10",
          credit: "1000",
          createdAt: "2026-05-20T00:00:00Z",
          creditedAt: "2026-05-21T00:00:00Z",
          failedAt: "2026-05-22T00:00:00Z",
          status: "failed",
          failure: "hardDeclined",
        },
      ],
    },
    {
      id: "id",
      currency: "currency",
      timeZone: "zone?",
      asOf: "instant?",
      owed: "object?",
      "owed.outstanding": "amount?",
      "owed.overdue": "amount?",
      "owed.unbilled": "amount?",
      billedThrough: "instant?",
      limits: "object?",
      "limits.credit": "notNegative?",
      wallets: "list?",
      "wallets.0": "object",
      ...within("wallets.0", walletTable),
      "wallets.1.balance": "amount?",
      paymentMethod: "object?",
      "paymentMethod.type": "word",
      "paymentMethod.autoCollect": "boolean",
      "paymentMethod.minCharge": "notNegative?",
      autoTopupAmount: "positive?",
      autoTopupResumedAt: "instant?",
      topups: "list?",
      "topups.0": "object",
      "topups.0.id": "id",
      "topups.0.kind": "word?",
      "topups.0.profileId": "id?",
      "topups.0.walletId": "id?",
      "topups.0.charge": "notNegative",
      "topups.0.credit": "notNegative?",
      "topups.0.createdAt": "instant",
      "topups.0.creditedAt": "instant?",
      "topups.0.failedAt": "instant?",
      "topups.0.status": "word",
    },
  ),
];

export const attemptSample: Sample<Attempt> = sample("an attempt", { id: "t9", status: "pending" }, { id: "id", status: "word" });

class Money {
  readonly amount = "5";
}

function throwing(): object {
  return Object.defineProperty({}, "amount", {
    enumerable: true,
    get: () => {
      throw new TypeError("not today");
    },
  });
}

const unreadable = (): object =>
  new Proxy(
    {},
    {
      getPrototypeOf: () => {
        throw new RangeError("no prototype");
      },
      ownKeys: () => {
        throw new RangeError("no keys");
      },
      get: () => {
        throw new RangeError("no value");
      },
    },
  );

function cyclic(): object {
  const ring: Record<string, unknown> = {};
  ring.ring = ring;
  return ring;
}

/** No field takes any of these. */
const NEVER: readonly (readonly [name: string, make: () => unknown])[] = [
  ["a symbol", () => Symbol("5")],
  ["a function", () => () => "5"],
  ["a big integer", () => 5n],
  ["NaN", () => Number.NaN],
  ["Infinity", () => -Infinity],
  ["a class instance", () => new Money()],
  ["a Map", () => new Map([["a", 1]])],
  ["a Set", () => new Set(["5"])],
  ["a boxed text", () => new String("5")],
  ["a boxed number", () => new Number(5)],
  ["an expression", () => /5/],
  ["a promise", () => Promise.resolve("5")],
  ["bytes", () => new Uint8Array([5])],
  ["an invalid Date", () => new Date(Number.NaN)],
  ["a ring", cyclic],
  ["an own __proto__", () => JSON.parse('{"__proto__": {"id": "x"}}') as unknown],
  ["a Date of a year beyond 9999", () => new Date(253_402_300_800_000)],
  ["a nested ring", () => [cyclic()]],
];

/** What throws when it is looked at can be told no nearer than by the argument that it is in. */
const UNREADABLE: typeof NEVER = [
  ["an accessor that throws", throwing],
  ["a proxy that throws", unreadable],
  ["a revoked proxy", revoked],
];

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

const texts = (...all: string[]): (readonly [string, () => unknown])[] =>
  all.map((each) => [`text ${JSON.stringify(each)}`, () => each] as const);
const numbers = (...all: number[]): (readonly [string, () => unknown])[] => all.map((each) => [`number ${each}`, () => each] as const);
const OBJECT: readonly [string, () => unknown] = ["an object", () => ({ a: 1 })];
const LIST: readonly [string, () => unknown] = ["a list", () => ["5"]];
const NO_BOOLEAN: readonly [string, () => unknown] = ["true", () => true];
const A_DATE: readonly [string, () => unknown] = ["a Date", () => new Date(0)];

const NOT_AN_AMOUNT = [
  OBJECT,
  LIST,
  NO_BOOLEAN,
  A_DATE,
  ...texts(
    "",
    " ",
    "5 ",
    "NaN",
    "Infinity",
    "1e5",
    "0x1f",
    "+1",
    "1,000",
    "1_000",
    ".5",
    "5.",
    "--1",
    "5\n",
    "٥",
    "１",
    "1".repeat(21),
    `0.${"1".repeat(21)}`,
  ),
  ...numbers(1e21, 1e-21),
];
const BELOW = [...texts("-1", "-0.00000000000000000001"), ...numbers(-1, -0.5)];
const ZERO = [...texts("0", "-0", "0.00"), ...numbers(0, -0)];
const NOT_A_NUMBER = [OBJECT, LIST, NO_BOOLEAN, A_DATE, ...texts("1", "")];
const NOT_WHOLE = [...NOT_A_NUMBER, ...numbers(0.5, -1)];
const NOT_TEXT = [OBJECT, LIST, NO_BOOLEAN, A_DATE, ...numbers(0, 5)];
const NOT_AN_ID = [...NOT_TEXT, ...texts("", "x".repeat(201), "\uD800", "\uDC00x", "a\uD83D")];
const NOT_A_DURATION = [
  LIST,
  OBJECT,
  NO_BOOLEAN,
  A_DATE,
  ...texts("P1D", ""),
  ...numbers(1),
  ["days without a number", () => ({ unit: "day" })] as const,
  ["half a day", () => ({ value: 0.5, unit: "day" })] as const,
  ["less than none", () => ({ value: -1, unit: "day" })] as const,
  ["a longer life than anyone's", () => ({ value: 36_526, unit: "day" })] as const,
  ["a unit of its own", () => ({ value: 1, unit: "days" })] as const,
  ["one key more", () => ({ value: 1, unit: "day", zone: "UTC" })] as const,
];

const JUNK: Readonly<Record<Kind, readonly (readonly [name: string, make: () => unknown])[]>> = {
  amount: NOT_AN_AMOUNT,
  notNegative: [...NOT_AN_AMOUNT, ...BELOW],
  positive: [...NOT_AN_AMOUNT, ...BELOW, ...ZERO],
  percent: [...NOT_AN_AMOUNT, ...BELOW],
  number: NOT_A_NUMBER,
  count: NOT_WHOLE,
  positiveCount: [...NOT_WHOLE, ...numbers(0, -0)],
  duration: NOT_A_DURATION,
  instant: [
    OBJECT,
    LIST,
    NO_BOOLEAN,
    ...numbers(0, 1_780_000_000_000),
    ...texts(
      "",
      "2026-06-01",
      "2026-06-01T09:00:00",
      "2026-06-01T24:00:00Z",
      "2026-06-01T09:00:60Z",
      "2026-02-30T09:00:00Z",
      "2026-13-01T09:00:00Z",
      "2026-06-01 09:00:00Z",
      "2026-06-01T09:00:00+24:00",
      "2026-06-01T09:00:00+01",
      "0000-12-31T23:59:59Z",
      "0001-01-01T00:00:00+00:01",
      "9999-12-31T23:59:59-00:01",
      "+02026-06-01T09:00:00Z",
      "2026-06-01T09:00:00.Z",
      "2026-06-01t09:00:00z",
      "2026-06-01T09:00:00Z\n",
      "now",
    ),
  ],
  id: NOT_AN_ID,
  unit: NOT_AN_ID,
  text: NOT_TEXT,
  currency: [...NOT_TEXT, ...texts("", "US", "USDX", "XXX", "ÄÖÜ", "US$", "credits", "ısk")],
  zone: [...NOT_TEXT, ...texts("", "Europe/Atlantis", "+01:00", "constructor", "__proto__", "Local")],
  boolean: [OBJECT, LIST, A_DATE, ...numbers(0, 1), ...texts("true", "")],
  word: [OBJECT, LIST, NO_BOOLEAN, A_DATE, ...numbers(0), ...texts("", "nonsense", "toString", "__proto__", "constructor")],
  object: [LIST, NO_BOOLEAN, A_DATE, ...numbers(0, 1), ...texts("", "{}")],
  list: [OBJECT, NO_BOOLEAN, A_DATE, ...numbers(0, 1), ...texts("", "[]"), ["a list-like", () => ({ length: 0 })]],
};

export function junkFor(kind: Kind): readonly (readonly [name: string, make: () => unknown])[] {
  return [...NEVER, ...JUNK[kind]];
}

export const unreadables: readonly (() => object)[] = UNREADABLE.map(([, make]) => make as () => object);
export const anyJunk: readonly (() => unknown)[] = [...NEVER, ...UNREADABLE, ...Object.values(JUNK).flat()].map(([, make]) => make);

/** The same input with one value replaced; everything on the way to it is copied. */
export function replaced<Input>(input: Input, [step, ...rest]: readonly (string | number)[], value: unknown): Input {
  if (step === undefined) return value as Input;
  const at = (input as Record<string | number, unknown>)[step];
  const next = replaced(at, rest, value);
  if (Array.isArray(input)) return input.map((each: unknown, index) => (index === step ? next : each)) as Input;
  return { ...input, [step]: next };
}

/** The same input without one key. */
export function without<Input>(input: Input, path: readonly (string | number)[]): Input {
  const parentPath = path.slice(0, -1);
  const parent =
    path.length === 1 ? input : parentPath.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], input);
  const { [path.at(-1) as string]: _, ...others } = parent as Record<string, unknown>;
  return replaced(input, parentPath, others);
}
