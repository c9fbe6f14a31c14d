import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { simulate, type SimulateInput } from "auto-topup";
import { exponentOf, isLinear } from "./growth.js";
import { nsOf, raceOnce, type Times } from "./harness.js";
import { met, table } from "./table.js";

const MINUTES = 10;
const DAY = 24 * 3_600_000;
const DAYS = [18, 91, 365] as const;
const YEAR_BEGINS = Date.parse("2025-01-01T00:00:00Z");

interface Kind {
  readonly name: string;
  /** What a charge adds: at 0.05, one is due at each evaluation. */
  readonly amount: string;
  readonly holds: "balance" | "lots";
}

const KINDS: readonly Kind[] = [
  { name: "a balance, a top-up in four days", amount: "50", holds: "balance" },
  { name: "lots that expire, a top-up in four days", amount: "50", holds: "lots" },
  { name: "a top-up at every evaluation", amount: "0.05", holds: "balance" },
];

/** One account asked every ten minutes, over ever longer: how long it takes, and how much memory is held meanwhile. */
export async function simulation(rounds: number): Promise<string> {
  const results: { kind: Kind; times: Times; held: readonly number[] }[] = [];
  for (const kind of KINDS) {
    const inputs = DAYS.map((days) => ({ key: String(days), input: scenario(days, kind) }));
    const held = inputs.map(({ input }) => heldMiB(input));
    results.push({
      kind,
      held,
      times: await raceOnce(
        inputs.map(({ key, input }) => ({ key, run: () => simulate(input).summary() })),
        rounds,
      ),
    });
  }
  const rows = DAYS.map((days, index) => [
    `${days.toLocaleString("en-US")} (${((days * DAY) / (MINUTES * 60_000)).toLocaleString("en-US")})`,
    ...results.map(({ times, held }) => `${(nsOf(times, String(days)) / 1e9).toFixed(2)} s, ${(held[index] as number).toFixed(1)} MiB`),
  ]);
  const exponents = results.map(({ times }) => exponentOf(DAYS, (days) => nsOf(times, String(days))));
  return [
    "### A simulation asked every ten minutes: processor time, and the most memory held beyond that at its start",
    table(
      ["days (evaluations)", ...KINDS.map(({ name }) => name)],
      [...rows, ["growth from 91 to 365 days: exponent, aim 1", ...exponents.map((each) => `${each.toFixed(2)} ${met(isLinear(each))}`)]],
    ),
  ].join("\n\n");
}

function scenario(days: number, { amount, holds }: Kind): SimulateInput {
  return {
    profile: {
      id: "p1",
      trigger: { basis: "balance", type: "absoluteAmount", value: amount === "50" ? "20" : "1000000" },
      topup: { mode: "fixedAmount", value: amount },
      credit: { expiresAfter: { value: 60, unit: "day" } },
    },
    account: {
      id: "a1",
      currency: "EUR",
      timeZone: "Europe/Berlin",
      wallets: [{ id: "w1", unit: "EUR", ...(holds === "balance" ? { balance: "100" } : { lots: [{ id: "l1", remaining: "100" }] }) }],
    },
    timeline: [{ type: "usageRate", amount: "12", per: { value: 1, unit: "day" } }],
    from: new Date(YEAR_BEGINS),
    to: new Date(YEAR_BEGINS + days * DAY),
    evaluateOn: { everyMinutes: MINUTES },
    payments: { settleAfter: { value: 1, unit: "hour" }, declineRate: 3, seed: 1 },
  };
}

/** Looked at after collecting garbage, twenty times on the way. */
function heldMiB(input: SimulateInput): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const evaluations = (Date.parse(String((input.to as Date).toISOString())) - YEAR_BEGINS) / (MINUTES * 60_000);
  const used = (): number => {
    collect();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  const before = used();
  let most = 0;
  let count = 0;
  for (const { decision } of simulate(input).steps) {
    if (decision === null) continue;
    count += 1;
    if (count % Math.floor(evaluations / 20) === 0) most = Math.max(most, used() - before);
  }
  if (count !== evaluations) throw new Error(`${count} evaluations of ${evaluations}`);
  return most;
}
