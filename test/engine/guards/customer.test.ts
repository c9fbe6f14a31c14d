import { describe, expect, it } from "vitest";
import { check, owed, verdict } from "../../support/build.js";

describe("the guard `customer`", () => {
  it("passes any account where the profile names none", () => {
    expect(check(owed(), "customer").passed).toBe(true);
    expect(check(owed({ customerId: null }), "customer").passed).toBe(true);
  });

  it("passes the account that the profile names, and no other", () => {
    expect(check(owed({ customerId: "a1" }), "customer").passed).toBe(true);
    expect(verdict(owed({ customerId: "a2" }))).toBe("ineligible / otherCustomer");
    expect(verdict(owed({ customerId: "A1" }))).toBe("ineligible / otherCustomer");
  });
});
