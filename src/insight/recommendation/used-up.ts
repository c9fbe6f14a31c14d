import { type Decimal, decimal, sum, ZERO } from "../../base/decimal.js";
import { findTarget } from "../../engine/target.js";
import { type Account, statedLimit } from "../../model/account.js";
import type { Profile } from "../../model/profile.js";
import type { Wallet } from "../../model/wallet.js";
import { happenings } from "../simulation/agenda.js";
import type { Scenario } from "../simulation/read-scenario.js";
import { usageTargetOf } from "../simulation/usage-target.js";

/**
 * All that can be used up of what a profile watches, whatever it does: by usage, by lots that expire, by invoices,
 * by a limit that is lowered. More than that need not be held, nor be left, but for money in flight that never comes.
 */
export function usedUpOf(profile: Profile, scenario: Scenario): Decimal {
  const target = findTarget(profile, scenario.account);
  const wallet = target.kind === "wallet" ? target.wallet : null;
  const before = wallet === null ? alreadyUsed(scenario.account) : expiring(wallet);
  return before.plus(happening(scenario, wallet?.id ?? null)).plus(lowered(profile, scenario));
}

function happening(scenario: Scenario, walletId: string | null): Decimal {
  let total = ZERO;
  for (const coming = happenings(scenario); coming.next !== Infinity;) {
    const { event } = coming.take();
    if (event.type === "invoice" && walletId === null) total = total.plus(decimal(event.amount ?? "0"));
    if (event.type !== "usage") continue;
    const fallsOn = usageTargetOf(event, scenario.account);
    if (fallsOn?.kind === "wallet" ? fallsOn.walletId === walletId : walletId === null) total = total.plus(decimal(event.amount));
  }
  return total;
}

/** What an invoice will bill. */
function alreadyUsed({ owed: { unbilled } }: Account): Decimal {
  return unbilled === null || decimal(unbilled).isNegative() ? ZERO : decimal(unbilled);
}

function expiring({ lots }: Wallet): Decimal {
  return sum((lots ?? []).filter(({ expiresAt }) => expiresAt !== null).map(({ remaining }) => decimal(remaining)));
}

/** How far the limit goes down at most. */
function lowered({ trigger }: Profile, { account, timeline }: Scenario): Decimal {
  const name = "referenceLimit" in trigger ? trigger.referenceLimit : null;
  if (name === null) return ZERO;
  const later = timeline.flatMap((event) => (event.type === "limit" && event.name === name ? [event.value] : []));
  const now = statedLimit(account, name);
  const limits = [now, ...later].filter((limit) => limit != null).map(decimal);
  const first = limits[0] ?? ZERO;
  const [lowest, highest] = limits.reduce(
    ([low, high], each) => [each.lessThan(low) ? each : low, each.greaterThan(high) ? each : high],
    [first, first],
  );
  return highest.minus(lowest);
}
