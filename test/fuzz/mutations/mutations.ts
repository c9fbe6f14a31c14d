import { type Place, placesOf, valueAt } from "../places.js";
import { Random } from "../random.js";
import type { Mutate } from "./ground.js";
import { keys } from "./keys.js";
import { values } from "./values.js";
import { wholes } from "./wholes.js";

/** One change to a document; the same seed makes the same change to the same document. */
export interface Mutation {
  readonly kind: MutationKind;
  readonly seed: number;
}
type MutationKind = keyof typeof MUTATIONS;

const MUTATIONS = { ...values, ...keys, ...wholes };

const KINDS = Object.keys(MUTATIONS) as MutationKind[];
const OFTEN: readonly MutationKind[] = ["replace", "replace", "replace", "replace", "graft", "graft", "nudge", "nudge", "addKey", "swap"];
const MOST = 6;

/** Mostly one or two; now and then none, since what is well formed must be answered. */
export function drawnMutations(random: Random): Mutation[] {
  let count = random.oneIn(50) ? 0 : 1;
  while (count > 0 && count < MOST && random.oneIn(3)) count += 1;
  return Array.from({ length: count }, () => ({ kind: random.oneIn(2) ? random.pick(OFTEN) : random.pick(KINDS), seed: random.seed() }));
}

/** Changes the arguments, and says how. */
export function mutate(args: unknown[], { kind, seed }: Mutation, donors: readonly unknown[][]): string {
  const random = new Random(seed);
  const places = placesOf(args);
  if (places.length === 0) return `${kind}: nothing left to change`;
  const place = random.pick(places);
  const mutation: Mutate = MUTATIONS[kind];
  const ground = { random, place, value: valueAt(place), places, donor: random.pick(donors) };
  const said = tried(() => mutation(ground));
  return said === null ? `${kind}: does not apply` : `${kind} ${pathText(place)}${said === "" ? "" : `: ${said}`}`;
}

/** What earlier mutations left there may throw when it is copied. */
function tried(mutation: () => string | null): string | null {
  try {
    return mutation();
  } catch {
    return null;
  }
}

function pathText({ path }: Place): string {
  return `[${path.join("][")}]`;
}
