import { hostile } from "../hostile/hostile.js";
import { watched } from "../hostile/watched.js";
import { copyOf, isHolder, put, valueAt } from "../places.js";
import type { Random } from "../random.js";
import { insert, type Mutate } from "./ground.js";

/** Lists and objects as wholes: their length, who shares them, and what they do when they are asked. */
export const wholes = {
  splice({ random, places }) {
    const lists = places.map(valueAt).filter((value) => Array.isArray(value) && isHolder(value)) as unknown[][];
    if (lists.length === 0) return null;
    return spliced(random, random.pick(lists));
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
