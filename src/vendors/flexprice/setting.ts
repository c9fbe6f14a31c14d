import { InvalidInputError, type InputIssue } from "../../base/errors.js";
import type { Duration } from "../../model/duration.js";
import type { WalletReading } from "./wallet.js";

/** An automatic top-up that is switched on, of either generation. */
export interface Setting {
  readonly threshold: string;
  readonly amount: string;
  /** Null where the document does not say. */
  readonly invoicing: boolean | null;
  readonly cooldown: Duration | null;
}

/** Null where it is off. The object goes before the flat fields, which a migrated wallet may still have. */
export function settingOf(wallet: WalletReading): Setting | null {
  const { auto_topup: current } = wallet;
  if (current !== null) {
    if (current.enabled !== true) return null;
    const figures = complete(current.threshold, ["auto_topup", "threshold"], current.amount, ["auto_topup", "amount"]);
    return { ...figures, invoicing: current.invoicing, cooldown: current.cooldown };
  }
  if (wallet.auto_topup_trigger !== "balance_below_threshold") return null;
  const figures = complete(wallet.auto_topup_min_balance, ["auto_topup_min_balance"], wallet.auto_topup_amount, ["auto_topup_amount"]);
  return { ...figures, invoicing: null, cooldown: null };
}

type Path = InputIssue["path"];

/** Flexprice stores a switched-on setting without its figures, or with an amount that no top-up can have. */
function complete(
  threshold: string | null,
  thresholdPath: Path,
  amount: string | null,
  amountPath: Path,
): Pick<Setting, "threshold" | "amount"> {
  const issues: InputIssue[] = [];
  if (threshold === null) issues.push(missing(thresholdPath));
  if (amount === null) issues.push(missing(amountPath));
  else if (amount === "0" || amount.startsWith("-"))
    issues.push({ path: amountPath, code: "out_of_range", message: "must be more than 0" });
  if (issues.length > 0) throw new InvalidInputError(issues);
  return { threshold, amount } as Pick<Setting, "threshold" | "amount">;
}

function missing(path: Path): InputIssue {
  return { path, code: "required", message: "is required: the automatic top-up is on" };
}
