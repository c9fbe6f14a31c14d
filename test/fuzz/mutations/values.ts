import { hostile } from "../hostile/hostile.js";
import { copyOf, isHolder, placesOf, put, valueAt } from "../places.js";
import type { Random } from "../random.js";
import type { Mutate } from "./ground.js";

/** Another value in the same place. */
export const values = {
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

  swap({ random, place, value, places }) {
    const other = random.pick(places);
    const moved = valueAt(other);
    put(place.holder, place.key, moved);
    put(other.holder, other.key, value);
    return `with ${other.path.join(".")}`;
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
} satisfies Record<string, Mutate>;

const SCRIBBLES = ["-", ".", "0", "9", "Z", " ", "e5", "\n", "\u0000", "\ud83d", "/", "\u2028", "_", "٣", "ß", "İ"];

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
