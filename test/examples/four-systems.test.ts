import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demo } from "../../examples/demo.js";
import { documentsOf } from "../../examples/four-systems/documents.js";
import { orb, type OrbDocuments } from "../../examples/four-systems/orb.js";
import { fourSystems } from "../../examples/four-systems/run.js";
import type { Shown } from "../../examples/four-systems/shown.js";
import { textOf } from "../../examples/four-systems/text.js";

describe("one account of each system", () => {
  let shown: ReadonlyMap<string, Shown>;

  beforeAll(async () => {
    shown = new Map((await fourSystems()).map((each) => [each.system, each]));
  });

  it("is shown for all four, each due", () => {
    const decisions = [...shown.values()].map(({ system, plan: { decision } }) => [system, decision.outcome, decision.reason]);
    expect(decisions).toEqual([
      ["SAFE", "due", "thresholdReached"],
      ["Flexprice", "due", "thresholdReached"],
      ["Orb", "due", "thresholdReached"],
      ["m3ter", "due", "thresholdReached"],
    ]);
  });

  // 430 owed is over 80 % of 500; down to 20 % of it, 100, are 330.
  it("asks SAFE for an expected payment, its payment and a letter", () => {
    const headers = { "Content-Type": "application/json" };
    expect(shown.get("SAFE")?.requests).toEqual([
      {
        method: "POST",
        path: "/backend/api/v1/customers/7/expectedPayments/",
        headers,
        body: {
          ourReference: "7/14/-/501#createExpectedPayment",
          customerID: "7",
          expectedPaymentAmount: "330.00",
          expectedPaymentDueDate: "2026-06-20",
          expectedPaymentType: "Auto Top-up",
          directDebitAccountID: 31,
        },
      },
      {
        method: "POST",
        path: "/backend/api/v1/customers/7/payments/",
        headers,
        body: {
          ourReference: "7/14/-/501#createPayment",
          customerID: "7",
          paymentAmount: "330.00",
          paymentDate: "2026-06-20",
          paymentType: "Direct Debit",
        },
      },
      {
        method: "POST",
        path: "/backend/api/v1/customers/7/correspondence/",
        headers,
        body: { customerID: "7", correspondenceType: "Auto Top-up Direct Debit" },
      },
    ]);
  });

  // 45.5 credits are below 50: 200 more, on an invoice.
  it("tops Flexprice's wallet up", () => {
    expect(shown.get("Flexprice")?.requests).toEqual([
      {
        method: "POST",
        path: "/wallets/wallet_1/top-up",
        headers: { "content-type": "application/json" },
        body: {
          credits_to_add: "200",
          transaction_reason: "PURCHASED_CREDIT_INVOICED",
          idempotency_key: "cust_1/wallet_1/wallet_1/wtxn_1",
          metadata: { auto_topup: "true" },
        },
      },
    ]);
  });

  // 80 and 12.5 credits are held, 40 have expired; 92.5 is below 100: 500 more, for a year.
  it("adds a credit block at Orb", () => {
    expect(shown.get("Orb")?.requests).toEqual([
      {
        method: "POST",
        path: "/customers/cus_1/credits/ledger_entry",
        headers: { "Idempotency-Key": "cus_1/topup_1/credits/block_1" },
        body: {
          entry_type: "increment",
          amount: 500,
          currency: "credits",
          effective_date: "2026-06-01T09:00:00.000Z",
          expiry_date: "2027-06-01T09:00:00.000Z",
          per_unit_cost_basis: "0.02",
          invoice_settings: { auto_collection: true, net_terms: 0, memo: "Credits", require_successful_payment: true },
        },
      },
    ]);
  });

  // 500 - 455.50 - 31.25 = 13.25, below 20; up to 100 are 86.75.
  it("creates a Transaction on m3ter's Balance", () => {
    expect(shown.get("m3ter")?.requests).toEqual([
      {
        method: "POST",
        path: "/organizations/org_1/balances/bal_1/transactions",
        headers: { "content-type": "application/json" },
        balanceId: "bal_1",
        body: {
          amount: 86.75,
          transactionTypeId: "type_topup",
          appliedDate: "2026-06-15T09:00:00.000Z",
          transactionDate: "2026-06-15T09:00:00.000Z",
          description: "Automatic top-up acc_1/keep-100/bal_1/0",
        },
      },
    ]);
  });

  it("reads as text, the request with its headers and its body", () => {
    expect(textOf(shown.get("m3ter") as Shown)).toBe(
      [
        "m3ter",
        "  came in   Balance bal_1 of account acc_1, Transactions: 2, 31.25 USD used since the last bill",
        "  decision  due, thresholdReached: balance 13.25 is at or below 20, 6.75 past it",
        "  top-up    86.75 USD, brings balance to 100",
        "  request   POST /organizations/org_1/balances/bal_1/transactions",
        "            content-type: application/json",
        "            {",
        '              "amount": 86.75,',
        '              "transactionTypeId": "type_topup",',
        '              "appliedDate": "2026-06-15T09:00:00.000Z",',
        '              "transactionDate": "2026-06-15T09:00:00.000Z",',
        '              "description": "Automatic top-up acc_1/keep-100/bal_1/0"',
        "            }",
      ].join("\n"),
    );
  });

  it("has no request where nothing is due", async () => {
    const documents = await documentsOf<OrbDocuments>("orb");
    const enough = orb({ ...documents, topUp: { ...documents.topUp, threshold: "92.49" } });
    expect(enough.requests).toEqual([]);
    expect(textOf(enough).split("\n").slice(2)).toEqual([
      "  decision  notDue, thresholdNotReached: balance 92.5, threshold 92.49",
      "  request   none",
    ]);
  });
});

// It ends with the simulated year, which takes seconds.
describe.runIf(process.env.TZ === "UTC")("the demo", () => {
  let place: string;

  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), "demo-"));
  });
  afterAll(() => rm(place, { recursive: true }));

  async function ran(accounts: string): Promise<{ code: number; stdout: string }> {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const code = await demo(["--accounts", accounts, "--out", join(place, "plans.jsonl")], { stdout, stderr });
    stdout.end();
    return { code, stdout: await text(stdout) };
  }

  it("shows the four systems and a simulated year after the nightly run's report, with the run's exit code", async () => {
    const accounts = join(place, "accounts.jsonl");
    await writeFile(accounts, "{");
    const { code, stdout } = await ran(accounts);
    expect(code).toBe(1);
    const heads = [
      "Outcomes and reasons",
      "plans written to",
      "One account of each system",
      "\nSAFE\n",
      "\nFlexprice\n",
      "\nOrb\n",
      "\nm3ter\n",
      "A simulated year of one account",
      "picture written to",
    ];
    const places = heads.map((head) => stdout.indexOf(head));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("shows nothing where the run could not be made", async () => {
    expect(await ran(join(place, "missing.jsonl"))).toEqual({ code: 2, stdout: "" });
  });
});
