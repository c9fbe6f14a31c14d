import * as core from "auto-topup";
import * as flexprice from "auto-topup/flexprice";
import * as m3ter from "auto-topup/m3ter";
import * as orb from "auto-topup/orb";
import { toSvg } from "auto-topup/plot";
import * as safe from "auto-topup/safe";

type AnyFunction = (...args: unknown[]) => unknown;

const ENTRIES: Readonly<Record<string, object>> = { flexprice, m3ter, orb, safe };

/** A public function: by its name, or by those of its entry and its own, such as `orb profileFromOrb`. */
export function functionNamed(name: string): AnyFunction {
  if (name === "simulate") return (input) => playedThrough(input as core.SimulateInput);
  if (name === "toSvg") return toSvg as AnyFunction;
  const [entry = "", own] = name.split(" ");
  const found = own === undefined ? core : ENTRIES[entry];
  const fn = (found as Readonly<Record<string, unknown>> | undefined)?.[own ?? name];
  if (typeof fn !== "function") throw new Error(`no function ${name}`);
  return fn as AnyFunction;
}

function playedThrough(input: core.SimulateInput): unknown {
  const simulation = core.simulate(input);
  return { ...simulation, steps: [...simulation.steps], summary: simulation.summary() };
}
