import * as fc from "fast-check";
import { weighted } from "./weighted.js";

// "-" and "0" have a meaning of their own in an idempotency key; the rest must be escaped there.
const ODD = ["-", "0", "a/b", "50%", "née", "#1", "%2D", "toString"] as const;

const idLike = (plain: string): fc.Arbitrary<string> =>
  weighted([20, plain], ...ODD.map((odd) => [1, odd] as const), [1, plain.repeat(100)]);

export const accountId: fc.Arbitrary<string> = idLike("a1");
export const profileId: fc.Arbitrary<string> = idLike("p1");
export const walletId: fc.Arbitrary<string> = idLike("w1");

/** Ids in which the order by UTF-16 code units differs from that by code points, by locale, and by number. */
export const recordIds: fc.Arbitrary<string[]> = fc.shuffledSubarray(["t1", "t2", "t10", "T1", "0", "-", "😀", "\uFE4F", "é"], {
  minLength: 8,
  maxLength: 8,
});

export const limitNames: fc.Arbitrary<[trigger: string, topup: string, other: string]> = fc
  .shuffledSubarray(["credit", "unbilled", "constructor", "Überziehung", "😀", "\uFE4F"], { minLength: 3, maxLength: 3 })
  .map((names) => names as [string, string, string]);
