import type { EvaluateInput } from "auto-topup";

type Part = "profile" | "account" | "at";

/** What a caller may send by mistake: the part, and the value in place of it or the fields in place of its own. */
const FAULTS: readonly (readonly [part: Part, wrong: unknown])[] = [
  ["profile", null],
  ["profile", []],
  ["profile", "p1"],
  ["account", 7],
  ["account", true],
  ["at", "2025-06-01T09:00:00"],
  ["at", "2025-02-30T09:00:00Z"],
  ["at", "0000-12-31T23:59:59Z"],
  ["at", 1_748_768_400_000],
  ["profile", { id: "" }],
  ["profile", { id: "\uD800" }],
  ["profile", { colldown: { value: 1, unit: "day" } }],
  ["profile", { cooldown: { value: 1.5, unit: "day" } }],
  ["profile", { cooldown: { value: 40_000, unit: "day" } }],
  ["profile", { enabled: null }],
  ["profile", { trigger: { basis: "balance", type: "absoluteAmount", value: "1e5" } }],
  ["profile", { trigger: { basis: "balance", type: "absoluteAmount", value: "0x1f" } }],
  ["profile", { trigger: { basis: "schedule", every: { value: 0, unit: "day" }, startingAt: "2025-01-01T00:00:00Z" } }],
  ["profile", { topup: { mode: "fixedAmount", value: "-1" } }],
  ["profile", { topup: { mode: "fixedAmount", value: 1e300 } }],
  ["profile", { topup: { mode: "toTarget", value: "10", repeat: "untilClear" } }],
  ["profile", { topup: { mode: "toTarget", value: "10", min: "5", max: "4" } }],
  ["profile", { caps: [{ window: { calendar: "day" } }] }],
  ["profile", { caps: [{ window: { rolling: { value: 0, unit: "day" } }, maxCount: 1 }] }],
  ["profile", { activeFrom: "2025-02-01T00:00:00Z", activeUntil: "2025-02-01T00:00:00Z" }],
  ["profile", { failures: { maxRetryAfter: { value: 1, unit: "day" } } }],
  ["profile", JSON.parse('{ "__proto__": { "id": "p2" } }')],
  ["account", { currency: "XXY" }],
  ["account", { timeZone: "Mars/Olympus" }],
  ["account", { timeZone: "constructor" }],
  ["account", { timeZone: "+01:00" }],
  ["account", { timeZone: "BST" }],
  ["account", { owed: { outstanding: "123456789012345678901" } }],
  ["account", { limits: { constructor: "-1" } }],
  ["account", { wallets: [{ id: "w1", unit: "credits" }] }],
  ["account", { wallets: [{ id: "w1", unit: "USD", lots: [], balance: "1" }] }],
  ["account", { topups: [1, 2].map(() => ({ id: "t1", charge: "1", createdAt: "2025-01-01T00:00:00Z", status: "paid" })) }],
];

const SOUND = {
  profile: {
    id: "p1",
    trigger: { basis: "outstanding", type: "absoluteAmount", value: "20", referenceLimit: "credit" },
    topup: { mode: "fixedAmount", value: "50" },
  },
  account: { id: "a1", currency: "USD", owed: { outstanding: "90" }, limits: { credit: "100" } },
  at: "2025-06-01T09:00:00Z",
};

/** Situations each of which is wrong in one place, and one in three. */
export function malformed(): EvaluateInput[] {
  const single = FAULTS.map(([part, wrong]) => ({ ...SOUND, [part]: isFields(wrong) ? { ...(SOUND[part] as object), ...wrong } : wrong }));
  const all = { profile: { ...SOUND.profile, id: "" }, account: { ...SOUND.account, currency: "dollars" }, at: "soon" };
  return [...single, all] as unknown as EvaluateInput[];
}

function isFields(wrong: unknown): wrong is object {
  return typeof wrong === "object" && wrong !== null && !Array.isArray(wrong);
}
