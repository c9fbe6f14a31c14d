import * as fc from "fast-check";
import type { Amount, InstantInput } from "../../base/fields.js";
import { dateAt, fromMs, LAST_INSTANT, MINUTE } from "../../base/instant.js";
import { ceilTo, type Figure, PLACES, textOf, unitOf } from "./figures.js";
import { admittedInstant } from "./instants.js";
import { SHRINKING } from "./weighted.js";

/**
 * Spells values in the notations that mean the same. It takes its habits in turn; without any, all is spelt plainly,
 * and that is what a counterexample shrinks to.
 */
export class Notation {
  #turn = 0;
  readonly #habits: readonly number[];
  readonly #quantum: Figure;

  /** Figures are brought up to so many places: what may not be nothing stays more than that. */
  constructor(habits: readonly number[], places: number = PLACES) {
    this.#habits = habits;
    this.#quantum = unitOf(places);
  }

  #habit(): number {
    return this.#habits[this.#turn++ % this.#habits.length] ?? 0;
  }

  amount(exact: Figure): Amount {
    const figure = ceilTo(exact, this.#quantum);
    const text = textOf(figure);
    const digits = text.replace(/\D/g, "").replace(/^0+/, "");
    const [whole, fraction = ""] = text.split(".") as [string, string?];
    switch (this.#habit()) {
      case 1:
        return digits.length <= 15 ? Number(text) : text; // so many survive in a number
      case 2:
        return fraction === "" ? `${whole}.00` : fraction.length < 20 ? `${text}0` : text;
      case 3:
        return `${whole}.${fraction.padEnd(20, "0")}`;
      case 4:
        return whole.length <= 18 ? `${whole.startsWith("-") ? "-0" : "00"}${text.replace("-", "")}` : text;
      case 5:
        return figure === 0n ? "-0.0" : text;
      default:
        return text;
    }
  }

  instant(ms: number): InstantInput {
    const plain = textAt(ms);
    const second = plain.slice(0, 19);
    switch (this.#habit()) {
      case 1:
        return dateAt(ms);
      case 2:
        return ms % MINUTE === 0 ? `${plain.slice(0, 16)}Z` : ms % 1000 === 0 ? `${second}Z` : plain;
      case 3:
        return elsewhere(ms, 330, "+05:30");
      case 4:
        return elsewhere(ms, -480, "-08:00");
      case 5:
        return `${plain.slice(0, -1)}999Z`; // cut off, not rounded
      case 6:
        return ms % 100 === 0 ? `${plain.slice(0, -3)}Z` : plain;
      default:
        return plain;
    }
  }

  /** A currency is read in either case. */
  currency(code: string): string {
    const habit = this.#habit();
    return habit === 1 ? code.toLowerCase() : habit === 2 ? `${code.slice(0, 1)}${code.slice(1).toLowerCase()}` : code;
  }

  /** Left out, or null where that means the same. */
  optional<T>(value: T | null): T | null | undefined {
    return value ?? (this.#habit() % 2 === 1 ? null : undefined);
  }

  /** A default, stated or left out. */
  defaulted<T>(value: T, fallback: T): T | undefined {
    return value === fallback && this.#habit() % 2 === 0 ? undefined : value;
  }

  optionalAmount(figure: Figure | null): Amount | null | undefined {
    return figure === null ? this.optional(null) : this.amount(figure);
  }

  optionalInstant(ms: number | null): InstantInput | null | undefined {
    return ms === null ? this.optional(null) : this.instant(ms);
  }

  /** What is undefined is left out, or rarely there as undefined. */
  object<T extends object>(fields: T): T {
    if (this.#habit() === 7) return fields;
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
  }
}

function textAt(ms: number): string {
  return fromMs(ms) ?? LAST_INSTANT;
}

/** By the clocks of another offset, where they show a year that can be stated. */
function elsewhere(ms: number, minutes: number, offset: string): string {
  const shown = ms + minutes * MINUTE;
  return admittedInstant(shown) === shown ? `${textAt(shown).slice(0, -1)}${offset}` : textAt(ms);
}

// Half of all situations are spelt plainly throughout.
export const habits: fc.Arbitrary<number[]> = fc.oneof(
  SHRINKING,
  fc.constant<number[]>([]),
  fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 5, maxLength: 13 }),
);
