import { planTopup } from "../../src/index.js";
import * as flexprice from "../../src/vendors/flexprice/index.js";
import * as m3ter from "../../src/vendors/m3ter/index.js";
import * as orb from "../../src/vendors/orb/index.js";
import * as safe from "../../src/vendors/safe/index.js";
import { example, recorded } from "./recorded.js";
import { type Target, targetOf } from "./target.js";

const AT = "2026-06-01T09:00:00Z";

interface SafeCase {
  readonly profile: safe.SafeProfile;
  readonly customer: safe.SafeCustomer;
  readonly snapshot: safe.SafeSnapshot;
  readonly expectedPayments?: readonly { readonly document: safe.SafeExpectedPayment; readonly facts: safe.SafeExpectedPaymentFacts }[];
  readonly options?: safe.SafeOptions;
  readonly requestOptions?: safe.SafeRequestOptions;
  readonly at: string;
}
interface FlexpriceCase {
  readonly wallet: flexprice.FlexpriceWallet;
  readonly transactions: readonly flexprice.FlexpriceTransaction[];
  readonly at: string;
}
interface OrbCase {
  readonly account: { readonly id: string; readonly currency: string };
  readonly at: string;
  readonly topUp: orb.OrbTopUp;
  readonly blocks: readonly orb.OrbCreditBlock[];
}
interface M3terCase {
  readonly balance: m3ter.M3terBalance;
  readonly transactions: readonly m3ter.M3terTransaction[];
  readonly rule: m3ter.M3terBalanceRule;
  readonly at: string;
}

const safeExample = example<
  Omit<SafeCase, "snapshot" | "requestOptions"> & { figures: safe.SafeSnapshot; fields: safe.SafeRequestOptions }
>("safe");
const safeCases: readonly SafeCase[] = [
  ...recorded<SafeCase>("safe"),
  { ...safeExample, snapshot: safeExample.figures, requestOptions: safeExample.fields },
];
const flexpriceCases: readonly FlexpriceCase[] = [...recorded<FlexpriceCase>("flexprice"), example<FlexpriceCase>("flexprice")];
const orbCases: readonly OrbCase[] = recorded<OrbCase>("orb");
const m3terCases: readonly M3terCase[] = [...recorded<M3terCase>("m3ter"), example<M3terCase>("m3ter")];

const EMPTY = {};
const MOMENT = { at: AT };
const TYPE = "0d9a4b1c-7a53-4a5e-b3f0-6b1d0f7c8e22";

/** Those that the function takes: not every recorded profile has an equal in each system. */
function taken(arguments_: readonly unknown[][], fn: (...args: never[]) => unknown): unknown[][] {
  return arguments_.filter((args) => {
    try {
      fn(...(args as never[]));
      return true;
    } catch {
      return false;
    }
  });
}

function target(name: string, fn: (...args: never[]) => unknown, seeds: () => readonly unknown[][]): Target {
  return targetOf(name, 10, fn, () => taken(seeds(), fn));
}

const safeCollections = (): { items: safe.SafeCollectionItem[]; nextID: number }[] => {
  const items = safeCases.slice(0, 8).map(({ profile }, index) => ({
    profile: { ...profile, id: index + 1 },
    createdAt: "2026-05-01T09:00:00.000Z",
    updatedAt: `2026-05-0${index + 1}T09:00:00.000Z`,
  }));
  return [
    { items: items.slice(0, 3), nextID: 9 },
    { items: items.slice(4, 6), nextID: 30 },
  ];
};

const safeTargets = [
  target("safe parseSafeProfile", safe.parseSafeProfile, () => safeCases.map(({ profile }) => [profile])),
  target("safe profileFromSafe", safe.profileFromSafe, () => safeCases.map(({ profile, options = EMPTY }) => [profile, options])),
  target("safe profileToSafe", safe.profileToSafe, () =>
    safeCases.map(({ profile, options = EMPTY }, index) => [safe.profileFromSafe(profile, options), index % 2 ? profile : null, options]),
  ),
  target("safe accountFromSafeCustomer", safe.accountFromSafeCustomer, () =>
    safeCases.map(({ customer, snapshot, options = EMPTY }) => [customer, snapshot, options]),
  ),
  target("safe topupFromExpectedPayment", safe.topupFromExpectedPayment, () =>
    safeCases.flatMap(({ expectedPayments = [] }) => expectedPayments.map(({ document, facts }) => [document, facts])),
  ),
  target("safe requestsFromPlan", safe.requestsFromPlan, () =>
    safeCases.map(({ profile, customer, snapshot, at, options = EMPTY, requestOptions = EMPTY }) => [
      planTopup({
        profile: safe.profileFromSafe(profile, options),
        account: safe.accountFromSafeCustomer(customer, snapshot, options),
        at,
      }),
      requestOptions,
    ]),
  ),
  target("safe safeCollection", safe.safeCollection, () => safeCollections().map(({ items }) => [items])),
  target("safe createSafeProfile", safe.createSafeProfile, () =>
    safeCollections().flatMap((collection) => safeCases.map(({ profile: { id: _, ...draft } }) => [collection, draft, MOMENT])),
  ),
  target("safe updateSafeProfile", safe.updateSafeProfile, () =>
    safeCollections().map((collection) => [collection, collection.items[0]?.profile.id, { enabled: "No", triggerValue: "7" }, MOMENT]),
  ),
  target("safe deleteSafeProfile", safe.deleteSafeProfile, () => safeCollections().map((each) => [each, each.items[0]?.profile.id])),
  target("safe listSafeProfiles", safe.listSafeProfiles, () =>
    safeCollections().map((each) => [each, { idAfter: 1, createdSince: "2026-01-01T00:00:00Z", updatedSince: "2026-01-01T00:00:00Z" }]),
  ),
];

const walletsOf = (): flexprice.FlexpriceWallet[] => flexpriceCases.map(({ wallet }) => wallet);
const flexpricePlans = (): unknown[][] =>
  flexpriceCases.flatMap(({ wallet, transactions, at }) => {
    const profile = flexprice.profileFromWallet(wallet);
    return profile === null ? [] : [[planTopup({ profile, account: flexprice.accountFromFlexprice(wallet, transactions), at })]];
  });
const flexpriceProfiles = (): unknown[] => walletsOf().flatMap((wallet) => flexprice.profileFromWallet(wallet) ?? []);

const flexpriceTargets = [
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

const blockLists = (): unknown[][] => orbCases.map(({ blocks }) => [...blocks]);
const orbPlans = (): unknown[][] =>
  orbCases.map(({ account, at, topUp, blocks }) => {
    const { currency, per_unit_cost_basis: costBasis } = topUp;
    const profile = orb.profileFromOrb(topUp, { id: "p1", customerId: account.id, at });
    const wallets = [orb.walletFromOrb(blocks, { currency, costBasis, at })];
    const topups = orb.topupsFromOrb(blocks, { currency, invoicingCurrency: account.currency, at });
    return [planTopup({ profile, account: { ...account, wallets, topups }, at }), { costBasis, customerId: "cus_1" }];
  });

const orbTargets = [
  target("orb parseOrbTopUp", orb.parseOrbTopUp, () => orbCases.map(({ topUp }) => [topUp])),
  target("orb parseOrbCreditBlock", orb.parseOrbCreditBlock, () => blockLists().flatMap((blocks) => blocks.map((block) => [block]))),
  target("orb profileFromOrb", orb.profileFromOrb, () =>
    orbCases.map(({ topUp, at }) => [topUp, { id: "p1", customerId: "c1", walletId: "w1", at, increments: "once" }]),
  ),
  target("orb walletFromOrb", orb.walletFromOrb, () =>
    orbCases.map(({ blocks, topUp: { currency, per_unit_cost_basis: costBasis }, at }) => [
      blocks,
      { currency, at, costBasis, createdAt: { blk_1: AT }, items: ["item_api"] },
    ]),
  ),
  target("orb topupsFromOrb", orb.topupsFromOrb, () =>
    orbCases.map(({ blocks, account, topUp: { currency }, at }) => [
      blocks,
      { currency, invoicingCurrency: account.currency, at, walletId: "w1", createdAt: { blk_1: AT } },
    ]),
  ),
  target("orb lotFromOrbBlock", orb.lotFromOrbBlock, () =>
    blockLists().flatMap((blocks) => blocks.map((block) => [block, { items: ["item_api"], createdAt: { blk_1: AT } }])),
  ),
  target("orb blocksForItem", orb.blocksForItem, () => blockLists().map((blocks) => [blocks, "item_api"])),
  target("orb replaceTopUp", orb.replaceTopUp, () =>
    orbCases.map(({ topUp }) => [[topUp, { ...topUp, id: "other" }], { ...topUp, amount: "7" }]),
  ),
  target("orb topUpFromProfile", orb.topUpFromProfile, () =>
    orbCases.map(({ topUp }, index) => [
      orb.profileFromOrb({ ...topUp, active_from: null }, { id: "p1" }),
      { costBasis: topUp.per_unit_cost_basis, base: index % 2 ? topUp : null },
    ]),
  ),
  target("orb createTopUpRequest", orb.createTopUpRequest, () =>
    orbCases.map(({ topUp, at, account }) => [topUp, { at, idempotencyKey: "k1", customerId: "c1", invoicingCurrency: account.currency }]),
  ),
  target("orb deleteTopUpRequest", orb.deleteTopUpRequest, () => [
    ["topup_1", { customerId: "c1" }],
    ["topup_2", { externalCustomerId: "a/b" }],
  ]),
  target("orb incrementFromPlan", orb.incrementFromPlan, orbPlans),
];

const commitments = (): m3ter.M3terCommitment[] => [
  {
    id: "com_1",
    accountId: "acc_1",
    amount: 12000,
    amountSpent: 4500.5,
    currency: "USD",
    startDate: "2026-01-01",
    endDate: "2027-01-01",
    feeDates: [
      { date: "2026-04-01", amount: 3000, servicePeriodStartDate: "2026-04-01T00:00:00Z", servicePeriodEndDate: "2026-07-01T00:00:00Z" },
    ],
  },
];
const balances = (): m3ter.M3terBalance[] => m3terCases.map(({ balance }) => balance);
const m3terPlans = (): unknown[] =>
  m3terCases.map(({ balance, rule, at }) =>
    planTopup({
      profile: m3ter.profileForBalance(balance, rule),
      account: { id: balance.accountId, currency: balance.currency, wallets: [m3ter.walletFromBalance(balance, { at, available: "1" })] },
      at,
    }),
  );

const m3terTargets = [
  target("m3ter parseM3terBalance", m3ter.parseM3terBalance, () => balances().map((balance) => [balance])),
  target("m3ter parseM3terTransactions", m3ter.parseM3terTransactions, () => m3terCases.map(({ transactions }) => [transactions])),
  target("m3ter parseM3terCommitment", m3ter.parseM3terCommitment, () => commitments().map((each) => [each])),
  target("m3ter sourceFromCommitment", m3ter.sourceFromCommitment, () =>
    commitments().map((each) => [each, { timeZone: "Europe/London", spent: "10" }]),
  ),
  target("m3ter sourceFromBalance", m3ter.sourceFromBalance, () => balances().map((balance) => [balance, { remaining: "12.5" }])),
  target("m3ter walletFromBalance", m3ter.walletFromBalance, () =>
    m3terCases.map(({ balance, at }) => [balance, { at, available: "50", pendingUsage: "1", rate: "1" }]),
  ),
  target("m3ter potFromBalance", m3ter.potFromBalance, () =>
    m3terCases.map(({ balance, transactions }) => [balance, transactions, { beforeStart: "atStart" }]),
  ),
  target("m3ter profileForBalance", m3ter.profileForBalance, () => m3terCases.map(({ balance, rule }) => [balance, rule])),
  target("m3ter topupsFromTransactions", m3ter.topupsFromTransactions, () =>
    m3terCases.map(({ transactions, balance: { id } }) => [transactions, { balanceId: id, transactionTypeId: TYPE, profileId: "p1" }]),
  ),
  target("m3ter transactionFromPlan", m3ter.transactionFromPlan, () =>
    m3terPlans().map((plan) => [plan, { orgId: "org_1", transactionTypeId: TYPE, description: "Top-up", appliedDate: AT }]),
  ),
  target("m3ter transactionOfPlan", m3ter.transactionOfPlan, () => {
    const made = m3terPlans();
    return m3terCases.map(({ transactions }, index) => [transactions, made[index]]);
  }),
  target("m3ter drawOrderFrom", m3ter.drawOrderFrom, () => [
    [
      {
        organization: { creditApplicationOrder: ["PREPAYMENT", "BALANCE"] },
        account: { creditApplicationOrder: ["BALANCE"] },
        inHierarchy: true,
      },
    ],
    [{ organization: { creditApplicationOrder: ["BALANCE"] }, account: { parentAccountId: "acc_0" } }],
  ]),
  target("m3ter overageSurcharge", m3ter.overageSurcharge, () => [[{ overageSurchargePercent: 10 }, { unpaid: "10" }]]),
];

export const vendorTargets: readonly Target[] = [...safeTargets, ...flexpriceTargets, ...orbTargets, ...m3terTargets];
