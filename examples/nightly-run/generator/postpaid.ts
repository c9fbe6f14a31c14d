import type { AccountInput } from "auto-topup";
import type { AccountLine } from "../account-line.js";
import { major } from "./currency.js";
import type { Customer } from "./customer.js";
import type { Draw } from "./draw.js";
import { history } from "./history.js";

/** A customer who is billed afterwards, within limits. */
export function postpaid(draw: Draw, { currency, base }: Customer): AccountLine {
  const creditLimit = draw.whole(2, 120) * currency.hundred;
  const money = (minor: number): string => major(minor, currency.digits);
  const share = (percent: number): string => money(Math.trunc((creditLimit * percent) / 100) + odds(draw));
  const profileIds = assigned(draw, currency.code);
  const topups = history(draw, { profileId: profileIds[0], walletId: null, charge: share(draw.whole(10, 40)) });
  return {
    account: {
      ...base,
      owed: owed(draw, share),
      ...(draw.chance(70) ? { billedThrough: "2025-06-01T00:00:00Z" } : {}),
      limits: limits(draw, money(creditLimit), money(creditLimit / 10)),
      ...(draw.chance(3) ? { autoTopupAmount: money(currency.hundred) } : {}),
      ...(topups.length > 0 ? { topups } : {}),
    },
    profileIds,
  };
}

function assigned(draw: Draw, code: string): readonly [string, ...string[]] {
  return draw.weighted([
    [40, ["credit-80"]],
    [20, ["overdue-sweep", "credit-80"]],
    [12, ["unbilled-ceiling", "credit-80"]],
    [code === "GBP" ? 40 : 2, ["headroom-gbp-100"]],
    [8, ["weekly-settlement"]],
    [3, ["customer-7-terms", "credit-80"]],
    [2, ["flat-50-retired"]],
  ]);
}

/** Use of the limit: mostly below the threshold, often at or past it, now and then in credit, seldom unknown. */
function owed(draw: Draw, share: (percent: number) => string): NonNullable<AccountInput["owed"]> {
  const used = draw.weighted([
    [55, draw.whole(1, 79)],
    [35, draw.whole(80, 125)],
    [10, draw.whole(-20, 0)],
  ]);
  const overdue = draw.chance(30) ? share(draw.whole(1, 20)) : "0";
  const unbilled = share(draw.whole(0, 40));
  return draw.chance(3) ? { outstanding: null, unbilled } : { outstanding: share(used), overdue, unbilled };
}

/** A figure, none (unlimited), none stated (unknown), or nothing at all. */
function limits(draw: Draw, credit: string, tenth: string): NonNullable<AccountInput["limits"]> {
  const rest = { overdue: tenth, unbilled: draw.chance(90) ? tenth : null };
  return draw.weighted<NonNullable<AccountInput["limits"]>>([
    [88, { credit, ...rest }],
    [4, { credit: null, ...rest }],
    [4, rest],
    [4, { credit: "0", ...rest }],
  ]);
}

/** A few minor units beside the round sum, in most cases. */
function odds(draw: Draw): number {
  return draw.chance(80) ? draw.whole(0, 99) : 0;
}
