import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prune } from "../../src/insight/simulation/prune.js";
import { type Account, planTopup, type ParsedTopupRecord } from "../../src/index.js";
import { holds } from "./support/law.js";
import { type Situation, situations } from "./support/situations.js";

/** As a simulation has it: figures read at the instant itself. */
const fresh = ({ account, ...rest }: Situation): Situation => ({ ...rest, account: { ...account, asOf: rest.at } });

/** Many more of the past, the same again at other times under other ids. */
function multiplied(account: Account, shifts: readonly number[]): Account {
  const again = shifts.flatMap((shift, n) =>
    account.topups.map((record): ParsedTopupRecord => {
      const moved = (at: string): string =>
        new Date(Math.max(Date.parse(at) - shift * 3_600_000, Date.parse("0001-01-01T00:00:00Z"))).toISOString();
      return {
        ...record,
        id: `${record.id}~${n}`,
        createdAt: moved(record.createdAt),
        creditedAt: record.creditedAt && moved(record.creditedAt),
        failedAt: record.failedAt && moved(record.failedAt),
      };
    }),
  );
  return { ...account, topups: [...account.topups, ...again] };
}

const later = fc.oneof(
  fc.constant(0),
  fc.constant(1),
  fc.integer({ min: 1, max: 72 }).map((hours) => hours * 3_600_000),
  fc.integer({ min: 1, max: 400 }).map((days) => days * 86_400_000),
);
const long = fc
  .tuple(situations, fc.array(fc.integer({ min: 0, max: 24 * 60 }), { maxLength: 4 }))
  .map(([situation, shifts]) => fresh({ ...situation, account: multiplied(situation.account, shifts) }));

const LAST = Date.parse("9999-12-31T23:59:59.999Z");
const asked = ({ profile, account }: Situation, ms: number) => {
  const at = new Date(ms).toISOString();
  return planTopup({ profile, account: { ...account, asOf: at }, at });
};

describe("a history that is pruned decides as the whole of it does", () => {
  it("at its instant and at any later one", () => {
    holds(
      fc.tuple(long, later),
      ([situation, wait]) => {
        const { profile, account, at } = situation;
        const pruned = prune(account, profile, at);
        const ms = Math.min(Date.parse(at) + wait, LAST);
        expect(asked({ ...situation, account: pruned }, ms)).toEqual(asked(situation, ms));
        return pruned.topups.length < account.topups.length;
      },
      { runs: 160, exercised: 45, costly: true },
    );
  });

  it("also once what was not settled has come to anything", () => {
    holds(
      fc.tuple(long, later, fc.constantFrom("paid", "failed", "voided")),
      ([situation, wait, status]) => {
        const { profile, account, at } = situation;
        const ms = Math.min(Date.parse(at) + wait, LAST);
        const settled = ({ topups, ...rest }: Account): Account => ({
          ...rest,
          topups: topups.map((record) => {
            if (record.status !== "pending" && record.status !== "unknown") return record;
            const creditedAt = record.creditedAt ?? (status === "paid" && record.createdAt <= at ? at : record.creditedAt);
            return { ...record, status, creditedAt, failure: status === "failed" ? "declined" : null };
          }),
        });
        const pruned = prune(account, profile, at);
        expect(asked({ ...situation, account: settled(pruned) }, ms)).toEqual(asked({ ...situation, account: settled(account) }, ms));
        return pruned.topups.length < account.topups.length;
      },
      { runs: 160, exercised: 45, costly: true },
    );
  });

  it("leaves records as they are, in their order", () => {
    holds(
      long,
      ({ profile, account, at }) => {
        const { topups, ...rest } = prune(account, profile, at);
        const { topups: before, ...same } = account;
        expect(rest).toEqual(same);
        expect(topups).toEqual(before.filter((record) => topups.includes(record)));
        expect(prune(prune(account, profile, at), profile, at).topups).toEqual(topups);
        return topups.length < before.length;
      },
      { runs: 60, exercised: 15, costly: true },
    );
  });
});
