import { describe, expect, it } from "vitest";
import { type CompareInput, compareProfiles, simulate, type SimulateInput } from "../../src/index.js";
import { comparisons } from "../insight/comparison/drawn.js";
import { holds } from "./support/law.js";

const alone = ({ profiles: _, ...scenario }: CompareInput, profile: CompareInput["profiles"][number]) =>
  simulate({ ...scenario, profile } as SimulateInput);

const charges = (input: CompareInput, profile: CompareInput["profiles"][number]): string[] =>
  [...alone(input, profile).steps].flatMap(({ at, attempted }) => (attempted === null ? [] : [`${at} ${attempted.charge}`]));

describe("profiles compared", () => {
  it("come to what each comes to alone, and differ nowhere exactly where they charge alike", () => {
    let [alike, apart] = [0, 0];
    holds(
      comparisons,
      (input) => {
        const { summaries, differences } = compareProfiles(input);
        expect(summaries).toEqual(input.profiles.map((profile) => alone(input, profile).summary()));
        const courses = new Map(input.profiles.map((profile) => [profile.id, charges(input, profile)]));
        for (const { profileIds, at, charges: told } of differences) {
          const [one, other] = profileIds.map((id) => courses.get(id) ?? []) as [string[], string[]];
          if (at === null) {
            expect(one).toEqual(other);
            expect(told).toEqual([null, null]);
            alike += 1;
            continue;
          }
          const before = (course: string[]): string[] => course.filter((each) => each < at);
          expect(before(one)).toEqual(before(other));
          const then = [one, other].map((course) => course.find((each) => each.startsWith(at))?.split(" ")[1] ?? null);
          expect(told).toEqual(then);
          expect(told[0]).not.toBe(told[1]);
          apart += 1;
        }
        return differences.some(({ at }) => at !== null);
      },
      { runs: 30, exercised: 4, costly: true },
    );
    if (process.env.TZ === "UTC") expect(alike).toBeGreaterThan(4);
    if (process.env.TZ === "UTC") expect(apart).toBeGreaterThan(0);
  });

  it("the other way round are the same, the other way round", () => {
    holds(
      comparisons,
      (input) => {
        const { summaries, differences } = compareProfiles(input);
        const swapped = compareProfiles({ ...input, profiles: [...input.profiles].reverse() });
        expect([...swapped.summaries].reverse()).toEqual(summaries);
        const key = ({ profileIds }: { readonly profileIds: readonly string[] }): string => [...profileIds].sort().join();
        const back = new Map(swapped.differences.map((each) => [key(each), each]));
        for (const each of differences) {
          const { profileIds, at, charges: told } = back.get(key(each)) ?? each;
          expect({ profileIds: [...profileIds].reverse(), at, charges: [...told].reverse() }).toEqual({ ...each });
        }
        expect(back.size).toBe(differences.length);
        return differences.some(({ at }) => at !== null);
      },
      { runs: 20, exercised: 2, costly: true },
    );
  });
});
