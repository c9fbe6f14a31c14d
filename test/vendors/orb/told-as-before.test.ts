import { orbTargets } from "../../fuzz/targets/orb.js";
import { tellsAsBefore } from "../../support/told-as-before.js";

tellsAsBefore(orbTargets, 100);
