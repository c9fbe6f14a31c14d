import { createHash } from "node:crypto";

/** A few letters that stand for a text, and for no other. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
