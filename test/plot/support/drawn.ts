import fc from "fast-check";
import type { PlotOptions } from "../../../src/plot/options.js";
import { REASONS } from "../../../src/model/decision.js";
import { TOPUP_STATUSES } from "../../../src/model/topup-record.js";
import type { Simulation } from "../../../src/insight/simulation/simulate.js";
import type { SettledTopup, SimulationStep } from "../../../src/insight/simulation/step.js";
import { wellFormedText } from "../../support/text.js";
import { simulation, step } from "./build.js";

/** Whatever text there is, control characters and lone surrogates too. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom("</title><script>alert(1)</script>", "]]>", "<!--", "&amp;&#0;", "\"'><svg onload=", "\u0000\u0007\ufffe\ud800"),
);

/** Whatever an id may be. */
export const ids: fc.Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom("a1", "acme", "an id that is far too long for any title, and goes on and on ".repeat(3)) },
  { weight: 1, arbitrary: wellFormedText(1, 40) },
  { weight: 1, arbitrary: fc.constantFrom("<script>alert(1)</script>", "\"'&<>", "]]>", "\u0000\u0001\ufffe", "\u202eevil", "日本の顧客") },
);

const digits = (most: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[1-9]\\d{0,${most - 1}}$`));

/** Figures as the engine gives them, from a cent to 20 digits on both sides of the point. */
export const figures: fc.Arbitrary<string> = fc.oneof(
  fc.integer({ min: -5000, max: 5000 }).map((cents) => String(cents / 100)),
  fc.tuple(fc.constantFrom("", "-"), digits(20)).map(([sign, whole]) => sign + whole),
  digits(19).map((fraction) => `0.${fraction}`),
  fc.tuple(digits(20), digits(20)).map(([whole, fraction]) => `${whole}.${fraction.replace(/0+$/, "1")}`),
  fc.constant("0"),
);

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(arbitrary, { freq: 6 });

interface Draw {
  readonly place: number;
  readonly reached: string | null;
  readonly figure: string | null;
  readonly threshold: string | null;
  readonly limit: string | null;
  readonly kind: "quiet" | "asked" | "blocked" | "attempted";
  readonly status: SettledTopup["status"];
  readonly later: SettledTopup["status"] | null;
  readonly reason: (typeof REASONS)[number];
}

const draws: fc.Arbitrary<Draw> = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  reached: maybe(figures),
  figure: maybe(figures),
  threshold: maybe(fc.oneof(figures, fc.constant("10"))),
  limit: maybe(figures),
  kind: fc.constantFrom("quiet", "asked", "blocked", "attempted", "attempted"),
  status: fc.constantFrom(...TOPUP_STATUSES),
  later: fc.option(fc.constantFrom(...TOPUP_STATUSES)),
  reason: fc.constantFrom(...REASONS),
});

const spans = fc.constantFrom<readonly [string, string]>(
  ["2026-06-01T00:00:00.000Z", "2026-07-01T00:00:00.000Z"],
  ["2026-03-28T12:00:00.000Z", "2026-03-29T12:00:00.000Z"],
  ["2025-01-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"],
  ["2026-06-01T00:00:00.000Z", "2026-06-01T00:00:00.001Z"],
  ["0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"],
);
const zones = fc.constantFrom("UTC", "Europe/Berlin", "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Apia");
const units = fc.constantFrom(["USD", "USD"], ["JPY", "JPY"], ["KWD", "KWD"], ["EUR", "credits"], ["EUR", null], ["USD", "<b>&\u0001"]);

const said = {
  accountId: ids,
  profileId: ids,
  span: spans,
  timeZone: zones,
  unit: units,
  basis: fc.constantFrom("outstanding", "overdue", "unbilled", "balance"),
} as const;

/** Simulations of whatever kind, in steps that no engine needs to have made. */
export const simulations: fc.Arbitrary<Simulation> = fc.record({ ...said, drawn: fc.array(draws, { maxLength: 40 }) }).map(played);

/** Where much happens in few places, most of it blocked, in the lead of few and plain figures. */
const crowd: fc.Arbitrary<Draw> = fc
  .tuple(
    draws,
    fc.constantFrom(0.1, 0.15, 0.5, 0.9),
    fc.integer({ min: 0, max: 30 }),
    fc.constantFrom("blocked", "blocked", "blocked", "attempted", "quiet"),
    fc.constantFrom("5", "40", "100"),
  )
  .map(([draw, centre, off, kind, figure]): Draw => ({
    ...draw,
    place: centre + off / 300,
    kind,
    figure,
    reached: figure,
    threshold: "10",
  }));

export const crowdedSimulations: fc.Arbitrary<Simulation> = fc
  .record({
    ...said,
    unit: fc.constantFrom(["EUR", "credits of a kind with a name that no axis is long enough for"], ["EUR", "EUR"]),
    drawn: fc.array(crowd, { minLength: 30, maxLength: 120 }),
  })
  .map(played);

interface Said extends Pick<Simulation, "accountId" | "profileId" | "timeZone" | "basis"> {
  readonly span: readonly [string, string];
  readonly unit: readonly (string | null)[];
  readonly drawn: readonly Draw[];
}

function played({ span: [from, to], unit: [currency, unit], drawn, ...said }: Said): Simulation {
  return simulation(stepsOf(drawn, from, to), { ...said, from, to, currency: currency as string, unit: unit as string | null });
}

function stepsOf(drawn: readonly Draw[], from: string, to: string): SimulationStep[] {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  let open: SettledTopup | null = null;
  return [...drawn]
    .sort((a, b) => a.place - b.place)
    .map(({ place, kind, status, later, reason, ...figures }, index) => {
      const at = new Date(Math.min(last - 1, Math.floor(first + place * (last - first)))).toISOString();
      const settled: SettledTopup[] = open === null || later === null ? [] : [{ ...open, status: later }];
      if (settled.length > 0) open = null;
      const attempted = kind === "attempted" ? { topupId: `t${index}`, status, charge: "12.50" } : undefined;
      if (attempted !== undefined && (status === "pending" || status === "unknown")) open = attempted;
      const outcome = kind === "quiet" ? undefined : kind === "blocked" ? "blocked" : kind === "attempted" ? "due" : "notDue";
      return step({ at, ...figures, reason, settled, ...(outcome && { outcome }), ...(attempted && { attempted }) });
    });
}

/** Options of whatever kind. */
export const looks: fc.Arbitrary<PlotOptions> = fc.record(
  {
    width: fc.oneof(fc.constantFrom(240, 320, 720, 1200), fc.double({ min: 240, max: 4000, noNaN: true })),
    height: fc.constantFrom(null, 240, 300, 1000.5),
    theme: fc.constantFrom("light", "dark", "auto"),
    locale: fc.constantFrom("en", "de", "fr-CH", "ja", "ar-EG", "hi", "fa", "th"),
    title: fc.option(anyText),
    timeZone: fc.option(zones),
    idPrefix: fc.constantFrom(null, "p", "plot_2"),
  },
  { requiredKeys: [] },
);
