import {
  createSafeProfile,
  deleteSafeProfile,
  listSafeProfiles,
  safeCollection,
  type SafeCollection,
  type SafeCollectionItem,
  type SafeFilters,
  updateSafeProfile,
} from "auto-topup/safe";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faults, issues } from "../../support/faults.js";
import { pathsOf, safeProfile } from "./build.js";

const { id: _, ...draft } = safeProfile({ colour: "green" });
const MONDAY = "2025-06-16T09:00:00.000Z";
const TUESDAY = "2025-06-17T09:00:00.000Z";
const WEDNESDAY = "2025-06-18T09:00:00.000Z";

function item(id: string | number, createdAt: string, updatedAt: string = createdAt): SafeCollectionItem {
  return { profile: safeProfile({ id }), createdAt, updatedAt };
}

/** 2 and 10 of Monday, 9 of Tuesday; 2 was changed on Wednesday. */
const three = safeCollection([item("10", MONDAY), item(9, TUESDAY), item("2", MONDAY, WEDNESDAY)]);

function idsOf(collection: SafeCollection, filters?: SafeFilters): unknown[] {
  return listSafeProfiles(collection, filters).map(({ profile }) => profile.id);
}

describe("listSafeProfiles", () => {
  it.each<[SafeFilters | undefined, unknown[]]>([
    [undefined, ["2", 9, "10"]],
    [{}, ["2", 9, "10"]],
    [{ idAfter: 2 }, [9, "10"]],
    [{ idAfter: "9" }, ["10"]],
    [{ idAfter: 8 }, [9, "10"]],
    [{ idAfter: 10 }, []],
    [{ idAfter: "10" }, []],
    [{ createdSince: TUESDAY }, [9]],
    [{ createdSince: "2025-06-17T09:00:00.001Z" }, []],
    [{ createdSince: "2025-06-17T10:00:00+01:00" }, [9]],
    [{ updatedSince: TUESDAY }, ["2", 9]],
    [{ updatedSince: new Date(WEDNESDAY) }, ["2"]],
    [{ updatedSince: "2025-06-18T09:00:00.001Z" }, []],
    [{ idAfter: 2, updatedSince: TUESDAY }, [9]],
    [{ idAfter: null, createdSince: null, updatedSince: undefined }, ["2", 9, "10"]],
  ])("filters by number, creation and update: %j", (filters, ids) => {
    expect(idsOf(three, filters)).toEqual(ids);
  });

  it.each([
    [{ idAfter: "x" }, ["idAfter"]],
    [{ idAfter: 1.5 }, ["idAfter"]],
    [{ idAfter: -1 }, ["idAfter"]],
    [{ idAfter: ["2"] }, ["idAfter"]],
    [{ createdSince: "2025-06-17" }, ["createdSince"]],
    [{ updatedSince: 1 }, ["updatedSince"]],
    [{ since: TUESDAY }, ["since"]],
    [null, []],
  ])("names the faulty filter: %j", (filters, path) => {
    expect(pathsOf(() => listSafeProfiles(three, filters as never))).toEqual([path]);
  });

  it("is in the order of the ids, whatever that of the collection", () => {
    const [first, second, third] = three.items as [SafeCollectionItem, SafeCollectionItem, SafeCollectionItem];
    expect(idsOf({ items: [third, first, second], nextID: 11 })).toEqual(["2", 9, "10"]);
    expect(idsOf({ items: [second, third, first], nextID: 11 }, { idAfter: 2 })).toEqual([9, "10"]);
  });

  it("pages through all, however many are taken at once", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(500), { maxLength: 20 }), fc.integer({ min: 1, max: 5 }), (ids, size) => {
        const collection = safeCollection(ids.map((id) => item(id, MONDAY)));
        const seen: number[] = [];
        for (let last: number | undefined; ; last = seen.at(-1)) {
          const page = listSafeProfiles(collection, { idAfter: last }).slice(0, size);
          if (page.length === 0) break;
          seen.push(...page.map(({ profile }) => Number(profile.id)));
        }
        expect(seen).toEqual([...ids].sort((a, b) => a - b));
      }),
      { numRuns: 40 },
    );
  });
});

describe("createSafeProfile", () => {
  it("gives the next id, the stamps, and the document as it came", () => {
    const { collection, item: created } = createSafeProfile(three, draft, { at: "2025-06-18T10:00:00+01:00" });
    expect(created).toStrictEqual({ profile: { ...draft, id: "11" }, createdAt: WEDNESDAY, updatedAt: WEDNESDAY });
    expect(idsOf(collection)).toEqual(["2", 9, "10", "11"]);
    expect(collection.nextID).toBe(12);
    expect(three.items).toHaveLength(3);
  });

  it("keeps an id that is free, and goes on after it", () => {
    const { collection, item: created } = createSafeProfile(three, { ...draft, id: 40 }, { at: MONDAY });
    expect(created.profile.id).toBe(40);
    expect(collection.nextID).toBe(41);
    expect(createSafeProfile(three, { ...draft, id: 3 }, { at: MONDAY }).collection.nextID).toBe(11);
  });

  it.each([[null], [undefined]])("refuses a collection whose items are %s: it is not known to be empty", (items) => {
    expect(faults(() => createSafeProfile({ items, nextID: 3 } as never, draft, { at: MONDAY }))).toEqual(["items: required"]);
  });

  it.each([
    ["a taken id, however written", { ...draft, id: 2 }, ["id"]],
    ["a faulty field", { ...draft, topupValue: "much" }, ["topupValue"]],
    ["no document", null, []],
  ])("refuses %s", (_title, profile, path) => {
    expect(pathsOf(() => createSafeProfile(three, profile as never, { at: MONDAY }))).toEqual([path]);
  });

  it("says which id is taken", () => {
    expect(issues(() => createSafeProfile(three, { ...draft, id: 2 }, { at: MONDAY }))).toEqual([
      { path: ["id"], code: "duplicate_id", message: "repeats the id 2" },
    ]);
  });

  it("says that an instant is missing where there is none, even where there is no moment", () => {
    for (const moment of [undefined, null, {}]) {
      expect(faults(() => createSafeProfile(three, draft, moment as never))).toEqual(["at: required"]);
    }
  });

  it.each([[{ at: "Monday" }], [{}], [null]])("needs an instant: %j", (moment) => {
    expect(pathsOf(() => createSafeProfile(three, draft, moment as never))).toEqual([["at"]]);
    expect(pathsOf(() => updateSafeProfile(three, 2, {}, moment as never))).toEqual([["at"]]);
  });

  it("refuses an id that lists cannot go on after", () => {
    expect(pathsOf(() => createSafeProfile(three, { ...draft, id: "twelve" }, { at: MONDAY }))).toEqual([["id"]]);
  });
});

describe("updateSafeProfile", () => {
  it("changes the fields named and no others", () => {
    const { collection, item: updated } = updateSafeProfile(
      three,
      "9",
      { enabled: "No", topupValue: 75, note: "x", name: undefined },
      { at: WEDNESDAY },
    );
    expect(updated).toStrictEqual({
      profile: { ...safeProfile({ id: 9 }), enabled: "No", topupValue: 75, note: "x" },
      createdAt: TUESDAY,
      updatedAt: WEDNESDAY,
    });
    expect(idsOf(collection, { updatedSince: WEDNESDAY })).toEqual(["2", 9]);
    expect(three.items[1]?.profile.enabled).toBe("Yes");
  });

  it("leaves a field as it is whose change is undefined", () => {
    const { item: updated } = updateSafeProfile(three, 9, { topupValue: undefined, enabled: undefined } as never, { at: WEDNESDAY });
    expect(updated.profile).toStrictEqual(safeProfile({ id: 9 }));
  });

  it("says which change of the id or in time it refuses", () => {
    expect(issues(() => updateSafeProfile(three, 9, { id: 3 }, { at: MONDAY }))).toEqual([
      { path: ["id"], code: "conflict", message: "must stay as it is" },
      { path: ["at"], code: "conflict", message: "must not be before the last update" },
    ]);
  });

  it("empties an optional field with null, and refuses to empty a needed one", () => {
    const { collection } = updateSafeProfile(three, 9, { minDaysBetweenTopups: 3 }, { at: WEDNESDAY });
    expect(
      updateSafeProfile(collection, 9, { minDaysBetweenTopups: null }, { at: WEDNESDAY }).item.profile.minDaysBetweenTopups,
    ).toBeNull();
    expect(pathsOf(() => updateSafeProfile(three, 9, { referenceLimit: null } as never, { at: WEDNESDAY }))).toEqual([["referenceLimit"]]);
  });

  it.each([
    ["another id", 9, { id: 3 }, WEDNESDAY, [["id"]]],
    ["an id that is not there", 3, {}, WEDNESDAY, [["id"]]],
    ["an id that is none", Object.create(null), {}, WEDNESDAY, [["id"]]],
    ["a faulty field", 9, { autoCollect: "maybe" }, WEDNESDAY, [["autoCollect"]]],
    ["a field that no longer goes with another", 9, { topupValue: 0 }, WEDNESDAY, [["topupValue"]]],
    ["going back in time", 9, {}, MONDAY, [["at"]]],
    ["no object", 9, "enabled", WEDNESDAY, [[]]],
  ])("refuses %s", (_title, id, changes, at, paths) => {
    expect(pathsOf(() => updateSafeProfile(three, id as never, changes as never, { at }))).toEqual(paths);
  });

  it("may name the id as it is, in either spelling", () => {
    expect(updateSafeProfile(three, 9, { id: "9" }, { at: WEDNESDAY }).item.profile.id).toBe("9");
  });

  it("is the same at once as one after the other", () => {
    const fields = fc.record(
      { topupValue: fc.integer({ min: 1, max: 99 }), name: fc.string(), enabled: fc.boolean() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fields, fields, (a, b) => {
        const at = { at: WEDNESDAY };
        const once = updateSafeProfile(three, 9, { ...a, ...b }, at).collection;
        const twice = updateSafeProfile(updateSafeProfile(three, 9, a, at).collection, 9, b, at).collection;
        expect(once).toEqual(twice);
      }),
      { numRuns: 40 },
    );
  });
});

describe("deleteSafeProfile", () => {
  it("takes the profile out, and does not give its id again", () => {
    const fewer = deleteSafeProfile(three, 10);
    expect(idsOf(fewer)).toEqual(["2", 9]);
    expect(createSafeProfile(fewer, draft, { at: MONDAY }).item.profile.id).toBe("11");
    expect(pathsOf(() => deleteSafeProfile(fewer, 10))).toEqual([["id"]]);
  });
});

describe("a collection", () => {
  it("is plain data: JSON keeps it", () => {
    const stored = JSON.parse(JSON.stringify(three)) as SafeCollection;
    expect(stored).toStrictEqual(three);
    expect(idsOf(stored)).toEqual(["2", 9, "10"]);
  });

  it.each([
    ["an id twice", [item(2, MONDAY), item("2", MONDAY)], [["items", 1, "profile", "id"]]],
    ["an id that is no number", [item("two", MONDAY)], [["items", 0, "profile", "id"]]],
    ["a zero in front", [item("02", MONDAY)], [["items", 0, "profile", "id"]]],
    ["an update before the creation", [item(2, TUESDAY, MONDAY)], [["items", 0, "updatedAt"]]],
    [
      "a faulty profile",
      [{ ...item(2, MONDAY), profile: safeProfile({ id: 2, topupValue: "-1" }) }],
      [["items", 0, "profile", "topupValue"]],
    ],
    ["no list", "items", [["items"]]],
  ])("refuses %s", (_title, items, paths) => {
    expect(pathsOf(() => safeCollection(items as never))).toEqual(paths);
  });

  it("refuses a next id that is taken", () => {
    expect(pathsOf(() => listSafeProfiles({ ...three, nextID: 10 }))).toEqual([["items", 2, "profile", "id"]]);
  });
});
