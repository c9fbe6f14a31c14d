import type { AccountInput, WalletInput } from "auto-topup";
import type { AccountLine } from "../account-line.js";
import { major } from "./currency.js";
import type { Customer } from "./customer.js";
import type { Draw } from "./draw.js";
import { history } from "./history.js";
import { ago } from "./moment.js";

/** A customer who pays in advance, into a wallet of money. */
export function prepaid(draw: Draw, { currency, base }: Customer): AccountLine {
  const money = (minor: number): string => major(minor, currency.digits);
  const limit = draw.whole(1, 10) * currency.hundred;
  const share = draw.weighted([
    [35, draw.whole(-3, 24)],
    [65, draw.whole(25, 100)],
  ]);
  const balance = Math.trunc((limit * share) / 100) + draw.whole(0, 9);
  const main = wallet(draw, currency.code, money(balance), money(Math.max(balance, 0)));
  const profileIds = assigned(draw, currency.code);
  const topups = history(draw, { profileId: profileIds[0], walletId: main.id, charge: money(currency.hundred / 2) });
  return {
    account: {
      ...base,
      ...limits(draw, money(limit)),
      wallets: wallets(draw, main),
      ...(topups.length > 0 ? { topups } : {}),
    },
    profileIds,
  };
}

function assigned(draw: Draw, code: string): readonly [string, ...string[]] {
  return draw.weighted([
    [code === "EUR" ? 60 : 3, ["wallet-eur-20"]],
    [50, ["wallet-share-25"]],
    [6, ["monthly-allowance", "wallet-share-25"]],
    [2, ["autumn-bonus"]],
    [2, ["spring-bonus"]],
  ]);
}

function wallet(draw: Draw, unit: string, balance: string, remaining: string): WalletInput {
  const held = draw.weighted<Pick<WalletInput, "balance" | "lots" | "pendingUsage">>([
    [60, { balance }],
    [17, { balance, pendingUsage: "1" }],
    [18, { lots: lots(remaining) }],
    [5, {}],
  ]);
  return { id: "main", unit, ...held };
}

/** What is held now, what has expired, and what waits for its payment. */
function lots(remaining: string): NonNullable<WalletInput["lots"]> {
  return [
    { id: "l1", remaining, expiresAt: ago({ days: -90 }) },
    { id: "l2", remaining: "15", expiresAt: ago({ days: 3 }) },
    { id: "l3", remaining: "50", status: "pendingPayment" },
  ];
}

function wallets(draw: Draw, main: WalletInput): WalletInput[] {
  return draw.weighted<WalletInput[]>([
    [82, [main]],
    [4, [{ ...main, status: "frozen" }]],
    [2, [{ ...main, status: "closed" }]],
    [6, [main, { ...main, id: "second" }]],
    [4, [main, { ...main, id: "promo", status: "frozen", type: "promotional" }]],
    [2, []],
  ]);
}

function limits(draw: Draw, prepaidLimit: string): Pick<AccountInput, "limits"> {
  return draw.weighted<Pick<AccountInput, "limits">>([
    [92, { limits: { prepaid: prepaidLimit } }],
    [4, { limits: { prepaid: null } }],
    [4, {}],
  ]);
}
