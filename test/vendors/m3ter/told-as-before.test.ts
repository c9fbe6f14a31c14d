import { m3terTargets } from "../../fuzz/targets/m3ter.js";
import { tellsAsBefore } from "../../support/told-as-before.js";

tellsAsBefore(m3terTargets, 100);
