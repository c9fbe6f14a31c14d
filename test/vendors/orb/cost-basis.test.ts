import { describe, expect, it } from "vitest";
import type { Topup } from "../../../src/index.js";
import { costBasisOf } from "../../../src/vendors/orb/cost-basis.js";

/** What is said of it, or the figure. */
function cost(given: string | null, over: Partial<Topup>): string {
  const basis = costBasisOf({ charge: "10.00", currency: "USD", ...over } as Topup, given);
  return typeof basis === "string" ? basis : `${basis.path.join(".")}: ${basis.message}`;
}

describe("costBasisOf", () => {
  it("is charge ÷ credit where that ends after at most 20 places", () => {
    expect(cost(null, { credit: "500" })).toBe("0.02");
    expect(cost(null, { credit: "1000000000000000000", charge: "0.01" })).toBe("0.00000000000000000001");
    expect(cost(null, { credit: "2000000000000000000", charge: "0.01" })).toMatch(/^costBasis: is required/);
    expect(cost(null, { credit: "3" })).toBe("costBasis: is required: 10.00 ÷ 3 has no end within 20 places");
  });

  it("is the one given where the invoice, rounded half up to the digits of its currency, is the charge", () => {
    expect(cost("0.0125", { credit: "333", charge: "4.16" })).toBe("0.0125");
    expect(cost("0.0125", { credit: "1", charge: "0.013", currency: "KWD" })).toBe("0.0125");
    expect(cost("0.0125", { credit: "40", charge: "1", currency: "JPY" })).toBe("0.0125");
    expect(cost("0.03", { credit: "500" })).toBe("costBasis: makes an invoice of 15, and the plan charges 10.00");
  });
});
