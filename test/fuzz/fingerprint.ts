import { types } from "node:util";
import { behind } from "./hostile/watched.js";

const DEEPEST = 200;

/**
 * A text of all that a value is, without asking an accessor or a proxy anything: values, order of keys, prototypes, holes,
 * and what is frozen. What is watched is looked at from behind. Two texts that differ tell of a value that was changed.
 */
export function fingerprint(value: unknown): string {
  const parts: string[] = [];
  const visited = new Map<object, number>();
  const visit = (each: unknown, depth: number): void => {
    if ((typeof each !== "object" || each === null) && typeof each !== "function") {
      parts.push(primitive(each));
      return;
    }
    const seen = visited.get(each);
    if (seen !== undefined || depth > DEEPEST) {
      parts.push(`@${seen}`);
      return;
    }
    visited.set(each, visited.size);
    if (types.isProxy(each)) parts.push("proxy");
    const plain = types.isProxy(each) ? behind(each) : each;
    if (plain !== null) describe(plain, depth);
  };
  const describe = (each: object, depth: number): void => {
    parts.push(Object.isFrozen(each) ? "frozen" : Object.isExtensible(each) ? "" : "closed", kindOf(each), "{");
    for (const key of Reflect.ownKeys(each)) {
      const held = Object.getOwnPropertyDescriptor(each, key) as PropertyDescriptor;
      parts.push(String(key), ":");
      if ("value" in held) visit(held.value, depth + 1);
      else parts.push("accessor");
      parts.push(",");
    }
    parts.push("}");
  };
  visit(value, 0);
  return parts.join("");
}

function primitive(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (Object.is(value, -0)) return "-0";
  if (typeof value === "number" && !Number.isFinite(value)) return "no number";
  return value === undefined ? "missing" : `${typeof value} ${String(value as number | bigint | symbol)}`;
}

function kindOf(value: object): string {
  if (types.isDate(value)) return `date ${Date.prototype.getTime.call(value)}`.replace("NaN", "no number");
  if (types.isMap(value)) return `map ${value.size}`;
  if (types.isSet(value)) return `set ${value.size}`;
  if (Array.isArray(value)) return `list ${value.length}`;
  return typeof value === "function" ? "function" : "object";
}
