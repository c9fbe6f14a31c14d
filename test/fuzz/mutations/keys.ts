import { hostile } from "../hostile/hostile.js";
import { copyOf, type Holder, isHolder, type Place, placesOf, put, valueAt } from "../places.js";
import type { Random } from "../random.js";
import { insert, type Mutate } from "./ground.js";

/** Keys more, fewer and other. */
export const keys = {
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
} satisfies Record<string, Mutate>;

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
