import type { AccountInput, ProfileInput, TopupRecord } from "auto-topup";
import type {
  accountFromSafeCustomer,
  parseSafeProfile,
  profileFromSafe,
  profileToSafe,
  SafeProfile,
  SafeProfileDraft,
  SafeRequest,
  requestsFromPlan,
  topupFromExpectedPayment,
} from "auto-topup/safe";
import { describe, expectTypeOf, it } from "vitest";

describe("the types", () => {
  it("lead from SAFE's documents to ours, and back", () => {
    expectTypeOf<ReturnType<typeof parseSafeProfile>>().toEqualTypeOf<SafeProfile>();
    expectTypeOf<ReturnType<typeof profileFromSafe>>().toEqualTypeOf<ProfileInput>();
    expectTypeOf<ReturnType<typeof profileToSafe>>().toEqualTypeOf<SafeProfile>();
    expectTypeOf<ReturnType<typeof accountFromSafeCustomer>>().toEqualTypeOf<AccountInput>();
    expectTypeOf<ReturnType<typeof topupFromExpectedPayment>>().toEqualTypeOf<TopupRecord>();
    expectTypeOf<ReturnType<typeof requestsFromPlan>>().toEqualTypeOf<readonly SafeRequest[]>();
  });

  it("know the presets, and leave unknown fields open", () => {
    expectTypeOf<SafeProfile["triggerBasis"]>().toEqualTypeOf<
      "Outstanding" | "Overdue" | "Unbilled Calls" | "Unbilled Calls (approximation until invoiced)"
    >();
    expectTypeOf<SafeProfile["triggerType"]>().toEqualTypeOf<"Absolute Amount" | "Percent of Limit">();
    expectTypeOf<SafeProfile["topupMode"]>().toEqualTypeOf<"Fixed Amount" | "To Percent Of Limit">();
    expectTypeOf<SafeProfile["colour"]>().toEqualTypeOf<unknown>();
  });

  it("let a draft go without an id, and without nothing else that is needed", () => {
    expectTypeOf<SafeProfile>().toExtend<SafeProfileDraft>();
    expectTypeOf<Omit<SafeProfileDraft, never>>().not.toExtend<SafeProfile>();
    // @ts-expect-error -- the other fields are needed
    const draft: SafeProfileDraft = { triggerBasis: "Outstanding" };
    expectTypeOf(draft.topupMode).toEqualTypeOf<SafeProfile["topupMode"]>();
  });
});
