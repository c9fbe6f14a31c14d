import fc from "fast-check";
import type { LotInput } from "../../src/model/lot.js";
import type { WalletInput } from "../../src/model/wallet.js";
import { admitted, type Figure, notNegative, unitOf } from "./figures.js";
import { admittedInstant, age } from "./instants.js";
import type { Notation } from "./notation.js";
import { MINOR_DIGITS, type Target } from "./target.js";
import { nudge, weighted } from "./weighted.js";

// A lot that counts at `at`, or doesn't: its dates are at, beside, or far from `at`.
const lot = fc.record({
  counts: weighted([2, true], [1, false]),
  remaining: notNegative,
  share: fc.integer({ min: 0, max: 100 }),
  starts: weighted([3, "unstated"], [2, "at"], [2, "before"]),
  ends: weighted([3, "unstated"], [2, "just after"], [2, "after"]),
  because: weighted([1, "expired now"], [1, "expired"], [1, "unpaid"], [1, "not yet"], [1, "later"]),
  age,
  details: weighted([3, false], [1, true]),
});
type LotRecipe = typeof lot extends fc.Arbitrary<infer Recipe> ? Recipe : never;

const recipe = fc.record({
  form: weighted([4, "balance"], [5, "lots"]),
  lots: fc.array(lot, { minLength: 0, maxLength: 4 }),
  surplus: fc.oneof({ weight: 2, arbitrary: fc.constant(0n) }, { weight: 2, arbitrary: notNegative }),
  others: fc.array(fc.record({ like: weighted([1, "closed"], [1, "frozen"], [2, "another unit"]), figure: notNegative, nudge }), {
    maxLength: 2,
  }),
  present: weighted([1, false], [2, true]),
});
export type WalletsRecipe = typeof recipe extends fc.Arbitrary<infer Recipe> ? Recipe : never;
export const walletsRecipe: fc.Arbitrary<WalletsRecipe> = recipe;

/** The wallets of an account, of which one holds `available`, or is not known to (null). */
export function spelledWallets(
  recipe: WalletsRecipe,
  target: Target,
  available: Figure | null,
  at: number,
  notation: Notation,
): WalletInput[] {
  if (!target.held && !recipe.present) return [];
  const { fault, found } = target;
  const own = ownWallet(recipe, target, available, at, notation);
  const others = recipe.others.map(({ like, figure }, index): WalletInput => {
    // Where the wallet is found by being the only one, another must not be in the way.
    const status = like !== "another unit" ? like : found === "onlyActive" ? "closed" : "active";
    const unit = like === "another unit" ? (target.unit === "tokens" ? "seats" : "tokens") : target.unit;
    return { ...walletOf(target, `other${index}`, unit, notation), status, balance: notation.amount(figure) };
  });
  const twin: WalletInput[] = fault === "ambiguous" ? [{ ...walletOf(target, "twin", target.unit, notation), balance: "5" }] : [];
  const present = fault === "noWallet" ? [] : [own];
  return recipe.surplus > 0n ? [...others, ...present, ...twin] : [...present, ...twin, ...others];
}

function walletOf(target: Target, id: string, unit: string, notation: Notation): WalletInput {
  const custom = !(unit in MINOR_DIGITS);
  const rate = unit === target.unit ? (target.rateStated ? target.rate : null) : unitOf(1);
  return notation.object<WalletInput>({
    id,
    unit: custom ? unit : notation.currency(unit),
    rate: notation.optionalAmount(rate),
    scale: notation.optional(custom && unit === target.unit ? target.scale : null),
  });
}

function ownWallet(recipe: WalletsRecipe, target: Target, available: Figure | null, at: number, notation: Notation): WalletInput {
  const wallet: WalletInput = notation.object<WalletInput>({
    ...walletOf(target, target.walletId, target.unit, notation),
    status: target.fault === "frozen" || target.fault === "closed" ? target.fault : notation.defaulted("active" as const, "active"),
    type: notation.defaulted(target.walletType, "prepaid"),
  });
  if (available === null) return wallet;
  if (recipe.form === "balance") {
    const balance = admitted(available + recipe.surplus);
    return { ...wallet, balance: notation.amount(balance), ...pending(balance - available, notation) };
  }
  const active = admitted((available > 0n ? available : 0n) + (recipe.lots.some(({ counts }) => counts) ? recipe.surplus : 0n), 0n);
  const lots = lotsOf(recipe.lots, active, at, notation);
  return { ...wallet, lots, ...pending(active - available, notation) };
}

function pending(figure: Figure, notation: Notation): { pendingUsage?: WalletInput["pendingUsage"] } {
  return notation.object({ pendingUsage: figure === 0n ? notation.optional(null) : notation.amount(admitted(figure)) });
}

/** Lots whose counting ones sum up to `active`. */
function lotsOf(recipes: readonly LotRecipe[], active: Figure, at: number, notation: Notation): LotInput[] {
  let left = active;
  const lots = recipes.map((each, index) => {
    if (!each.counts) return idleLot(each, index, at, notation);
    const part = (left * BigInt(each.share)) / 100n;
    left -= part;
    return countingLot(each, `lot${index}`, part, at, notation);
  });
  return left === 0n ? lots : [...lots, { id: "rest", remaining: notation.amount(left) }];
}

function countingLot(each: LotRecipe, id: string, remaining: Figure, at: number, notation: Notation): LotInput {
  const starts = { unstated: null, at, before: admittedInstant(at - each.age) }[each.starts];
  const ends = { unstated: null, "just after": admittedInstant(at + 1), after: admittedInstant(at + 1 + each.age) }[each.ends];
  return notation.object<LotInput>({
    id,
    remaining: notation.amount(remaining),
    effectiveAt: notation.optionalInstant(starts),
    expiresAt: notation.optionalInstant(ends),
    ...(each.details && {
      initial: notation.amount(remaining),
      priority: 3,
      cost: "0.5",
      promotional: true,
      lineItemTypes: ["usage"],
      productIds: [],
    }),
  });
}

function idleLot({ because, remaining, age: ago }: LotRecipe, index: number, at: number, notation: Notation): LotInput {
  const dates = {
    "expired now": { expiresAt: at },
    expired: { expiresAt: at - ago, status: "pendingPayment" as const },
    unpaid: { status: "pendingPayment" as const },
    "not yet": { effectiveAt: at + 1 },
    later: { effectiveAt: at + ago + 1, expiresAt: at + 2 * ago + 2 },
  }[because] as { effectiveAt?: number; expiresAt?: number; status?: "pendingPayment" };
  return notation.object<LotInput>({
    id: `idle${index}`,
    remaining: notation.amount(remaining),
    status: notation.defaulted(dates.status ?? "active", "active"),
    effectiveAt: notation.optionalInstant(dates.effectiveAt === undefined ? null : admittedInstant(dates.effectiveAt)),
    expiresAt: notation.optionalInstant(dates.expiresAt === undefined ? null : admittedInstant(dates.expiresAt)),
  });
}
