import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fastPathOf } from "../../src/base/fast-path.js";
import { guarded, type Reading, readSurveyed, readWith } from "../../src/base/parser.js";
import { survey } from "../../src/base/plain.js";
import type { Schema } from "../../src/base/schema.js";
import { accountShape } from "../../src/model/account.js";
import { profileShape } from "../../src/model/profile.js";
import { sourceSchema } from "../../src/model/source.js";
import { isDeepFrozen } from "../support/build.js";
import { accountSamples, anyJunk, profileSamples, replaced, without } from "./support/fields.js";
import { holds } from "./support/law.js";
import { rawSituations } from "./support/situations.js";

/** As it would be read without the fast path. */
function wholly<Out>(schema: Schema<Out>, input: unknown): Reading<Out> {
  return guarded(() => readSurveyed(schema, survey(input)));
}

/** Whether it was sound; the order of the keys counts, since it is the order in JSON. */
function readsAlike(schema: Schema<unknown>, input: unknown): boolean {
  const [fast, whole] = [readWith(schema, input), wholly(schema, input)];
  if (!isDeepStrictEqual(fast, whole)) expect(fast).toStrictEqual(whole);
  if (JSON.stringify(fast) !== JSON.stringify(whole)) expect(JSON.stringify(fast)).toBe(JSON.stringify(whole));
  return "value" in fast;
}

describe("the fast path gives what the whole schema gives", () => {
  it.each([
    ["profiles", profileShape],
    ["accounts", accountShape],
    ["sources", sourceSchema],
  ])("%s have one", (_, schema) => {
    expect(fastPathOf(schema)).not.toBeNull();
  });

  it("for whatever is sound", () => {
    holds(rawSituations, ({ profile, account }) => readsAlike(profileShape, profile) && readsAlike(accountShape, account), {
      runs: 1000,
      exercised: 1000,
    });
  });

  const samples = [
    ...profileSamples.map((each) => ({ ...each, schema: profileShape as Schema<unknown> })),
    ...accountSamples.map((each) => ({ ...each, schema: accountShape as Schema<unknown> })),
  ];

  it.each(samples)("for $name without one of its fields, and with each oddity in its place", ({ input, fields, schema }) => {
    for (const { path } of fields) {
      readsAlike(schema, without(input as object, path));
      for (const make of anyJunk) readsAlike(schema, replaced(input as object, path, make()));
    }
  });

  it("for keys that are not enumerable, inherited, undefined, or symbols", () => {
    const sound = { id: "a1", currency: "USD" };
    const odd = [
      Object.defineProperty({ ...sound }, "timeZone", { value: "Europe/London" }),
      Object.assign(Object.create({ timeZone: "Europe/London" }) as object, sound),
      Object.assign(Object.create(Object.create(null) as object) as object, sound),
      Object.assign(Object.create(null) as object, sound),
      { ...sound, timeZone: undefined },
      { ...sound, [Symbol("key")]: 1 },
      JSON.parse('{ "id": "a1", "currency": "USD", "__proto__": null }'),
      JSON.parse('{ "id": "a1", "currency": "USD", "limits": { "__proto__": "1" } }'),
      { ...sound, limits: { b: "1", a: undefined, c: null } },
    ];
    expect(odd.filter((each) => readsAlike(accountShape, each))).toHaveLength(5);
  });

  it("an accessor that changes its mind is asked once for each look, and the answer rests on one of them", () => {
    const asked = fc.constantFrom("timeZone", "asOf", "currency");
    const turns = fc.array(fc.constantFrom("UTC", "2026-06-01T09:00:00Z", "EUR", 1), { minLength: 2, maxLength: 4 });
    holds(
      fc.tuple(asked, turns),
      ([key, answers]) => {
        let times = 0;
        const account = Object.defineProperty({ id: "a1", currency: "USD" }, key, {
          enumerable: true,
          get: () => answers[times++ % answers.length],
        });
        const reading = readWith(accountShape, account);
        expect(times).toBeLessThanOrEqual(2);
        if ("value" in reading) expect(wholly(accountShape, reading.value)).toStrictEqual(reading);
        return "value" in reading;
      },
      { runs: 300, exercised: 50 },
    );
  });

  it("what it gives is frozen to the bottom", () => {
    for (const { input, schema } of samples) expect(isDeepFrozen((readWith(schema, input) as { value: unknown }).value)).toBe(true);
  });
});
