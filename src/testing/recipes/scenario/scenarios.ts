import * as fc from "fast-check";
import { HOUR, toMs } from "../../../base/instant.js";
import type { SimulateInput } from "../../../insight/simulation/simulate.js";
import { nullable, SHRINKING, weighted } from "../weighted.js";
import { accountOf } from "./account.js";
import { LENGTH_HOURS, starts, textAt } from "./places.js";
import { profileOf } from "./profile.js";
import { shape } from "./shape.js";
import { timelineOf } from "./timeline.js";
import { wait } from "./waits.js";

const outcome = weighted([3, "paid"], [2, "declined"], [1, "hardDeclined"], [1, "infrastructure"], [2, "lost"], [1, "unanswered"]);
const payments: fc.Arbitrary<SimulateInput["payments"]> = fc.oneof(
  SHRINKING,
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 3,
    arbitrary: fc.record({
      settleAfter: nullable(2, wait),
      outcomes: fc.array(outcome, { maxLength: 4 }),
      otherwise: fc.oneof({ weight: 4, arbitrary: fc.constant("paid" as const) }, { weight: 1, arbitrary: outcome }),
      declineRate: weighted([2, 0], [1, 30]),
      lostRate: weighted([2, 0], [1, 20]),
      seed: fc.nat(1000),
      foundOutAfter: nullable(4, wait),
      foundOut: weighted([2, "paid"], [1, "voided"]),
    }),
  },
);
const cadence = weighted<SimulateInput["evaluateOn"]>(
  [4, "event"],
  [1, { dailyAt: "00:00" }],
  [1, { dailyAt: "02:30" }],
  [1, { everyMinutes: 360 }],
  [1, { everyMinutes: 450 }],
  [1, { everyMinutes: 1500 }],
);

/** Small worlds in which much happens at the same instants. */
export const scenarios: fc.Arbitrary<SimulateInput> = fc.tuple(shape, starts).chain(([form, begin]) =>
  accountOf(form, begin).chain((account) =>
    fc.record({
      profile: profileOf(form),
      account: fc.constant(account),
      timeline: timelineOf(form, account, begin.start),
      from: fc.constant(begin.start),
      to: weighted([3, LENGTH_HOURS], [1, 30]).map((hours) => textAt(toMs(begin.start) + hours * HOUR)),
      evaluateOn: cadence,
      payments,
      costPerCharge: weighted([1, null], [2, "0.3"]),
      drawDownOrder: weighted<SimulateInput["drawDownOrder"]>([3, null], [1, "orb"], [1, "flexprice"]),
    }),
  ),
);
