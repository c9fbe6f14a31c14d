import { parseProfile } from "../../../src/index.js";
import * as flexprice from "../../../src/vendors/flexprice/index.js";
import { due, situations } from "../../fuzz/drawn.js";
import { flexpriceTargets } from "../../fuzz/targets/flexprice.js";
import { targetOf } from "../../fuzz/targets/target.js";
import { tellsAsBefore } from "../../support/told-as-before.js";

tellsAsBefore(flexpriceTargets, 100);

const setting = { enabled: true, threshold: "10", amount: "50", cooldown: { value: 1, unit: "hour" } };
const profiles = (): unknown[][] => situations().map(({ profile }, index) => [index % 2 ? profile : parseProfile(profile)]);

// Most of them are none that Flexprice could have.
tellsAsBefore(
  [
    targetOf("autoTopupFromProfile, of any profile", 1, flexprice.autoTopupFromProfile, () =>
      profiles().map(([profile], index) => [profile, index % 3 ? null : setting]),
    ),
    targetOf("flatAutoTopupFromProfile, of any profile", 1, flexprice.flatAutoTopupFromProfile, profiles),
    targetOf("beyondFlexprice, of any profile", 1, flexprice.beyondFlexprice, profiles),
    targetOf("topUpRequest, of any plan", 1, flexprice.topUpRequest, () =>
      due().map(({ plan }, index) => (index % 2 ? [plan] : [plan, { by: "money", reason: "PURCHASED_CREDIT_DIRECT" }])),
    ),
  ],
  100,
);
