import * as fc from "fast-check";
import type { InstantInput } from "../../base/fields.js";
import type { AccountInput } from "../../model/account.js";
import type { ProfileInput } from "../../model/profile.js";
import { situation } from "./situation.js";
import { nullable, weighted } from "./weighted.js";

/** Several profiles before one account. */
export interface DrawnSelection {
  readonly profiles: readonly ProfileInput[];
  readonly account: AccountInput;
  readonly at: InstantInput;
}

// Ids in which the order by UTF-16 code units differs from that by code points and by number.
const ids = fc.shuffledSubarray(["p1", "p2", "p10", "😀", "\uFE4F"], { minLength: 5, maxLength: 5 });
const change = fc.record({
  priority: nullable(4, fc.integer({ min: -1, max: 1 })),
  customer: weighted([3, "any"], [2, "this one"], [1, "another"]),
  enabled: weighted([4, true], [1, false]),
});

/** Profiles that differ from one by what they are chosen for, and one made for another account. */
export const selection: fc.Arbitrary<DrawnSelection> = fc
  .tuple(situation, situation, ids, fc.array(change, { maxLength: 3 }))
  .map(([{ profile, account, at }, { profile: stranger }, names, changes]) => {
    const alike = changes.map(({ priority, customer, enabled }) => ({
      ...profile,
      priority,
      enabled,
      customerId: { any: null, "this one": account.id, another: "a9" }[customer],
    }));
    const profiles = [profile, ...alike, stranger].map((each, index) => ({ ...each, id: names[index] ?? each.id }));
    return { profiles, account, at };
  });
