import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Allocation, drawDown, type DrawDownInput, type Source } from "../../src/index.js";
import { charges, drawDownInput, sources } from "../../src/testing/recipes/draw-down.js";
import { modelDrawDown } from "../model/draw-down.js";
import { add, compare, type Rational, rational, subtract, sum, ZERO } from "../model/rational.js";

const RUNS = { numRuns: 800 };

const allocatedTo = (allocations: readonly Allocation[], key: "chargeId" | "sourceId", id: string): Rational =>
  sum(allocations.filter((each) => each[key] === id).map(({ amount }) => rational(amount)));
const same = (a: Rational, b: Rational): boolean => compare(a, b) === 0;
const unpaidIn = (input: DrawDownInput): Rational => sum(drawDown(input).charges.map(({ unpaid }) => rational(unpaid)));

describe("the draw-down and its model agree on every allocation, rest and unpaid part", () => {
  it("for charges on the very starts and ends of sources, used up exactly", () => {
    let rolledOver = 0;
    let overdrawn = 0;
    fc.assert(
      fc.property(drawDownInput, (input) => {
        const drawn = drawDown(input);
        expect(drawn).toEqual(modelDrawDown(input));
        if (drawn.sources.some(({ before, after }) => !before.startsWith("-") && after.startsWith("-"))) overdrawn++;
        if (drawn.allocations.some(({ chargeId, sourceId }) => isAfterEnd(input, chargeId, sourceId))) rolledOver++;
      }),
      { numRuns: 1200 },
    );
    expect(rolledOver).toBeGreaterThan(50);
    expect(overdrawn).toBeGreaterThan(50);
  });
});

function isAfterEnd({ charges: all, sources: held }: DrawDownInput, chargeId: string, sourceId: string): boolean {
  const at = all.find(({ id }) => id === chargeId)?.at as string;
  const endsAt = held.find(({ id }) => id === sourceId)?.endsAt as string | null;
  return endsAt !== null && Date.parse(at) >= Date.parse(endsAt);
}

describe("nothing is lost and nothing is made", () => {
  it("per charge: allocated + unpaid = amount; per source: before = after + what was drawn; no allocation of zero", () => {
    fc.assert(
      fc.property(drawDownInput, (input) => {
        const { allocations, charges: paid, sources: left } = drawDown(input);
        for (const { id, amount, allocated, unpaid } of paid) {
          expect(same(add(rational(allocated), rational(unpaid)), rational(amount))).toBe(true);
          expect(same(allocatedTo(allocations, "chargeId", id), rational(allocated))).toBe(true);
        }
        for (const { id, before, after } of left) {
          expect(same(subtract(rational(before), rational(after)), allocatedTo(allocations, "sourceId", id))).toBe(true);
        }
        expect(allocations.every(({ amount }) => compare(rational(amount), ZERO) > 0)).toBe(true);
      }),
      RUNS,
    );
  });
});

describe("the order in which sources come never matters", () => {
  it("gives the same allocations, and each source the same rest", () => {
    fc.assert(
      fc.property(
        drawDownInput.chain((input) =>
          fc.tuple(fc.constant(input), fc.shuffledSubarray([...input.sources], { minLength: input.sources.length })),
        ),
        ([input, shuffled]) => {
          const [a, b] = [drawDown(input), drawDown({ ...input, sources: shuffled })];
          expect(b.allocations).toEqual(a.allocations);
          expect(b.charges).toEqual(a.charges);
          expect(new Map(b.sources.map((source) => [source.id, source]))).toEqual(new Map(a.sources.map((source) => [source.id, source])));
        },
      ),
      RUNS,
    );
  });
});

describe("more funds never leave more unpaid", () => {
  it("whatever the scopes, dates, rollovers, overdrafts and order: one with more in it", () => {
    fc.assert(
      fc.property(drawDownInput, fc.nat(7), (input, index) => {
        const richer = input.sources.map((source, i) =>
          i === index ? { ...source, remaining: raised(source.remaining as string), initial: "1" } : source,
        );
        const poorer = input.sources.map((source, i) => (i === index ? { ...source, initial: "1" } : source)); // the same place in an order by size
        expect(compare(unpaidIn({ ...input, sources: richer }), unpaidIn({ ...input, sources: poorer }))).toBeLessThanOrEqual(0);
      }),
      RUNS,
    );
  });

  it("whatever the scopes, dates, rollovers, overdrafts and order: some more of them", () => {
    fc.assert(
      fc.property(drawDownInput, sources, (input, more) => {
        const added = more.map((source) => ({ ...source, id: `more-${source.id}` }));
        expect(compare(unpaidIn({ ...input, sources: [...input.sources, ...added] }), unpaidIn(input))).toBeLessThanOrEqual(0);
      }),
      RUNS,
    );
  });
});

function raised(amount: string): string {
  return amount.startsWith("-") ? "0" : amount.length > 20 ? amount : String(Number(amount) + 3);
}

describe("splitting a charge in two halves of the same scope uses the same funds", () => {
  it("leaves each source the same, and the same unpaid", () => {
    fc.assert(
      fc.property(drawDownInput, (input) => {
        const whole = input.charges.map((charge) => ({ ...charge, amount: evenly(charge.amount as string) }));
        const halves = whole.flatMap((charge) =>
          ["a", "b"].map((part) => ({ ...charge, id: charge.id + part, amount: half(charge.amount) })),
        );
        const [a, b] = [drawDown({ ...input, charges: whole }), drawDown({ ...input, charges: halves })];
        expect(b.sources).toEqual(a.sources);
        expect(same(sum(b.charges.map(({ unpaid }) => rational(unpaid))), sum(a.charges.map(({ unpaid }) => rational(unpaid))))).toBe(true);
      }),
      RUNS,
    );
  });
});

/** An even whole number near the amount. */
function evenly(amount: string): string {
  return String((BigInt(amount.split(".")[0] ?? "0") / 2n) * 2n);
}

function half(amount: string): string {
  return String(BigInt(amount) / 2n);
}

describe("no source is used outside its dates or scope", () => {
  it("every allocation is of an active source, in its dates or its rollover, its currency and its scope", () => {
    fc.assert(
      fc.property(drawDownInput, (input) => {
        for (const { chargeId, sourceId } of drawDown(input).allocations) {
          const charge = input.charges.find(({ id }) => id === chargeId) as Required<(typeof input.charges)[number]>;
          const source = input.sources.find(({ id }) => id === sourceId) as Required<Source>;
          const ms = (instant: string | Date | null | undefined): number | null => (instant == null ? null : Date.parse(instant as string));
          const at = ms(charge.at) as number;
          const end = ms(source.rollover ? source.rollover.until : source.endsAt);
          expect(source.status).toBe("active");
          expect(at).toBeGreaterThanOrEqual(ms(source.startsAt) ?? -Infinity);
          expect(at).toBeLessThan(end ?? Infinity);
          if (source.currency && charge.currency) expect(source.currency.toLowerCase()).toBe(charge.currency.toLowerCase());
          if (source.lineItemTypes?.length) expect(source.lineItemTypes).toContain(charge.type);
          if (source.productIds?.length) expect(source.productIds).toContain(charge.productId);
        }
      }),
      RUNS,
    );
  });

  it("none goes below zero unless it allows overdraft", () => {
    fc.assert(
      fc.property(drawDownInput, (input) => {
        const { sources: left } = drawDown(input);
        for (const [index, { after }] of left.entries()) {
          if (!input.sources[index]?.allowOverdraft) expect(after.startsWith("-")).toBe(false);
        }
      }),
      RUNS,
    );
  });
});

describe("a lot that expires sooner is never left behind for one that expires later", () => {
  it("under an order by expiry, each charge empties the sooner before it touches the later", () => {
    fc.assert(
      fc.property(charges, sources, (all, held) => {
        const lots = held.map((source): Source => ({
          ...source,
          rollover: null,
          allowOverdraft: false,
          remaining: (source.remaining as string).replace("-", ""),
        }));
        for (const charge of all) {
          const { allocations, sources: left } = drawDown({ charges: [charge], sources: lots, order: { by: ["expiry"] } });
          const endOf = (id: string): number =>
            Date.parse((lots.find((lot) => lot.id === id)?.endsAt as string | null) ?? "9999-01-01T00:00:00Z");
          allocations.forEach(({ sourceId }, index) => {
            const next = allocations[index + 1];
            if (next === undefined) return;
            expect(endOf(next.sourceId)).toBeGreaterThanOrEqual(endOf(sourceId));
            expect(left.find(({ id }) => id === sourceId)?.after).toBe("0");
          });
        }
      }),
      RUNS,
    );
  });
});

describe("input stays untouched", () => {
  it("deeply frozen input is taken as it is, and output is plain data", () => {
    fc.assert(
      fc.property(drawDownInput, (input) => {
        const before = JSON.stringify(input);
        const drawn = drawDown(input);
        expect(JSON.stringify(input)).toBe(before);
        expect(structuredClone(drawn)).toEqual(drawn);
        expect(JSON.parse(JSON.stringify(drawn))).toEqual(drawn);
      }),
      { numRuns: 300 },
    );
  });
});
