import type { AccountLine } from "../account-line.js";

/** The faults that exports really have: a line cut short, a misspelt key, an amount with an exponent. */
const FAULTS: readonly ((line: AccountLine) => string)[] = [
  (line) => JSON.stringify(line).slice(0, -12),
  ({ account, profileIds }) => JSON.stringify({ account: { ...account, curency: account.currency }, profileIds }),
  ({ account, profileIds }) => JSON.stringify({ account: { ...account, owed: { outstanding: "1e5" } }, profileIds }),
];

/** The text of a line that cannot be read; the n-th broken line has the n-th fault, and so round again. */
export function brokenText(line: AccountLine, n: number): string {
  return FAULTS[n % FAULTS.length]?.(line) ?? "";
}
