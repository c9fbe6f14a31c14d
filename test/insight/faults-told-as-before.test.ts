import { insightTargets } from "../fuzz/targets/insight.js";
import { tellsAsBefore } from "../support/told-as-before.js";

const tellers = insightTargets.filter(({ name }) => name !== "toSvg"); // pictures are held where they are drawn

tellsAsBefore(tellers, 60);
