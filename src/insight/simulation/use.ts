import { canonical, type Decimal, decimal, sum, ZERO } from "../../base/decimal.js";
import type { Instant } from "../../base/instant.js";
import { drawnDown } from "../../ledger/draw-down.js";
import { sourcesOf } from "../../ledger/wallet-sources.js";
import type { Account } from "../../model/account.js";
import type { ResolvedOrder } from "../../model/draw-order.js";
import type { ParsedLot } from "../../model/lot.js";
import type { Wallet } from "../../model/wallet.js";
import type { Books } from "./books.js";

/** Usage of a wallet, and what a lot's scope admits of it. */
export interface Usage {
  readonly at: Instant;
  readonly amount: Decimal;
  readonly lineItemType: string | null;
  readonly productId: string | null;
}

/** Drawn from the lots of a wallet in their order, or from its balance. */
export function use(books: Books, walletId: string, usage: Usage, order: ResolvedOrder): Books {
  const { account, overdrawn } = books;
  const wallet = walletOf(account, walletId);
  if (wallet.lots === null) {
    if (wallet.balance === null) return books; // what is unknown stays unknown
    return { ...books, account: withWallet(account, { ...wallet, balance: canonical(decimal(wallet.balance).minus(usage.amount)) }) };
  }
  const { lots, unpaid } = drawn(wallet, usage, order);
  const left = { ...wallet, lots, pendingUsage: canonical(decimal(wallet.pendingUsage).plus(unpaid)) };
  return { ...books, account: withWallet(account, left), overdrawn: withOverdrawn(overdrawn, walletId, unpaid) };
}

/** What could not be covered, taken from the lots that there are now. */
export function settleOverdrawn(books: Books, at: Instant, order: ResolvedOrder): Books {
  return [...books.overdrawn].reduce<Books>((so, [walletId, amount]) => {
    const wallet = walletOf(so.account, walletId);
    if (amount.isZero() || wallet.lots?.length === 0) return so;
    const cleared = { ...wallet, pendingUsage: canonical(decimal(wallet.pendingUsage).minus(amount)) };
    const without = { ...so, account: withWallet(so.account, cleared), overdrawn: withOverdrawn(so.overdrawn, walletId, amount.negated()) };
    return use(without, walletId, { at, amount, lineItemType: null, productId: null }, order);
  }, books);
}

function withOverdrawn(overdrawn: Books["overdrawn"], walletId: string, amount: Decimal): Books["overdrawn"] {
  return amount.isZero() ? overdrawn : new Map([...overdrawn, [walletId, (overdrawn.get(walletId) ?? ZERO).plus(amount)]]);
}

function drawn(
  wallet: Wallet,
  { at, amount, lineItemType, productId }: Usage,
  order: ResolvedOrder,
): { lots: Wallet["lots"]; unpaid: Decimal } {
  const charge = { id: "usage", amount: canonical(amount), at, currency: wallet.unit, type: lineItemType, productId };
  const { sources, charges } = drawnDown({ charges: [charge], sources: sourcesOf(wallet), order });
  const after = new Map(sources.map((source) => [source.id, source.after]));
  const lots = (wallet.lots as readonly ParsedLot[]).map((lot) => ({ ...lot, remaining: after.get(lot.id) ?? lot.remaining }));
  return {
    lots: lots.filter(({ status, remaining }) => status === "pendingPayment" || remaining !== "0"),
    unpaid: sum(charges.map(({ unpaid }) => decimal(unpaid))),
  };
}

function walletOf(account: Account, walletId: string): Wallet {
  return account.wallets.find(({ id }) => id === walletId) as Wallet;
}

function withWallet(account: Account, wallet: Wallet): Account {
  return { ...account, wallets: account.wallets.map((each) => (each.id === wallet.id ? wallet : each)) };
}
