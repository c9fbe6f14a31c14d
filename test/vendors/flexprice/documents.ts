import { readdirSync, readFileSync } from "node:fs";
import type { FlexpriceTransaction, FlexpriceWallet } from "auto-topup/flexprice";

/** A wallet as the API answers, its transactions, and what should come of them. */
export interface Case {
  readonly name: string;
  readonly title: string;
  readonly at: string;
  readonly wallet: FlexpriceWallet;
  readonly transactions: readonly FlexpriceTransaction[];
  readonly voided?: readonly string[];
  /** Null: the automatic top-up is off. */
  readonly expect: { readonly reason: string; readonly charge: string | null; readonly nextEligibleAt?: string } | null;
  readonly request: unknown;
}

const folder = new URL("documents/", import.meta.url);

export const cases: Case[] = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .sort()
  .map((file) => ({ name: file.replace(/\.json$/, ""), ...JSON.parse(readFileSync(new URL(file, folder), "utf8")) }) as Case);
