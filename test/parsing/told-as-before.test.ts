import { engineTargets } from "../fuzz/targets/engine.js";
import { tellsAsBefore } from "../support/told-as-before.js";

tellsAsBefore(engineTargets, 60);
