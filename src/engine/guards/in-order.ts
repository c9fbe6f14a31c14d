import type { Check } from "../../model/decision.js";
import type { Situation } from "../situation.js";
import { activePeriod } from "./active-period.js";
import { amount } from "./amount.js";
import { caps } from "./caps.js";
import { cooldown } from "./cooldown.js";
import { currency } from "./currency.js";
import { customer } from "./customer.js";
import { enabled } from "./enabled.js";
import { failures } from "./failures.js";
import { figures } from "./figures.js";
import { freshness } from "./freshness.js";
import { inFlight } from "./in-flight.js";
import { paymentMethod } from "./payment-method.js";
import { trigger } from "./trigger.js";
import { wallet } from "./wallet.js";

/** Every guard, in order of precedence. Each judges on its own; none stops the ones after it. */
export const GUARDS_IN_ORDER: readonly ((situation: Situation) => Check)[] = [
  enabled,
  customer,
  activePeriod,
  currency,
  wallet,
  freshness,
  figures,
  trigger,
  inFlight,
  cooldown,
  failures,
  paymentMethod,
  amount,
  caps,
];
