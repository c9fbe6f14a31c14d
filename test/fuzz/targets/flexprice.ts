import { planTopup } from "../../../src/index.js";
import * as flexprice from "../../../src/vendors/flexprice/index.js";
import { example, recorded } from "../recorded.js";
import type { Target } from "./target.js";
import { target } from "./vendor-target.js";

interface FlexpriceCase {
  readonly wallet: flexprice.FlexpriceWallet;
  readonly transactions: readonly flexprice.FlexpriceTransaction[];
  readonly at: string;
}

const flexpriceCases: readonly FlexpriceCase[] = [...recorded<FlexpriceCase>("flexprice"), example<FlexpriceCase>("flexprice")];

const walletsOf = (): flexprice.FlexpriceWallet[] => flexpriceCases.map(({ wallet }) => wallet);
const flexpricePlans = (): unknown[][] =>
  flexpriceCases.flatMap(({ wallet, transactions, at }) => {
    const profile = flexprice.profileFromWallet(wallet);
    return profile === null ? [] : [[planTopup({ profile, account: flexprice.accountFromFlexprice(wallet, transactions), at })]];
  });
const flexpriceProfiles = (): unknown[] => walletsOf().flatMap((wallet) => flexprice.profileFromWallet(wallet) ?? []);

export const flexpriceTargets: readonly Target[] = [
  target("flexprice parseFlexpriceWallet", flexprice.parseFlexpriceWallet, () => walletsOf().map((wallet) => [wallet])),
  target("flexprice parseFlexpriceTransactions", flexprice.parseFlexpriceTransactions, () =>
    flexpriceCases.map((each) => [each.transactions]),
  ),
  target("flexprice accountFromFlexprice", flexprice.accountFromFlexprice, () =>
    flexpriceCases.map(({ wallet, transactions, at }) => [wallet, transactions, { asOf: at, timeZone: "Asia/Kolkata", voided: ["x"] }]),
  ),
  target("flexprice profileFromWallet", flexprice.profileFromWallet, () =>
    walletsOf().map((wallet) => [wallet, { id: "p1", customerId: "c1", invoicing: true, repeat: "once" }]),
  ),
  target("flexprice walletFromFlexprice", flexprice.walletFromFlexprice, () =>
    flexpriceCases.map(({ wallet, transactions }) => [wallet, { transactions, pendingUsage: "1.5" }]),
  ),
  target("flexprice lotsFromTransactions", flexprice.lotsFromTransactions, () => flexpriceCases.map((each) => [each.transactions])),
  target("flexprice topupsFromTransactions", flexprice.topupsFromTransactions, () =>
    flexpriceCases.map(({ transactions }) => [transactions, { voided: ["wtxn_1"] }]),
  ),
  target("flexprice sourcesFromWallet", flexprice.sourcesFromWallet, () =>
    flexpriceCases.map(({ wallet, transactions }) => [wallet, { transactions }]),
  ),
  target("flexprice autoTopupFromProfile", flexprice.autoTopupFromProfile, () =>
    flexpriceProfiles().flatMap((profile) => [
      [profile, null],
      [profile, { enabled: true, threshold: "50", amount: "200", invoicing: true }],
    ]),
  ),
  target("flexprice flatAutoTopupFromProfile", flexprice.flatAutoTopupFromProfile, () =>
    flexpriceProfiles().flatMap((profile) => [[profile, null], ...walletsOf().map((wallet) => [profile, wallet])]),
  ),
  target("flexprice beyondFlexprice", flexprice.beyondFlexprice, () => flexpriceProfiles().map((profile) => [profile])),
  target("flexprice topUpRequest", flexprice.topUpRequest, () =>
    flexpricePlans().flatMap(([plan]) => [[plan], [plan, { by: "money", description: "x", metadata: { a: "b" } }]]),
  ),
  target("flexprice toFlexpriceSdk", flexprice.toFlexpriceSdk, () => walletsOf().map((wallet) => [wallet])),
  target("flexprice fromFlexpriceSdk", flexprice.fromFlexpriceSdk, () => walletsOf().map((wallet) => [flexprice.toFlexpriceSdk(wallet)])),
];
