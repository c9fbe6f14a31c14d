import { hostile, watched } from "./hostile.js";
import { copyOf, type Holder, isHolder, type Place, placesOf, put, valueAt } from "./places.js";
import { Random } from "./random.js";

/** One change to a document; the same seed makes the same change to the same document. */
export interface Mutation {
  readonly kind: MutationKind;
  readonly seed: number;
}
type MutationKind = keyof typeof MUTATIONS;

interface Ground {
  readonly random: Random;
  readonly place: Place;
  readonly value: unknown;
  readonly places: readonly Place[];
  /** A document of the same kind, or of another, to take parts from. */
  readonly donor: object;
}

/** Changes the document where it can be changed there, and says what was done. */
type Mutate = (ground: Ground) => string | null;

const MUTATIONS = {
  replace({ random, place: { holder, key }, value }) {
    const made = hostile(random, value);
    put(holder, key, made.value);
    return made.name;
  },

  graft({ random, place: { holder, key }, donor }) {
    const from = placesOf(donor);
    if (from.length === 0) return null;
    const taken = random.pick(from);
    put(holder, key, copyOf(valueAt(taken)));
    return `what is at ${taken.path.join(".")} elsewhere`;
  },

  remove({ place: { holder, key } }) {
    Reflect.deleteProperty(holder, key);
    return "";
  },

  duplicate({ random, place: { holder, key }, value }) {
    if (Array.isArray(holder)) insert(holder, random.below(holder.length + 1), random.oneIn(2) ? value : copyOf(value));
    else put(holder, `${key}${random.pick(["", "2", "_copy"])}`, value);
    return "";
  },

  rename({ random, place: { holder, key }, value }) {
    const name = renamed(random, String(key));
    Reflect.deleteProperty(holder, key);
    put(holder, name, value);
    return JSON.stringify(name);
  },

  addKey({ random, places, donor, place }) {
    const into = holderAt(random, places, place);
    const name = random.pick([...STRAY_KEYS, ...placesOf(donor).map(({ key }) => String(key))]);
    const made = random.oneIn(3) ? { name: "polluted", value: { polluted: true, isAdmin: true } } : hostile(random, {});
    put(into, name, made.value);
    return `${JSON.stringify(name.slice(0, 30))}: ${made.name}`;
  },

  ownProto({ random, places, place }) {
    const into = holderAt(random, places, place);
    put(into, "__proto__", JSON.parse('{"polluted":true,"enabled":true,"__proto__":{"polluted":true}}'));
    return "__proto__ as a key";
  },

  swap({ random, place, value, places }) {
    const other = random.pick(places);
    const moved = valueAt(other);
    put(place.holder, place.key, moved);
    put(other.holder, other.key, value);
    return `with ${other.path.join(".")}`;
  },

  splice({ random, places }) {
    const lists = places.map(valueAt).filter((value) => Array.isArray(value) && isHolder(value)) as unknown[][];
    if (lists.length === 0) return null;
    return spliced(random, random.pick(lists));
  },

  letterCase({ random, place: { holder, key }, value }) {
    if (typeof value !== "string") return null;
    put(holder, key, random.oneIn(2) ? value.toUpperCase() : value.toLowerCase());
    return "";
  },

  truncate({ random, place: { holder, key }, value }) {
    if (typeof value === "string") put(holder, key, value.slice(0, random.below(value.length + 1)));
    else if (Array.isArray(value)) put(holder, key, value.slice(0, random.below(value.length + 1)));
    else return null;
    return "";
  },

  scribble({ random, place: { holder, key }, value }) {
    if (typeof value !== "string") return null;
    const at = random.below(value.length + 1);
    put(holder, key, value.slice(0, at) + random.pick(SCRIBBLES) + value.slice(at + random.below(2)));
    return "";
  },

  changeType({ random, place: { holder, key }, value }) {
    const made = random.pick(otherTypes(value));
    put(holder, key, made);
    return "";
  },

  nudge({ random, place: { holder, key }, value }) {
    if (typeof value === "number") put(holder, key, random.pick([value + 1, value - 1, -value, value * 1e6, value / 3, value * 10 ** 15]));
    else if (typeof value === "string" && /^-?\d/.test(value)) put(holder, key, nudgedText(random, value));
    else return null;
    return "";
  },

  throwingAccessor({ random, place: { holder, key, path }, value }) {
    if (path.length === 1) return null; // an argument is no property
    let left = random.oneIn(2) ? 0 : random.below(5);
    const get = (): unknown => {
      if (left-- > 0) return value;
      throw new RangeError("an accessor");
    };
    Reflect.defineProperty(holder, key, { get, enumerable: true, configurable: true });
    return "an accessor that throws";
  },

  freeze({ value, place: { holder } }) {
    Object.freeze(isHolder(value) ? value : holder);
    return "";
  },

  watch({ place: { holder, key }, value }) {
    if (!isHolder(value)) return null;
    put(holder, key, watched(value));
    return "a proxy that notes writes";
  },

  share({ random, place: { holder, key }, places }) {
    const objects = places.map(valueAt).filter(isHolder);
    if (objects.length === 0) return null;
    put(holder, key, random.pick(objects));
    return "an object that stands elsewhere too, or holds this one";
  },
} satisfies Record<string, Mutate>;

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

const STRAY_KEYS = [
  "constructor",
  "prototype",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "toJSON",
  "then",
  "length",
  "",
  "0",
  "polluted",
  "\u2028",
  "\ud800",
  "x".repeat(5000),
];
const SCRIBBLES = ["-", ".", "0", "9", "Z", " ", "e5", "\n", "\u0000", "\ud83d", "/", "\u2028", "_", "٣", "ß", "İ"];

function holderAt(random: Random, places: readonly Place[], place: Place): Holder {
  const objects = places.map(valueAt).filter((value) => isHolder(value) && !Array.isArray(value)) as Holder[];
  return objects.length === 0 ? place.holder : random.pick(objects);
}

function renamed(random: Random, name: string): string {
  return random.pick([
    name.toUpperCase(),
    `${name} `,
    `${name}s`,
    name.slice(0, -1),
    `_${name}`,
    "__proto__",
    "constructor",
    name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  ]);
}

/** Not `splice`, which asks a frozen list's setter and throws. */
function insert(list: unknown[], at: number, value: unknown): void {
  if (!Object.isFrozen(list)) list.splice(at, 0, value);
}

function spliced(random: Random, list: unknown[]): string | null {
  if (Object.isFrozen(list)) return null;
  switch (random.below(5)) {
    case 0:
      list.splice(random.below(list.length + 1), 1 + random.below(2));
      return "fewer";
    case 1:
      list.reverse();
      return "reversed";
    case 2: {
      const entries = list.map(copyOf);
      for (let times = random.below(30); times > 0; times--) list.push(...entries.slice(0, 20).map(copyOf));
      return "repeated";
    }
    case 3:
      list.length += 1 + random.below(3);
      return "with holes at the end";
    default:
      insert(list, random.below(list.length + 1), hostile(random, list[0]).value);
      return "one more";
  }
}

function otherTypes(value: unknown): readonly unknown[] {
  if (typeof value === "string") return [Number(value), [value], { value }, [...value].slice(0, 50), value === "true", Object(value)];
  if (typeof value === "number") return [String(value), value !== 0, [value], BigInt(Math.trunc(value) || 0), new Date(value)];
  if (typeof value === "boolean") return [String(value), Number(value), [value], value ? "yes" : "no", null];
  if (Array.isArray(value)) return [{ ...value }, new Set(value), value[0], String(value.length), Object.fromEntries(value.entries())];
  if (isHolder(value))
    return [Object.values(value), [value], new Map(), "[object Object]", Object.assign(Object.create(null) as object, value)];
  return [{}, [], "", 0];
}

function nudgedText(random: Random, value: string): string {
  if (/^\d{4}-\d\d-\d\dT/.test(value)) {
    const year = random.pick(["0001", "1969", "2024", "2025", "2026", "9999"]);
    return random.pick([
      `${year}${value.slice(4)}`,
      value.replace(/Z$/, "+14:00"),
      value.replace(/T\d\d/, "T23"),
      value.replace(/-\d\dT/, "-31T"),
    ]);
  }
  return random.pick([
    `-${value}`,
    `${value}00000`,
    `0.0${value}`,
    `${value}.5`,
    "0",
    `${value}e2`,
    value.padStart(20, "9"),
    value.slice(1),
  ]);
}
