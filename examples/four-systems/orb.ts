import { planTopup } from "auto-topup";
import {
  incrementFromPlan,
  type OrbCreditBlock,
  type OrbTopUp,
  parseOrbCreditBlock,
  parseOrbTopUp,
  profileFromOrb,
  topupsFromOrb,
  walletFromOrb,
} from "auto-topup/orb";
import type { Shown } from "./shown.js";

export interface OrbDocuments {
  readonly at: string;
  readonly customer: { readonly id: string; readonly currency: string };
  readonly topUp: OrbTopUp;
  /** All of the customer's in the top-up's currency. */
  readonly creditBlocks: readonly OrbCreditBlock[];
}

export function orb({ at, customer, ...documents }: OrbDocuments): Shown {
  const topUp = parseOrbTopUp(documents.topUp);
  const blocks = documents.creditBlocks.map((block) => parseOrbCreditBlock(block));
  const { currency, per_unit_cost_basis: costBasis } = topUp;

  const profile = profileFromOrb(topUp, { customerId: customer.id });
  const wallet = walletFromOrb(blocks, { currency, costBasis, at });
  const topups = topupsFromOrb(blocks, { currency, invoicingCurrency: customer.currency, at });
  const plan = planTopup({ profile, account: { ...customer, asOf: at, wallets: [wallet], topups }, at });
  const request = incrementFromPlan(plan, { costBasis });
  return {
    system: "Orb",
    cameIn: `top-up ${profile.id} of customer ${customer.id}, credit blocks: ${blocks.length}`,
    profile,
    plan,
    requests: request === null ? [] : [request],
  };
}
