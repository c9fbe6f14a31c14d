import { planTopup } from "../../../src/index.js";
import * as orb from "../../../src/vendors/orb/index.js";
import { recorded } from "../recorded.js";
import type { Target } from "./target.js";
import { AT, target } from "./vendor-target.js";

interface OrbCase {
  readonly account: { readonly id: string; readonly currency: string };
  readonly at: string;
  readonly topUp: orb.OrbTopUp;
  readonly blocks: readonly orb.OrbCreditBlock[];
}

const orbCases: readonly OrbCase[] = recorded<OrbCase>("orb");

const blockLists = (): unknown[][] => orbCases.map(({ blocks }) => [...blocks]);
const orbPlans = (): unknown[][] =>
  orbCases.map(({ account, at, topUp, blocks }) => {
    const { currency, per_unit_cost_basis: costBasis } = topUp;
    const profile = orb.profileFromOrb(topUp, { id: "p1", customerId: account.id, at });
    const wallets = [orb.walletFromOrb(blocks, { currency, costBasis, at })];
    const topups = orb.topupsFromOrb(blocks, { currency, invoicingCurrency: account.currency, at });
    return [planTopup({ profile, account: { ...account, wallets, topups }, at }), { costBasis, customerId: "cus_1" }];
  });

export const orbTargets: readonly Target[] = [
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
