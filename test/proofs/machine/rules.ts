import { HALF, Rounding } from "./rounding.js";
import type { Amount, Basis, Gap, Measure, Threshold, Topup, Trigger } from "./shapes.js";
import {
  and,
  atMost,
  choice,
  equals,
  FALSE,
  lessThan,
  minus,
  negated,
  not,
  ONE,
  or,
  plus,
  type Real,
  times,
  type Truth,
  ZERO,
} from "./term.js";

/** Mirrors the formulas of src/engine, file by file and line by line. A mutant overrides one of them. */
export class Rules extends Rounding {
  // src/engine/threshold.ts

  thresholdOf(basis: Basis, { type, value, limit, inclusive }: Trigger): Threshold {
    if (limit === null) return { value, inclusive };
    if (type === "absoluteAmount") return { value: minus(limit, value), inclusive };
    const usedUp = basis === "owed" ? equals(limit, ZERO) : FALSE;
    return { value: this.percentOf(limit, value), inclusive: and(inclusive, not(usedUp)) };
  }

  distanceTo(threshold: Real, effective: Real, basis: Basis): Real {
    return basis === "owed" ? minus(threshold, effective) : minus(effective, threshold);
  }

  fires(distance: Real, inclusive: Truth): Truth {
    return or(lessThan(distance, ZERO), and(inclusive, equals(distance, ZERO)));
  }

  // src/engine/figures.ts

  effective(observed: Real, inFlight: Real, policy: "net" | "ignore", basis: Basis): Real {
    return policy === "net" ? this.toppedUp(observed, inFlight, basis) : observed;
  }

  toppedUp(figure: Real, credit: Real, basis: Basis): Real {
    return basis === "owed" ? minus(figure, credit) : plus(figure, credit);
  }

  // src/engine/wanted.ts

  wantedCredit(topup: Topup, effective: Real, basis: Basis, override: Real | null, gap: Gap): Real {
    if (override !== null) return override;
    switch (topup.mode) {
      case "once":
        return topup.value;
      case "untilClear":
        return times(topup.value, this.timesToAdd(topup.value, gap));
      case "toTarget":
        return this.shortfall(effective, topup.value, basis);
      case "toPercentOfLimit":
        return this.shortfall(effective, this.percentOf(topup.limit, topup.value), basis);
    }
  }

  shortfall(effective: Real, goal: Real, basis: Basis): Real {
    return basis === "owed" ? minus(effective, goal) : minus(goal, effective);
  }

  timesToAdd(value: Real, { distance, inclusive }: Gap): Real {
    const gap = negated(distance);
    const whole = this.wholeTimes(gap, value);
    const passing = choice(equals(times(whole, value), gap), whole, plus(whole, ONE));
    return choice(inclusive, plus(whole, ONE), passing);
  }

  // src/engine/firing.ts

  asks(wanted: Real): Truth {
    return lessThan(ZERO, wanted);
  }

  // src/engine/amount.ts

  quantumOf(step: Real | null, unit: Real): Real {
    return step === null ? unit : this.ceilTo(step, unit);
  }

  amountOf(wanted: Real, { min, max }: Topup, measure: Measure): Amount {
    const { quantum } = measure;
    const least = min === null ? ZERO : this.ceilTo(min, quantum);
    const most = max === null ? null : this.floorTo(max, quantum);
    const rounded = this.ceilTo(wanted, quantum);
    const raised = choice(lessThan(rounded, least), least, rounded);
    const credit = most === null ? raised : choice(lessThan(most, raised), most, raised);
    const charge = this.chargeOf(credit, measure);
    const none = or(most === null ? FALSE : lessThan(most, least), equals(charge, ZERO));
    return { credit, charge, made: not(none) };
  }

  chargeOf(credit: Real, { rate, minor }: Measure): Real {
    return this.halfUp(times(credit, rate), minor);
  }

  // src/engine/reduction.ts

  reducedTo(left: Real, { min }: Topup, measure: Measure): Amount {
    const credit = this.largestWithin(left, measure);
    const charge = this.chargeOf(credit, measure);
    const none = or(atMost(charge, ZERO), min === null ? FALSE : lessThan(credit, min));
    return { credit, charge, made: not(none) };
  }

  largestWithin(left: Real, measure: Measure): Real {
    const { quantum, rate, minor } = measure;
    const price = times(quantum, rate);
    const largest = times(this.wholeTimes(left, price), quantum);
    const tie = plus(this.floorTo(left, minor), times(minor, HALF));
    const below = times(minus(this.wholeTimes(this.ceilTo(tie, price), price), ONE), quantum);
    const fitting = choice(lessThan(left, this.chargeOf(largest, measure)), below, largest);
    return choice(lessThan(ZERO, left), fitting, ZERO);
  }

  // src/engine/caps.ts

  /** Under one cap that reduces and leaves so much. */
  capped(left: Real, amount: Amount, topup: Topup, measure: Measure): Amount {
    const exceeds = lessThan(left, amount.charge);
    const reduced = this.reducedTo(left, topup, measure);
    return {
      credit: choice(exceeds, reduced.credit, amount.credit),
      charge: choice(exceeds, reduced.charge, amount.charge),
      made: or(not(exceeds), reduced.made),
    };
  }
}
