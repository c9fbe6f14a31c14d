import { engineTargets } from "./engine.js";
import { flexpriceTargets } from "./flexprice.js";
import { insightTargets } from "./insight.js";
import { m3terTargets } from "./m3ter.js";
import { orbTargets } from "./orb.js";
import { safeTargets } from "./safe.js";
import type { Target } from "./target.js";

/** Every public function that takes a document. */
export const targets: readonly Target[] = [
  ...engineTargets,
  ...insightTargets,
  ...safeTargets,
  ...flexpriceTargets,
  ...orbTargets,
  ...m3terTargets,
];
