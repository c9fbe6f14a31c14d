import { below, type Reading } from "../base/parser.js";
import { repeatedIds } from "../base/schema.js";
import { type Profile, profileParser } from "./profile.js";

/** Several profiles, each with an id of its own. */
export function readProfiles(input: unknown): Reading<readonly Profile[]> {
  if (!Array.isArray(input)) {
    return { issues: [{ path: [], code: input === undefined ? "required" : "invalid_type", message: "must be a list of profiles" }] };
  }
  const given: readonly unknown[] = Array.from(input);
  const profiles: Profile[] = [];
  const issues = repeatedIds(given as readonly { readonly id?: unknown }[], []);
  let missing: Reading<Profile> | undefined; // read once, and not where none is missing: it is dear
  given.forEach((each, index) => {
    const reading = each === null ? (missing ??= profileParser.read(null)) : profileParser.read(each);
    if ("value" in reading) profiles.push(reading.value);
    else issues.push(...below(index, reading.issues));
  });
  return issues.length > 0 ? { issues } : { value: profiles };
}
