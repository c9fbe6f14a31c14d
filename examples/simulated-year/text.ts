import type { Comparison, FirstDifference, SimulationSummary, WorstCase } from "auto-topup";
import Table from "cli-table3";

const DAY = 24 * 60 * 60 * 1000;

/** What the profiles came to, side by side. */
export function comparisonText({ summaries, differences }: Comparison, worst: readonly WorstCase[]): string {
  const [first] = summaries;
  if (first === undefined) return "nothing to compare";
  const money = (text: string): string => `${text} ${first.currency}`;
  const rows: [string, (summary: SimulationSummary, index: number) => string][] = [
    ["evaluations", ({ evaluations }) => grouped(evaluations)],
    ["top-ups asked for", ({ topups }) => grouped(topups.attempted)],
    ["of these paid, failed", ({ topups }) => `${topups.paid}, ${topups.failed}`],
    ["charged", ({ charged }) => money(charged)],
    ["lowest balance", ({ lowest }) => (lowest === null ? "unknown" : money(lowest.figure))],
    ["days without funds", ({ daysWithoutFunds }) => grouped(daysWithoutFunds)],
    ["days past the threshold", ({ pastThresholdMs }) => (pastThresholdMs / DAY).toFixed(1)],
    ["fees", ({ fees }) => (fees === null ? "unknown" : money(fees.total))],
    ["of these wasted", ({ fees }) => (fees === null ? "unknown" : money(fees.wasted))],
    ["saved against a charge a day", ({ fees }) => (fees === null ? "unknown" : money(fees.saved))],
    ["the most in any month", (_, index) => mostInAMonth(worst[index])],
  ];
  const table = new Table({
    head: ["", ...summaries.map(({ profileId }) => profileId)],
    colAligns: ["left", ...summaries.map(() => "right" as const)],
    style: { head: [], border: [], compact: true },
  });
  table.push(...rows.map(([name, text]) => [name, ...summaries.map(text)]));
  return [table.toString(), ...differences.map(differenceText)].join("\n");
}

function differenceText({ profileIds: [one, other], at, charges }: FirstDifference): string {
  if (at === null) return `${one} and ${other} top up alike`;
  const said = (charge: string | null): string => (charge === null ? "nothing" : charge);
  return `${one} and ${other} first differ at ${at}: ${said(charges[0])} against ${said(charges[1])}`;
}

function mostInAMonth(worst: WorstCase | undefined): string {
  const month = worst?.charged.month;
  return month?.bounded === true ? `${month.maxCharge} ${worst?.unit ?? ""}`.trim() : "no bound";
}

function grouped(count: number): string {
  return count.toLocaleString("en");
}
