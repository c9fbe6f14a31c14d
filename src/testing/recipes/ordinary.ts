import { DAY } from "../../base/instant.js";
import type { Basis } from "../../model/basis.js";
import { type Duration, durationMs } from "../../model/duration.js";
import type { SettlementInput } from "../../model/settlement.js";
import type { AccountRecipe } from "./account.js";
import { type Figure, floorTo, unitOf, WHOLE } from "./figures.js";
import type { HistoryRecipe } from "./history.js";
import type { ProfileRecipe } from "./profile.js";
import type { SituationRecipe } from "./situation.js";
import type { TargetRecipe } from "./target.js";
import type { TimingRecipe } from "./timing.js";
import type { BoundRecipe, TopupRecipe } from "./topup.js";
import type { TriggerRecipe } from "./trigger.js";

/** What everyday situations shall have in common; null = it varies. */
export interface Common {
  readonly basis: Basis | null;
  readonly scheduled: boolean | null;
  readonly currency: string | null;
}

/** A recipe brought down to what a billing system sees on an ordinary day. */
export function ordinary(drawn: SituationRecipe, common: Common): SituationRecipe {
  return {
    moment: drawn.moment,
    target: ordinaryTarget(drawn.target, common),
    timing: ordinaryTiming(drawn.timing),
    profile: ordinaryProfile(drawn.profile),
    account: ordinaryAccount(drawn.account),
    trigger: ordinaryTrigger(drawn.trigger),
    topup: ordinaryTopup(drawn.topup),
    history: ordinaryHistory(drawn.history),
    limitNames: ["credit", "ceiling"],
    habits: [],
  };
}

const MOST = 100_000n * WHOLE;
const small = (figure: Figure): Figure => figure % MOST;
const smallPositive = (figure: Figure): Figure => small(figure) || WHOLE;
const hundreds = (figure: Figure): Figure => floorTo(small(figure), 100n * WHOLE); // so that a whole percentage of it is whole
const ifAny = <Value>(value: Value | null, change: (value: Value) => Value): Value | null => (value === null ? null : change(value));
const ordinaryLength = (length: Duration): Duration => (durationMs(length) > 400 * DAY ? { value: 1, unit: "day" } : length);

const RATES = [unitOf(2), unitOf(1), WHOLE, 2n * WHOLE] as const;

function ordinaryTarget(drawn: TargetRecipe, { basis, scheduled, currency }: Common): TargetRecipe {
  const { wallet } = drawn;
  return {
    ...drawn,
    basis: basis ?? drawn.basis,
    scheduled: scheduled ?? drawn.scheduled,
    currency: currency === null ? (drawn.currency === "CLF" ? "GBP" : drawn.currency) : currency,
    wallet: { ...wallet, id: "w1", custom: "credits", scale: 2, rate: RATES[Number(wallet.rate % 4n)] ?? WHOLE },
  };
}

function ordinaryTiming(drawn: TimingRecipe): TimingRecipe {
  const { every, staleAfter } = drawn;
  return { ...drawn, every: every.value > 3 ? { value: 1, unit: every.unit } : every, staleAfter: ifAny(staleAfter, ordinaryLength) };
}

function ordinaryProfile(drawn: ProfileRecipe): ProfileRecipe {
  const { settlements, failures, caps, credit } = drawn;
  return {
    ...drawn,
    id: "p1",
    settlements: { owed: ifAny(settlements.owed, ordinarySettlement), held: ifAny(settlements.held, ordinarySettlement) },
    credit: credit?.expiresAfter ? { ...credit, expiresAfter: { value: 12, unit: "month" } } : credit,
    inFlightExpiresAfter: ifAny(drawn.inFlightExpiresAfter, ordinaryLength),
    cooldown: ifAny(drawn.cooldown, ordinaryLength),
    failures: failures === null || failures === "none" ? failures : { retryAfter: { value: 1, unit: "day" }, suspendAfter: 3 },
    caps: caps.map((cap) => ({
      ...cap,
      window: "rolling" in cap.window ? { rolling: { value: 30, unit: "day" } } : cap.window,
    })),
  };
}

function ordinarySettlement(settlement: SettlementInput): SettlementInput {
  switch (settlement.kind) {
    case "expectedPayment":
      return settlement;
    case "invoice":
      return { ...settlement, netTermsDays: Math.min(settlement.netTermsDays, 30), memo: "Automatic top-up" };
    case "grant":
      return { ...settlement, reason: "Automatic top-up" };
  }
}

function ordinaryAccount(drawn: AccountRecipe): AccountRecipe {
  const { wallets, method } = drawn;
  return {
    ...drawn,
    id: "a1",
    otherFigure: ifAny(drawn.otherFigure, small),
    otherLimitFigure: hundreds(drawn.otherLimitFigure),
    wallets: {
      ...wallets,
      surplus: small(wallets.surplus),
      lots: wallets.lots.map((lot) => ({ ...lot, remaining: small(lot.remaining) })),
      others: wallets.others.map((other) => ({ ...other, figure: small(other.figure) })),
    },
    method: method && { ...method, minCharge: ifAny(method.minCharge, (least) => ({ ...least, figure: small(least.figure) })) },
  };
}

function ordinaryTrigger(drawn: TriggerRecipe): TriggerRecipe {
  return {
    ...drawn,
    value: small(drawn.value),
    percent: floorTo(drawn.percent % (200n * WHOLE), WHOLE),
    limit: hundreds(drawn.limit),
    grain: drawn.grain === "finest" ? "scale" : drawn.grain,
    distance: small(drawn.distance),
    anywhere: small(drawn.anywhere),
  };
}

function ordinaryTopup(drawn: TopupRecipe): TopupRecipe {
  const bound = (each: BoundRecipe): BoundRecipe => ({ ...each, other: small(each.other) });
  return {
    ...drawn,
    value: smallPositive(drawn.value),
    wanted: small(drawn.wanted),
    roundPercent: true,
    ownLimit: hundreds(drawn.ownLimit),
    min: ifAny(drawn.min, bound),
    max: ifAny(drawn.max, bound),
    step: ifAny(drawn.step, smallPositive),
    override: ifAny(drawn.override, smallPositive),
  };
}

function ordinaryHistory({ entries }: HistoryRecipe): HistoryRecipe {
  return {
    ids: entries.map((_, index) => `t${index + 1}`),
    entries: entries.map((entry) => ({ ...entry, charge: small(entry.charge), credit: ifAny(entry.credit, small) })),
  };
}
