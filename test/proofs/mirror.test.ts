import { describe, expect, it } from "vitest";
import { holds } from "../properties/support/law.js";
import { compared } from "./mirror/compare.js";
import { drawn } from "./mirror/drawn.js";

describe("the formulas that are proved", () => {
  it("come to the threshold, the distance, the reason, the credit and the charge that the engine does", () => {
    const seen = new Map<string, number>();
    holds(
      drawn,
      (each) => {
        const { engine, formulas } = compared(each);
        expect(formulas).toEqual(engine);
        seen.set(engine.reason, (seen.get(engine.reason) ?? 0) + 1);
        return engine.credit !== null;
      },
      { runs: 1200, exercised: 250 },
    );
    for (const reason of ["thresholdNotReached", "alreadyAtTarget", "belowMinimum", "capReached"]) {
      expect(seen.get(reason) ?? 0, reason).toBeGreaterThan(0);
    }
  });
});
