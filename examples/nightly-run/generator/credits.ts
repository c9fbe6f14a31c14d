import type { WalletInput } from "auto-topup";
import type { AccountLine } from "../account-line.js";
import type { Customer } from "./customer.js";
import type { Draw } from "./draw.js";
import { history } from "./history.js";
import { ago } from "./moment.js";

/** A customer who holds credits: units of our own that cost money at a rate. */
export function credits(draw: Draw, { base }: Customer): AccountLine {
  const { wallet, profileId, charge } = draw.chance(60) ? credit(draw) : tokens(draw);
  const topups = history(draw, { profileId, walletId: wallet.id, charge });
  return {
    account: { ...base, wallets: [wallet], ...(topups.length > 0 ? { topups } : {}) },
    profileIds: [profileId],
  };
}

interface Held {
  readonly wallet: WalletInput;
  readonly profileId: string;
  readonly charge: string;
}

function credit(draw: Draw): Held {
  const remaining = `${draw.whole(0, 2400)}.${draw.whole(1, 9)}`;
  return {
    wallet: {
      id: "credits",
      unit: "credits",
      rate: draw.oneOf(["0.01", "0.05", "0.0125"]),
      scale: 4,
      lots: [
        { id: "bought", remaining, initial: "2500", createdAt: ago({ days: 60 }), expiresAt: ago({ days: -30 }) },
        { id: "gift", remaining: String(draw.whole(0, 200)), promotional: true, expiresAt: ago({ days: draw.whole(-5, 5) }) },
      ],
      pendingUsage: String(draw.whole(0, 120)),
    },
    profileId: "credits-pack",
    charge: "10",
  };
}

/** The smaller rate comes from a misplaced point: a million tokens would cost less than a cent, so nothing can be charged. */
function tokens(draw: Draw): Held {
  return {
    wallet: {
      id: "tokens",
      unit: "tokens",
      rate: draw.weighted([
        [80, "0.00002"],
        [20, "0.000000001"],
      ]),
      scale: 0,
      balance: String(draw.whole(0, 400) * 1000),
    },
    profileId: "tokens-target",
    charge: "15",
  };
}
