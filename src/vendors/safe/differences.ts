import { isPlainObject } from "../../base/plain.js";

type Path = readonly (string | number)[];

/** Where two values of plain data differ; a list differs as a whole. */
export function differences(a: unknown, b: unknown, path: Path = []): Path[] {
  if (isPlainObject(a) && isPlainObject(b)) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return keys.flatMap((key) => differences(a[key], b[key], [...path, key]));
  }
  return same(a, b) ? [] : [path];
}

function same(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((each, index) => differences(each, b[index]).length === 0);
}
