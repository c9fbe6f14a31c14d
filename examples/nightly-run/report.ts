import Table from "cli-table3";
import type { SumByCurrency } from "./money.js";
import type { Tally } from "./tally.js";
import { why } from "./why.js";

export interface Effort {
  readonly seconds: number;
  readonly peakRssBytes: number;
  readonly peakHeapBytes: number;
}

/** The whole report of a night, as text. */
export function report(tally: Tally, effort: Effort): string {
  const sections = [
    ["Outcomes and reasons", outcomes(tally)],
    ["To charge", sums(tally.charged, "plans", "sum")],
    ["Granted, at no cost to the customer", sums(tally.granted, "grants", "value")],
    ["The ten largest plans", largest(tally)],
  ] as const;
  return [...sections.map(([title, table]) => `${title}\n${table}`), totals(tally, effort)].join("\n\n");
}

function outcomes(tally: Tally): string {
  const rows = tally
    .reasons()
    .map(({ outcome, reason, count }, index, all) => [all[index - 1]?.outcome === outcome ? "" : outcome, reason, grouped(count)]);
  return table(["outcome", "reason", "decisions"], ["left", "left", "right"], rows);
}

function sums(sum: SumByCurrency, what: string, total: string): string {
  const rows = sum.rows().map(({ currency, count, sum: money }) => [currency, grouped(count), money]);
  return rows.length === 0 ? "nothing" : table(["currency", what, total], ["left", "right", "right"], rows);
}

function largest(tally: Tally): string {
  const rows = tally.largest
    .ranking()
    .map(({ plan, profile }) => [
      `${plan.topup.charge} ${plan.topup.currency}`,
      plan.decision.accountId,
      plan.decision.profileId,
      why(plan, profile),
    ]);
  return rows.length === 0 ? "none" : table(["charge", "account", "profile", "why"], ["right", "left", "left", "left"], rows);
}

function totals(tally: Tally, { seconds, peakRssBytes, peakHeapBytes }: Effort): string {
  const perSecond = seconds > 0 ? Math.round(tally.accounts / seconds) : 0;
  return [
    `accounts ${grouped(tally.accounts)}, decisions ${grouped(tally.decisions)}, plans ${grouped(tally.plans)}, broken lines ${grouped(tally.brokenLines)}`,
    `${seconds.toFixed(2)} s, ${grouped(perSecond)} accounts/s, peak memory ${mebibytes(peakRssBytes)} (heap ${mebibytes(peakHeapBytes)})`,
  ].join("\n");
}

function table(head: string[], colAligns: ("left" | "right")[], rows: string[][]): string {
  const plain = new Table({ head, colAligns, style: { head: [], border: [], compact: true } });
  plain.push(...rows);
  return plain.toString();
}

function grouped(count: number): string {
  return count.toLocaleString("en");
}

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MiB`;
}
