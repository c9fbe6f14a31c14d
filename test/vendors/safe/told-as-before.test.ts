import { safeTargets } from "../../fuzz/targets/safe.js";
import { tellsAsBefore } from "../../support/told-as-before.js";

tellsAsBefore(safeTargets, 100);
