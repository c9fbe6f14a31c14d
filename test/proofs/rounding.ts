import { cancels, grows, halfMoreIsWhole, multipleIsWhole } from "./lemmas.js";
import { mutant } from "./machine/mutant.js";
import { and, atMost, equals, implies, negated, ONE, plus, real, times, whole, wholeTimes } from "./machine/term.js";
import type { Theorem } from "./machine/theorem.js";
import { positive, quantum } from "./machine/words.js";

// T11: what rounding to a quantum means, which the others build on.

const amount = real("amount");
const n = whole("n");
const k = wholeTimes(amount, quantum);
const multiple = times(n, quantum);

const oneTooMany = mutant((original) => ({ ceilTo: (of, to) => plus(original.floorTo(of, to), to) }));

export const rounding: readonly Theorem[] = [
  {
    name: "T11.1",
    says: "rounding up gives the least multiple that is not below, rounding down the largest that is not above",
    cases: (rules) => {
      const [down, up] = [rules.floorTo(amount, quantum), rules.ceilTo(amount, quantum)];
      const bounds = and(atMost(down, amount), atMost(amount, up));
      const least = implies(atMost(amount, multiple), atMost(up, multiple));
      const largest = implies(atMost(multiple, amount), atMost(multiple, down));
      const lemmas = [cancels(k, n, quantum), grows(plus(k, ONE), n, quantum), cancels(n, plus(k, ONE), quantum), grows(n, k, quantum)];
      return [{ name: "a quantum", premises: [positive(quantum)], claim: and(bounds, least, largest), lemmas }];
    },
    mutants: { "floor + 1 in place of the ceiling": oneTooMany },
  },
  {
    name: "T11.2",
    says: "a multiple is not changed by rounding, up, down or half-up, so that the engine may leave it as it is",
    cases: (rules) => {
      const unchanged = and(
        ...[rules.floorTo(multiple, quantum), rules.ceilTo(multiple, quantum), rules.halfUp(multiple, quantum)].map((each) =>
          equals(each, multiple),
        ),
      );
      const lemmas = [multipleIsWhole(n, quantum), halfMoreIsWhole(n, quantum), halfMoreIsWhole(negated(n), quantum)];
      return [{ name: "a quantum", premises: [positive(quantum)], claim: unchanged, lemmas }];
    },
    mutants: { "floor + 1 in place of the ceiling": oneTooMany },
  },
];
