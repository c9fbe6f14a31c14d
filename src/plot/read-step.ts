import { figure, id, instant } from "../base/fields.js";
import { Fault } from "../base/schema.js";
import type { SettledTopup } from "../insight/simulation/step.js";
import { OUTCOMES, REASONS } from "../model/decision.js";
import { TOPUP_STATUSES } from "../model/topup-record.js";
import { type FieldOf, FieldReader, word } from "./field-reader.js";
import type { PlayedStep } from "./played.js";

const outcome = /* @__PURE__ */ word(OUTCOMES);
const reason = /* @__PURE__ */ word(REASONS);
const status = /* @__PURE__ */ word(TOPUP_STATUSES);

const TOO_LARGE = /* @__PURE__ */ new Fault("out_of_range", "must have no more than 100 digits before the point");

/** A figure that a coordinate can be made of. */
const drawable: FieldOf<string> = {
  read(value) {
    const text = figure.read(value);
    return Math.abs(Number(text)) >= 1e100 ? TOO_LARGE : text; // a fault is no number
  },
};

const NO_LIST = /* @__PURE__ */ new Fault("invalid_type", "must be a list");
const list: FieldOf<readonly unknown[]> = {
  read: (value) => (Array.isArray(value) ? value : NO_LIST),
};

/** The step at `index`. Throws `InvalidInputError`, paths relative to the simulation. */
export function readStep(input: unknown, index: number): PlayedStep {
  const reader = new FieldReader();
  const path = ["steps", index] as const;
  const read = reader.within(input, path, (step) => ({
    at: reader.required(instant, step.at, ...path, "at"),
    figures: [
      reader.optional(drawable, step.reached, ...path, "reached"),
      reader.within(step.after, [...path, "after"], ({ figure }) => reader.optional(drawable, figure, ...path, "after", "figure")),
    ],
    threshold: reader.optional(drawable, step.threshold, ...path, "threshold"),
    limit: reader.optional(drawable, step.limit, ...path, "limit"),
    blockedBy: step.decision == null ? null : blockedBy(reader, step.decision, [...path, "decision"]),
    attempted: step.attempted == null ? null : topupIn(reader, step.attempted, [...path, "attempted"]),
    // Not by map, which leaves the holes of a list as they are.
    settled: Array.from(reader.optional(list, step.settled, ...path, "settled") ?? [], (each, at) =>
      topupIn(reader, each, [...path, "settled", at]),
    ),
  }));
  reader.done();
  return read;
}

type Path = readonly (string | number)[];

function blockedBy(reader: FieldReader, input: unknown, path: Path): PlayedStep["blockedBy"] {
  return reader.within(input, path, (decision) => {
    const is = reader.required(outcome, decision.outcome, ...path, "outcome");
    return is === "blocked" ? reader.required(reason, decision.reason, ...path, "reason") : null;
  });
}

function topupIn(reader: FieldReader, input: unknown, path: Path): SettledTopup {
  return reader.within(input, path, (topup) => ({
    topupId: reader.required(id, topup.topupId, ...path, "topupId"),
    status: reader.required(status, topup.status, ...path, "status"),
    charge: reader.required(drawable, topup.charge, ...path, "charge"),
  }));
}
