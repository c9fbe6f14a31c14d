import { flexpriceTargets } from "../../fuzz/targets/flexprice.js";
import { tellsAsBefore } from "../../support/told-as-before.js";

tellsAsBefore(flexpriceTargets, 100);
