import { type Charge, drawDown, type DrawDownInput, type Source } from "auto-topup";
import { exponentOf, isLinear } from "./growth.js";
import { nsOf, raceOnce, type Times } from "./harness.js";
import { met, ns, table } from "./table.js";

const CHARGES = [0, 1_000, 10_000, 100_000] as const;
const SOURCES = 1_000;
const PRODUCTS = 20;

const YEAR_BEGINS = Date.parse("2025-01-01T00:00:00Z");
const DAY = 24 * 3_600_000;
const YEAR = 365 * DAY;

interface Kind {
  readonly name: string;
  /** How many instants the sources begin at, from the year before the charges' to its end. */
  readonly begins: number;
  /** What all sources hold together, for each unit charged; in `lean` by the smallest number of charges. */
  readonly held: "enough" | "lean";
}

const KINDS: readonly Kind[] = [
  { name: "24 dates, enough held", begins: 24, held: "enough" },
  { name: "1,000 dates, enough held", begins: SOURCES, held: "enough" },
  { name: "1,000 dates, overdrawn", begins: SOURCES, held: "lean" },
];

/** A year's bill over ever more charges, all from the same number of sources. */
export async function drawingDown(rounds: number): Promise<string> {
  const results: { kind: Kind; times: Times }[] = [];
  // Each kind for itself, as with histories.
  for (const kind of KINDS) {
    const inputs = CHARGES.map((count) => ({ key: String(count), input: checked(bill(count, kind)) }));
    const contenders = inputs.map(({ key, input }) => ({ key, run: () => drawDown(input) }));
    results.push({ kind, times: await raceOnce(contenders, rounds) });
  }
  const rows = CHARGES.map((count) => [count.toLocaleString("en-US"), ...results.map(({ times }) => cell(times, count))]);
  const exponents = results.map(({ times }) => exponentOf(CHARGES, (count) => beyondBase(times, count)));
  return [
    `### Charges drawn down from ${SOURCES.toLocaleString("en-US")} sources: processor time of drawDown, in ms (and for each charge, in ns, less what it takes without any)`,
    table(
      ["charges", ...KINDS.map(({ name }) => name)],
      [
        ...rows,
        ["growth from 10,000 to 100,000: exponent, aim 1", ...exponents.map((each) => `${each.toFixed(2)} ${met(isLinear(each))}`)],
      ],
    ),
  ].join("\n\n");
}

function cell(times: Times, count: number): string {
  const total = (nsOf(times, String(count)) / 1e6).toFixed(1);
  return count === 0 ? total : `${total} (${ns(beyondBase(times, count) / count)})`;
}

function beyondBase(times: Times, count: number): number {
  return nsOf(times, String(count)) - nsOf(times, "0");
}

function bill(count: number, { begins, held }: Kind): DrawDownInput {
  const charges = Array.from({ length: count }, (_, index) => charge(index, count));
  const each = (2 * MEAN_CHARGE * (held === "enough" ? Math.max(count, CHARGES[1]) : CHARGES[1] / 4)) / SOURCES;
  const sources = Array.from({ length: SOURCES - 1 }, (_, index) => source(index, begins, each));
  return { charges, sources: [...sources, rest], order: { by: ["priority", "scoped", "expiry", "created"] } };
}

const MEAN_CHARGE = 5;

/** From 0.00 to 9.99, evenly over a year, of one product after another; four in five are usage. */
function charge(index: number, count: number): Charge {
  return {
    id: `charge-${index}`,
    amount: (((index * 37) % 1000) / 100).toFixed(2),
    at: text(YEAR_BEGINS + Math.floor((index * YEAR) / count)),
    currency: "USD",
    type: index % 5 === 0 ? "FIXED" : "USAGE",
    productId: `product-${(index * 7) % PRODUCTS}`,
  };
}

/** In use for a year. Of ten four take any charge, three usage alone, three one product; every fifth rolls over for a month. */
function source(index: number, begins: number, remaining: number): Source {
  const startsAt = YEAR_BEGINS - YEAR + Math.floor(((index % begins) * 2 * YEAR) / begins);
  const turn = index % 10;
  return {
    kind: "lot",
    id: `source-${index}`,
    remaining: remaining.toFixed(2),
    currency: "USD",
    startsAt: text(startsAt),
    endsAt: text(startsAt + YEAR),
    rollover: index % 5 === 0 ? { until: text(startsAt + YEAR + 30 * DAY) } : null,
    createdAt: text(startsAt),
    priority: index % 3,
    ...(turn >= 4 && turn < 7 && { lineItemTypes: ["USAGE"] }),
    ...(turn >= 7 && { productIds: [`product-${index % PRODUCTS}`] }),
  };
}

/** What nothing else pays. */
const rest: Source = { kind: "balance", id: "overdraft", remaining: "0", allowOverdraft: true, priority: 9 };

/** To time a wrong answer would be to measure nothing: all is paid, and the sources have what they had, less it. */
function checked(input: DrawDownInput): DrawDownInput {
  const { charges, sources } = drawDown(input);
  const charged = input.charges.reduce((sum, { amount }) => sum + cents(amount as string), 0);
  const drawn = sources.reduce((sum, { before, after }) => sum + cents(before) - cents(after), 0);
  if (drawn !== charged || charges.some(({ unpaid }) => unpaid !== "0")) throw new Error(`${drawn} drawn of ${charged}`);
  return input;
}

function cents(amount: string): number {
  return Math.round(Number(amount) * 100);
}

function text(ms: number): string {
  return new Date(ms).toISOString();
}
