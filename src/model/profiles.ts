import { type InputIssue, MOST_ISSUES } from "../base/errors.js";
import { below, type Reading } from "../base/parser.js";
import { repeatedIds } from "../base/schema.js";
import { type Profile, profileParser } from "./profile.js";

/** Several profiles, each with an id of its own. */
export function readProfiles(input: unknown): Reading<readonly Profile[]> {
  if (!Array.isArray(input)) {
    return { issues: [{ path: [], code: input === undefined ? "required" : "invalid_type", message: "must be a list of profiles" }] };
  }
  const given: unknown[] = [];
  const profiles: Profile[] = [];
  const faults: InputIssue[] = [];
  let missing: Reading<Profile> | undefined; // read once, and not where none is missing: it is dear
  for (let index = 0; index < input.length && faults.length < MOST_ISSUES; index++) {
    const each: unknown = input[index];
    given.push(each);
    const reading = each === null ? (missing ??= profileParser.read(null)) : profileParser.read(each);
    if ("value" in reading) profiles.push(reading.value);
    else faults.push(...below(index, reading.issues));
  }
  const issues = [...repeatedIds(given as readonly { readonly id?: unknown }[], []), ...faults].slice(0, MOST_ISSUES);
  return issues.length > 0 ? { issues } : { value: profiles };
}
