import type { Place } from "../places.js";
import type { Random } from "../random.js";

/** Where a mutation takes place. */
export interface Ground {
  readonly random: Random;
  readonly place: Place;
  readonly value: unknown;
  readonly places: readonly Place[];
  /** A document of the same kind, or of another, to take parts from. */
  readonly donor: object;
}

/** Changes the document where it can be changed there, and says what was done. */
export type Mutate = (ground: Ground) => string | null;

/** Not `splice`, which asks a frozen list's setter and throws. */
export function insert(list: unknown[], at: number, value: unknown): void {
  if (!Object.isFrozen(list)) list.splice(at, 0, value);
}
