import type { Instant } from "../base/instant.js";
import type { SettledTopup } from "../insight/simulation/step.js";
import type { Basis } from "../model/basis.js";
import type { Reason } from "../model/decision.js";

/** What the picture takes from a simulation. */
export interface Played {
  readonly profileId: string;
  readonly accountId: string;
  readonly currency: string;
  readonly unit: string | null;
  readonly basis: Basis;
  readonly timeZone: string;
  readonly from: Instant;
  readonly to: Instant;
  /** In order, and each within `from` and `to`. */
  readonly steps: Iterable<PlayedStep>;
}

/** What the picture takes from a step. */
export interface PlayedStep {
  readonly at: Instant;
  /** What the figure was before a top-up, and after it. */
  readonly figures: readonly (string | null)[];
  readonly threshold: string | null;
  readonly limit: string | null;
  /** Why a top-up was blocked; null where none was. */
  readonly blockedBy: Reason | null;
  readonly attempted: SettledTopup | null;
  readonly settled: readonly SettledTopup[];
}
