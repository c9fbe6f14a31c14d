import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import {
  createTopUpRequest,
  deleteTopUpRequest,
  incrementFromPlan,
  type OrbCreditBlock,
  type OrbIncrement,
  type OrbRequest,
  type OrbTopUp,
  profileFromOrb,
  walletFromOrb,
} from "auto-topup/orb";
import Orb from "orb-billing";
import type { CreditListByExternalIDResponse, CreditListResponse } from "orb-billing/resources/customers/credits/credits";
import type { LedgerCreateEntryByExternalIDParams, LedgerCreateEntryParams } from "orb-billing/resources/customers/credits/ledger";
import type {
  TopUpCreateByExternalIDParams,
  TopUpCreateParams,
  TopUpCreateResponse,
  TopUpListByExternalIDResponse,
  TopUpListResponse,
} from "orb-billing/resources/customers/credits/top-ups";
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import { AT, plan, topUp } from "./build.js";

describe("the types of Orb's published client", () => {
  it("take what is sent", () => {
    expectTypeOf<Omit<OrbTopUp, "id">>().toExtend<TopUpCreateParams>();
    expectTypeOf<Omit<OrbTopUp, "id">>().toExtend<TopUpCreateByExternalIDParams>();
    expectTypeOf<OrbIncrement>().toExtend<LedgerCreateEntryParams.AddIncrementCreditLedgerEntryRequestParams>();
    expectTypeOf<OrbIncrement>().toExtend<LedgerCreateEntryByExternalIDParams.AddIncrementCreditLedgerEntryRequestParams>();
  });

  it("know every field that is sent", () => {
    expectTypeOf<keyof Omit<OrbTopUp, "id">>().toEqualTypeOf<keyof TopUpCreateParams>();
    expectTypeOf<keyof OrbTopUp["invoice_settings"]>().toEqualTypeOf<keyof TopUpCreateParams.InvoiceSettings>();
    expectTypeOf<keyof OrbIncrement>().toEqualTypeOf<keyof LedgerCreateEntryParams.AddIncrementCreditLedgerEntryRequestParams>();
  });

  it("give what is read", () => {
    expectTypeOf<TopUpCreateResponse>().toExtend<OrbTopUp>();
    expectTypeOf<TopUpListResponse>().toExtend<OrbTopUp>();
    expectTypeOf<TopUpListByExternalIDResponse>().toExtend<OrbTopUp>();
    expectTypeOf<TopUpCreateParams>().toExtend<OrbTopUp>();
    expectTypeOf<CreditListResponse>().toExtend<OrbCreditBlock>();
    expectTypeOf<CreditListByExternalIDResponse>().toExtend<OrbCreditBlock>();
  });
});

interface Received {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: unknown;
}

describe("Orb's published client", () => {
  let server: Server;
  let orb: Orb;
  const received: Received[] = [];
  const replies: unknown[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        received.push({ method: request.method, path: request.url, headers: request.headers, body: text === "" ? null : JSON.parse(text) });
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(replies.shift() ?? {}));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    orb = new Orb({ apiKey: "test", baseURL: `http://127.0.0.1:${port}/v1`, maxRetries: 0 });
  });

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** What arrived is the request, sent once. */
  function expectArrived({ method, path, headers, body }: OrbRequest<unknown>): void {
    expect(received).toHaveLength(1);
    const [arrived] = received.splice(0);
    expect(arrived?.method).toBe(method);
    expect(arrived?.path).toBe(`/v1${path}`);
    if (headers["Idempotency-Key"] !== undefined) expect(arrived?.headers["idempotency-key"]).toBe(headers["Idempotency-Key"]);
    expect(arrived?.body).toEqual(body);
    if (body !== null) expect(arrived?.headers["content-type"]).toBe("application/json");
  }

  function increment(options: Parameters<typeof incrementFromPlan>[1] = {}): OrbRequest<OrbIncrement> {
    const settlement = { kind: "invoice", autoCollect: true, netTermsDays: 30, memo: "Credits", requirePaid: true } as const;
    const due = plan({
      settlement,
      inFlight: "block",
      credit: { expiresAfter: { value: 3, unit: "month" }, metadata: { source: "auto" } },
    });
    return incrementFromPlan(due, { costBasis: "0.02", ...options }) as OrbRequest<OrbIncrement>;
  }

  it("sends a ledger increment", async () => {
    const request = increment();
    await orb.customers.credits.ledger.createEntry("cus_1", request.body, { headers: request.headers });
    expectArrived(request);
  });

  it("sends a ledger increment by the caller's own id, with the key as its option", async () => {
    const filters = [{ field: "item_id", operator: "includes", values: ["item_api"] }] as const;
    const request = increment({ externalCustomerId: "acme-7", filters });
    const idempotencyKey = request.headers["Idempotency-Key"] as string;
    await orb.customers.credits.ledger.createEntryByExternalID("acme-7", request.body, { idempotencyKey });
    expectArrived(request);
  });

  it("sends any request as the plain data that it is", async () => {
    const request = increment();
    await orb.post(request.path, { body: request.body, headers: request.headers });
    expectArrived(request);
  });

  it("creates a top-up, whose reply is read", async () => {
    const document = topUp({ active_from: AT, expires_after: 90, expires_after_unit: "day" });
    const request = createTopUpRequest(document, { customerId: "cus_1", at: AT, idempotencyKey: "change-17" });
    const { active_from: _, ...reply } = { ...request.body, id: "topup_2" };
    replies.push(reply);
    const created = await orb.customers.credits.topUps.create("cus_1", request.body, { headers: request.headers });
    expectArrived(request);
    expect(profileFromOrb(created)).toMatchObject({ id: "topup_2", credit: { expiresAfter: { value: 90, unit: "day" } } });
  });

  it("creates and deletes a top-up by the caller's own id", async () => {
    const customer = { externalCustomerId: "acme-7" };
    const request = createTopUpRequest(topUp(), { ...customer, at: AT, idempotencyKey: "change-18" });
    await orb.customers.credits.topUps.createByExternalID("acme-7", request.body, { headers: request.headers });
    expectArrived(request);
    await orb.customers.credits.topUps.deleteByExternalID("topup_1", { external_customer_id: "acme-7" });
    expectArrived(deleteTopUpRequest("topup_1", customer));
    await orb.customers.credits.topUps.delete("topup_1", { customer_id: "cus_1" });
    expectArrived(deleteTopUpRequest("topup_1", { customerId: "cus_1" }));
  });

  it("lists blocks that are read", async () => {
    const block = {
      id: "b1",
      balance: 0.1,
      status: "active",
      effective_date: AT,
      expiry_date: null,
      filters: [],
      metadata: {},
      credit_block_source: "manual",
    };
    replies.push({
      data: [{ ...block, maximum_initial_balance: 1, per_unit_cost_basis: null }],
      pagination_metadata: { has_more: false, next_cursor: null },
    });
    const page = await orb.customers.credits.list("cus_1", { currency: "credits" });
    received.splice(0);
    expect(walletFromOrb(page.data, { currency: "credits", at: AT }).lots?.[0]?.remaining).toBe("0.1");
  });
});
