import { readdirSync, readFileSync } from "node:fs";
import type { M3terBalance, M3terBalanceRule, M3terTransaction, M3terTransactionBody, M3terTransactionOptions } from "auto-topup/m3ter";

/** A balance as the API gives it, what is to be done about it, and what must come out. */
export interface Scenario {
  readonly what: string;
  readonly balance: M3terBalance;
  readonly transactions: readonly M3terTransaction[];
  readonly rule: M3terBalanceRule;
  readonly at: string;
  readonly account: { readonly currency?: string; readonly pendingUsage?: string; readonly rate?: string };
  readonly options: Partial<M3terTransactionOptions>;
  readonly expect: {
    readonly status: string;
    readonly available: string;
    readonly outcome: string;
    readonly reason: string;
    readonly body: M3terTransactionBody | null;
  };
}

const FOLDER = new URL("documents/", import.meta.url);

export const scenarios: readonly (Scenario & { readonly name: string })[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".json"))
  .sort()
  .map((file) => ({ name: file.replace(".json", ""), ...(JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")) as Scenario) }));

/** The Transaction Type of automatic top-ups in the documents. */
export const TOPUP_TYPE = "0d9a4b1c-7a53-4a5e-b3f0-6b1d0f7c8e22";

export const BALANCE: M3terBalance = {
  id: "bal_1",
  accountId: "acc_1",
  code: "prepaid-2026",
  name: "Prepaid 2026",
  currency: "USD",
  startDate: "2026-01-01T00:00:00Z",
  endDate: "2027-01-01T00:00:00Z",
};

/** The same data; whoever writes to it throws. */
export function frozen<Data>(data: Data): Data {
  if (typeof data !== "object" || data === null) return data;
  for (const each of Object.values(data)) frozen(each);
  return Object.freeze(data);
}
