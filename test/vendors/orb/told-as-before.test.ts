import * as orb from "../../../src/vendors/orb/index.js";
import { due, situations } from "../../fuzz/drawn.js";
import { orbTargets } from "../../fuzz/targets/orb.js";
import { type Target, targetOf } from "../../fuzz/targets/target.js";
import { tellsAsBefore } from "../../support/told-as-before.js";

/** Most profiles and plans say what Orb has no field for, each in its own way. */
const refusals: readonly Target[] = [
  targetOf("orb topUpFromProfile of drawn profiles", 10, orb.topUpFromProfile, () =>
    situations().map(({ profile }, index) => [profile, index % 8 === 0 ? {} : { costBasis: "0.02" }]),
  ),
  targetOf("orb incrementFromPlan of drawn plans", 10, orb.incrementFromPlan, () =>
    due().map(({ plan }, index) => [plan, index % 2 === 0 ? {} : { costBasis: "0.02", externalCustomerId: "acme" }]),
  ),
];

tellsAsBefore(orbTargets, 100);
tellsAsBefore(refusals, 100);
