import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPlan, planTopup, type ParsedTopupRecord, type TopupStatus } from "../../src/index.js";
import { everyday } from "../../src/testing/recipes/figures.js";
import { ONE, unitOf } from "./support/exact.js";
import { wellFormedText } from "../support/text.js";
import { holds } from "./support/law.js";
import {
  isWithinReach,
  openSituations,
  openThresholds,
  rawSituations,
  type Situation,
  withTopup,
  worsenedBy,
} from "./support/situations.js";

const statuses = fc.constantFrom<TopupStatus>("pending", "paid", "failed", "voided", "unknown");

/** Asked again with no guard in the way, and with so much less held or more owed that a top-up is due again. */
const again = (situation: Situation): Situation => withTopup(worsenedBy(situation, 10n ** 11n * ONE), { mode: "fixedAmount", value: "1" });

describe("the idempotency key comes from the state seen", () => {
  it("the same snapshot gives the same key, and each action an id of its own under it", () => {
    holds(
      rawSituations,
      (situation) => {
        const plan = planTopup(situation);
        expect(planTopup(structuredClone(situation))).toEqual(plan);
        if (plan.idempotencyKey === null) return false;
        const ids = plan.actions.map(({ id }) => id);
        expect(ids).toEqual(plan.actions.map(({ kind }) => `${plan.idempotencyKey}#${kind}`));
        expect(new Set(ids).size).toBe(ids.length);
        return true;
      },
      { runs: 180, exercised: 15 },
    );
  });

  it("neither the amount nor the time is in it", () => {
    const cases = fc.tuple(openSituations, everyday, fc.integer({ min: 1, max: 10_000_000 })).map(([situation, more, ms]) => {
      const later = new Date(Date.parse(situation.at) + ms);
      const changed = worsenedBy(situation, more * unitOf(20));
      return { situation, changed: { ...changed, at: later.getUTCFullYear() > 9999 ? situation.at : later.toISOString() } };
    });
    holds(
      cases,
      ({ situation, changed }) => {
        const [key, later] = [planTopup(situation).idempotencyKey, planTopup(changed).idempotencyKey];
        if (key === null || later === null) return false;
        expect(later).toBe(key);
        return true;
      },
      { runs: 140, exercised: 28 },
    );
  });

  /** An attempt is the newest where no other has been made in the same millisecond under a later id: the newest is by time, then by id. */
  it("each recorded attempt gives another, whatever became of it", () => {
    const attempts = fc.array(statuses, { minLength: 1, maxLength: 4 });
    holds(
      fc.tuple(openThresholds, attempts),
      ([situation, each]) => {
        const keys = new Set<string>();
        let current: Situation = situation;
        for (const [index, status] of each.entries()) {
          const plan = planTopup(again(current));
          if (plan.outcome === "none" || !isWithinReach(current, plan)) return false;
          keys.add(plan.idempotencyKey);
          expect(keys.size).toBe(index + 1);
          current = { ...current, account: applyPlan(again(current).account, plan, { id: `\uFFFF${index}`, status }) };
        }
        const last = planTopup(again(current));
        if (last.outcome === "none") return false;
        expect(keys).not.toContain(last.idempotencyKey);
        return true;
      },
      { runs: 90, exercised: 15 },
    );
  });
});

// "/", "%", "-" and "0" mean something in a key; a short alphabet makes it likely that parts run into one another.
const tricky = fc.string({ unit: fc.constantFrom("/", "%", "-", "0", "2", "D", "3", "a", "é", "😀"), minLength: 1, maxLength: 3 });
const id = fc.oneof({ weight: 5, arbitrary: tricky }, { weight: 1, arbitrary: wellFormedText(1, 100) });
const named = fc.record({ accountId: id, profileId: id, walletId: fc.option(id), newestId: fc.option(id) });
type Named = typeof named extends fc.Arbitrary<infer Names> ? Names : never;

describe("keys of different accounts, profiles, wallets and attempts never collide", () => {
  it("two are the same only where all four are", () => {
    const pairs = fc.oneof(
      fc.tuple(named, named),
      fc.tuple(named, named).map(([a, b]): [Named, Named] => [a, { ...a, newestId: b.newestId }]),
    );
    holds(
      pairs,
      ([a, b]) => {
        expect(keyOf(a) === keyOf(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
        return JSON.stringify(a) !== JSON.stringify(b);
      },
      { runs: 450, exercised: 264 },
    );
  });

  it("each part can be read back", () => {
    holds(
      named,
      (names) => {
        const parts = keyOf(names).split("/");
        expect(parts).toHaveLength(4);
        const placeholders = [null, null, "-", "0"];
        const read = parts.map((part, index) => (part === placeholders[index] ? null : decodeURIComponent(part)));
        expect(read).toEqual([names.accountId, names.profileId, names.walletId, names.newestId]);
        return true;
      },
      { runs: 220, exercised: 220 },
    );
  });
});

function keyOf({ accountId, profileId, walletId, newestId }: Named): string {
  const held = walletId !== null;
  const record: ParsedTopupRecord[] =
    newestId === null
      ? []
      : [
          {
            id: newestId,
            kind: "automatic",
            profileId,
            walletId,
            charge: "1",
            credit: null,
            createdAt: "2026-01-01T00:00:00.000Z",
            creditedAt: null,
            failedAt: null,
            status: "voided",
            failure: null,
          },
        ];
  const plan = planTopup({
    profile: {
      id: profileId,
      trigger: held
        ? { basis: "balance", type: "absoluteAmount", value: "10" }
        : { basis: "outstanding", type: "absoluteAmount", value: "0", referenceLimit: "credit" },
      topup: { mode: "fixedAmount", value: "10" },
    },
    account: {
      id: accountId,
      currency: "USD",
      owed: { outstanding: "1" },
      limits: { credit: "0" },
      wallets: held ? [{ id: walletId, unit: "USD", balance: "0" }] : [],
      topups: record,
    },
    at: "2026-06-01T00:00:00Z",
  });
  return plan.idempotencyKey as string;
}
