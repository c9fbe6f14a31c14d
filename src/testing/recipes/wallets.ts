import * as fc from "fast-check";
import type { WalletInput } from "../../model/wallet.js";
import { admitted, type Figure, notNegative, unitOf } from "./figures.js";
import { lot, type LotRecipe, lotsOf } from "./lots.js";
import type { Notation } from "./notation.js";
import { isCustom, type Target } from "./target.js";
import { nudge, type Nudge, weighted } from "./weighted.js";

export interface WalletsRecipe {
  readonly form: "balance" | "lots";
  readonly lots: readonly LotRecipe[];
  /** Held, and used without being billed yet. */
  readonly surplus: Figure;
  readonly others: readonly { readonly like: "closed" | "frozen" | "another unit"; readonly figure: Figure; readonly nudge: Nudge }[];
  readonly present: boolean;
}

export const walletsRecipe: fc.Arbitrary<WalletsRecipe> = fc.record({
  form: weighted([4, "balance"], [5, "lots"]),
  lots: fc.array(lot, { minLength: 0, maxLength: 4 }),
  surplus: fc.oneof({ weight: 2, arbitrary: fc.constant(0n) }, { weight: 2, arbitrary: notNegative }),
  others: fc.array(fc.record({ like: weighted([1, "closed"], [1, "frozen"], [2, "another unit"]), figure: notNegative, nudge }), {
    maxLength: 2,
  }),
  present: weighted([1, false], [2, true]),
});

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
    const unit = like === "another unit" ? "tokens" : target.unit;
    return { ...walletOf(target, `other${index}`, unit, notation), status, balance: notation.amount(figure) };
  });
  const twin: WalletInput[] = fault === "ambiguous" ? [{ ...walletOf(target, "twin", target.unit, notation), balance: "5" }] : [];
  const present = fault === "noWallet" ? [] : [own];
  return recipe.surplus > 0n ? [...others, ...present, ...twin] : [...present, ...twin, ...others];
}

function walletOf(target: Target, id: string, unit: string, notation: Notation): WalletInput {
  const rate = unit === target.unit ? (target.rateStated ? target.rate : null) : unitOf(1);
  return notation.object<WalletInput>({
    id,
    unit: isCustom(unit) ? unit : notation.currency(unit),
    rate: notation.optionalAmount(rate),
    scale: notation.optional(isCustom(unit) && unit === target.unit ? target.scale : null),
  });
}

function ownWallet(recipe: WalletsRecipe, target: Target, available: Figure | null, at: number, notation: Notation): WalletInput {
  const wallet = notation.object<WalletInput>({
    ...walletOf(target, target.walletId, target.unit, notation),
    status: target.fault === "frozen" || target.fault === "closed" ? target.fault : notation.defaulted("active", "active"),
    type: notation.defaulted(target.walletType, "prepaid"),
  });
  if (available === null) return wallet;
  if (recipe.form === "balance") {
    const balance = admitted(available + recipe.surplus);
    return { ...wallet, balance: notation.amount(balance), ...pending(balance - available, notation) };
  }
  const active = admitted(admitted(available, 0n) + (recipe.lots.some(({ counts }) => counts) ? recipe.surplus : 0n), 0n);
  const lots = lotsOf(recipe.lots, active, at, notation);
  return { ...wallet, lots, ...pending(active - available, notation) };
}

function pending(figure: Figure, notation: Notation): Pick<WalletInput, "pendingUsage"> {
  return notation.object({ pendingUsage: figure === 0n ? notation.optional(null) : notation.amount(admitted(figure)) });
}
