import { planTopup, type Plan } from "auto-topup";
import {
  type FlexpriceSdkShape,
  type FlexpriceTopUpBody,
  type FlexpriceTransaction,
  type FlexpriceWallet,
  fromFlexpriceSdk,
  parseFlexpriceWallet,
  toFlexpriceSdk,
  topUpRequest,
} from "auto-topup/flexprice";
import type { Flexprice } from "@flexprice/sdk";
import type { DtoTopUpWalletRequest, DtoWalletBalanceResponse, DtoWalletTransactionResponse } from "@flexprice/sdk/sdk/models";
import { describe, expect, expectTypeOf, it } from "vitest";

type TopUpArguments = Parameters<Flexprice["wallets"]["topUpWallet"]>;
type KeysOf<Value> = keyof { [Key in keyof Value as string extends Key ? never : Key]: Value[Key] };

const plan: Plan = planTopup({
  profile: {
    id: "p1",
    trigger: { basis: "balance", type: "absoluteAmount", value: "50" },
    topup: { mode: "fixedAmount", value: "200" },
    settlement: { kind: "grant" },
    credit: { priority: 1, expiresAfter: { value: 1, unit: "month" } },
  },
  account: { id: "c1", currency: "USD", wallets: [{ id: "w1", unit: "credits", rate: "0.8", balance: "12" }] },
  at: "2026-06-01T09:00:00Z",
});

describe("the published client of Flexprice", () => {
  it("takes the body of a top-up in its own names", () => {
    const request = topUpRequest(plan);
    if (request === null) throw new Error("it is due");
    const body = toFlexpriceSdk(request.body);
    expectTypeOf(body).toExtend<DtoTopUpWalletRequest>();
    expectTypeOf<["w1", typeof body]>().toExtend<[TopUpArguments[0], TopUpArguments[1]]>();
    expectTypeOf<KeysOf<FlexpriceSdkShape<FlexpriceTopUpBody>>>().toEqualTypeOf<keyof DtoTopUpWalletRequest>();
    expect(body).toEqual({
      creditsToAdd: "200",
      transactionReason: "PURCHASED_CREDIT_DIRECT",
      idempotencyKey: "c1/p1/w1/0",
      expiryDateUtc: "2026-07-01T09:00:00.000Z",
      priority: 1,
      metadata: { auto_topup: "true" },
    });
  });

  it("names the fields of wallets and transactions that are read here, but for those newer or older than it", () => {
    type Known<Wire> = FlexpriceSdkShape<{ [Key in KeysOf<Wire>]: 0 }>;
    expectTypeOf<Exclude<keyof Known<FlexpriceWallet>, keyof DtoWalletBalanceResponse>>().toEqualTypeOf<
      "autoTopupTrigger" | "autoTopupMinBalance" | "autoTopupAmount"
    >();
    expectTypeOf<Exclude<keyof Known<FlexpriceTransaction>, keyof DtoWalletTransactionResponse>>().toEqualTypeOf<never>();
  });

  it("answers what can be read", () => {
    const answer: DtoWalletBalanceResponse = {
      id: "w1",
      customerId: "c1",
      currency: "usd",
      realTimeCreditBalance: "45.5",
      autoTopup: { enabled: true, threshold: 50, amount: 0.30000000000000004, invoicing: undefined },
      config: { allowedPriceTypes: ["USAGE"] },
      metadata: { ownName: "kept" },
    };
    expect(parse(answer)).toEqual({
      id: "w1",
      customer_id: "c1",
      currency: "usd",
      real_time_credit_balance: "45.5",
      auto_topup: { enabled: true, threshold: 50, amount: 0.30000000000000004 },
      config: { allowed_price_types: ["USAGE"] },
      metadata: { ownName: "kept" },
    });
  });
});

const parse = (answer: DtoWalletBalanceResponse) => parseFlexpriceWallet(fromFlexpriceSdk(answer));
