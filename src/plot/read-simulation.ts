import { currency, id, instant, timeZone, unit } from "../base/fields.js";
import { Fault } from "../base/schema.js";
import { BASES } from "../model/basis.js";
import { type FieldOf, FieldReader, refusal, word } from "./field-reader.js";
import type { Played, PlayedStep } from "./played.js";
import { readStep } from "./read-step.js";

const basis = /* @__PURE__ */ word(BASES);

/** What a simulation says of itself; its steps are read as they are asked for. Throws `InvalidInputError`, paths relative to it. */
export function readSimulation(input: unknown): Played {
  try {
    return simulationOf(input);
  } catch (error) {
    throw refusal(error);
  }
}

function simulationOf(input: unknown): Played {
  const reader = new FieldReader();
  const played = reader.within(input, [], (simulation) => {
    const said = {
      profileId: reader.required(id, simulation.profileId, "profileId"),
      accountId: reader.required(id, simulation.accountId, "accountId"),
      currency: reader.required(currency, simulation.currency, "currency"),
      unit: reader.optional(unit, simulation.unit, "unit"),
      basis: reader.required(basis, simulation.basis, "basis"),
      timeZone: reader.required(timeZone, simulation.timeZone, "timeZone"),
      from: reader.required(instant, simulation.from, "from"),
      to: reader.required(instant, simulation.to, "to"),
    };
    if (said.from >= said.to) reader.fault("conflict", "must be later than from", "to");
    return { ...said, steps: stepsOf(reader.required(iterable, simulation.steps, "steps"), said) };
  });
  reader.done();
  return played;
}

const NOT_ITERABLE = /* @__PURE__ */ new Fault("invalid_type", "must be iterable");
const iterable: FieldOf<Iterable<unknown>> = {
  read: (value) => (isIterable(value) ? value : NOT_ITERABLE),
};

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && typeof (value as { [Symbol.iterator]?: unknown })[Symbol.iterator] === "function";
}

function* stepsOf(steps: Iterable<unknown>, { from, to }: Pick<Played, "from" | "to">): Generator<PlayedStep> {
  let index = 0;
  let previous = from;
  try {
    for (const input of steps) {
      const step = readStep(input, index);
      const reader = new FieldReader();
      if (step.at < previous) reader.fault("conflict", "must not be before the step before it, nor before from", "steps", index, "at");
      if (step.at > to) reader.fault("conflict", "must not be after to", "steps", index, "at");
      reader.done();
      yield step;
      previous = step.at;
      index += 1;
    }
  } catch (error) {
    throw refusal(error, "steps", index);
  }
}
