import { type Account, InvalidInputError, parseAccount, type Profile } from "auto-topup";
import type { AccountLine } from "./account-line.js";

/** What is wrong with a line; the path leads into the line's JSON. */
export interface LineIssue {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

export type Line =
  | { readonly kind: "read"; readonly account: Account; readonly profiles: readonly Profile[] }
  | { readonly kind: "broken"; readonly issues: readonly LineIssue[] };

/** Reads one line of the accounts file. A line that can't be read is an answer too: the run goes on. */
export function readLine(text: string, book: ReadonlyMap<string, Profile>): Line {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return broken({ path: [], code: "invalid_json", message: (error as SyntaxError).message });
  }
  const issues = shapeIssues(json);
  if (issues.length > 0) return broken(...issues);
  const { account, profileIds } = json as AccountLine;
  const unknown = profileIds.flatMap((id, index) => (book.has(id) ? [] : [unknownProfile(index)]));
  if (unknown.length > 0) return broken(...unknown);
  try {
    return { kind: "read", account: parseAccount(account), profiles: profileIds.map((id) => book.get(id) as Profile) };
  } catch (error) {
    if (error instanceof InvalidInputError) return broken(...error.issues.map((issue) => ({ ...issue, path: ["account", ...issue.path] })));
    throw error;
  }
}

function shapeIssues(json: unknown): LineIssue[] {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    return [{ path: [], code: "invalid_type", message: "must be an object with account and profileIds" }];
  }
  const issues: LineIssue[] = Object.keys(json)
    .filter((key) => key !== "account" && key !== "profileIds")
    .map((key) => ({ path: [key], code: "unknown_key", message: "is not known here" }));
  const { profileIds } = json as { profileIds?: unknown };
  if (!Array.isArray(profileIds))
    return [...issues, { path: ["profileIds"], code: "invalid_type", message: "must be a list of profile ids" }];
  profileIds.forEach((id, index) => {
    if (profileIds.indexOf(id) < index) issues.push({ path: ["profileIds", index], code: "duplicate_id", message: "is there twice" });
  });
  return issues;
}

function unknownProfile(index: number): LineIssue {
  return { path: ["profileIds", index], code: "unknown_profile", message: "is not in the book of profiles" };
}

function broken(...issues: LineIssue[]): Line {
  return { kind: "broken", issues };
}
