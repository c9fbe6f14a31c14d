import { unitOf } from "../../model/rational.js";
import { choice, equals, lessThan, negated, number, plus, type Real, times, wholeTimes, ZERO } from "./term.js";

export const HUNDREDTH = number(unitOf(2));
export const HALF = number({ n: 1n, d: 2n });

/**
 * Mirrors src/base/decimal.ts, function by function. A decimal that needs no rounding is given back there
 * as it is, which is the same value.
 */
export class Rounding {
  percentOf(figure: Real, percent: Real): Real {
    return times(times(figure, percent), HUNDREDTH);
  }

  wholeTimes(a: Real, b: Real): Real {
    return wholeTimes(a, b);
  }

  floorTo(value: Real, quantum: Real): Real {
    return times(this.wholeTimes(value, quantum), quantum);
  }

  ceilTo(value: Real, quantum: Real): Real {
    const floor = this.floorTo(value, quantum);
    return choice(equals(floor, value), floor, plus(floor, quantum));
  }

  /** To a multiple of the unit; a tie goes away from zero. */
  halfUp(value: Real, unit: Real): Real {
    const rounded = times(this.nearest(value, unit), unit);
    return choice(lessThan(value, ZERO), negated(rounded), rounded);
  }

  /** How many units that is, without the sign. */
  nearest(value: Real, unit: Real): Real {
    const magnitude = choice(lessThan(value, ZERO), negated(value), value);
    return wholeTimes(plus(magnitude, times(unit, HALF)), unit);
  }
}
