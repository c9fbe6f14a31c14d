import type { Simulation } from "../insight/simulation/simulate.js";
import { gather } from "./gathered.js";
import { type PlotOptions, readLook } from "./options.js";
import { paintOf } from "./palette.js";
import { picture } from "./picture.js";
import { readSimulation } from "./read-simulation.js";
import { valueDomain } from "./value-axis.js";
import { wordsFor } from "./words.js";

/**
 * A picture of a simulation as SVG: the watched figure over time, the threshold and the limit, each top-up where it
 * was attempted, and what was blocked. The steps are played once, and none is kept.
 *
 * @param simulation what `simulate` gave
 * @param options how it shall look
 * @returns one `<svg>` element, well-formed XML, for a file or for a page
 * @throws InvalidInputError with one issue per fault, paths relative to `options` or to the simulation; or what the
 * simulation's own steps throw
 *
 * @example
 * ```ts
 * import { simulate } from "auto-topup";
 * import { toSvg } from "auto-topup/plot";
 *
 * const simulation = simulate({
 *   profile: {
 *     id: "p1",
 *     trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
 *     topup: { mode: "fixedAmount", value: "50" },
 *   },
 *   account: { id: "a1", currency: "USD", wallets: [{ id: "w1", unit: "USD", balance: "30" }] },
 *   timeline: [{ type: "usageRate", amount: "12", per: { value: 1, unit: "day" } }],
 *   from: "2026-06-01T00:00:00Z",
 *   to: "2026-07-01T00:00:00Z",
 *   evaluateOn: { dailyAt: "02:00" },
 * });
 * const svg = toSvg(simulation, { width: 320, theme: "dark" });
 * svg.slice(0, 4); //=> "<svg"
 * svg.includes("Top-ups: 7 paid (USD 350.00)"); //=> true
 * ```
 */
export function toSvg(simulation: Simulation, options?: PlotOptions): string {
  const look = readLook(options);
  const played = readSimulation(simulation);
  const gathered = gather(played, look.width);
  return picture({
    played,
    look,
    gathered,
    zone: look.timeZone ?? played.timeZone,
    domain: valueDomain(gathered),
    words: wordsFor(played, look),
    paint: paintOf(look.theme),
  }).text;
}
