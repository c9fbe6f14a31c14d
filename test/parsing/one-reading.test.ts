import { describe, expect, it } from "vitest";
import { parseAccount, parseProfile } from "../../src/index.js";
import { owedAccount, owedProfile } from "../support/build.js";
import { faults } from "../support/faults.js";

describe("what is read is what was checked", () => {
  const turning = <Turned extends object>(value: Turned, key: string, answers: readonly unknown[]): Turned => {
    let asked = 0;
    return Object.defineProperty({ ...value }, key, { get: () => answers[asked++] ?? answers.at(-1), enumerable: true });
  };

  it("each property is asked for once", () => {
    const asked: PropertyKey[] = [];
    const noted = (value: object): never =>
      new Proxy(value, { get: (target, key): unknown => (asked.push(key), Reflect.get(target, key)) }) as never;
    parseAccount(noted(owedAccount({ owed: noted({ outstanding: "1" }), limits: noted({ credit: "5" }) })));
    expect(asked.length).toBeGreaterThan(3);
    expect(asked).toEqual([...new Set(asked)]);
  });

  it("an accessor's later answers come too late", () => {
    expect(parseAccount(turning(owedAccount(), "limits", [{ credit: "5" }, { credit: () => 1 }])).limits).toEqual({ credit: "5" });
    expect(parseProfile(turning(owedProfile(), "enabled", [false, true])).enabled).toBe(false);
  });

  it("nothing is inherited but from the shared prototype", () => {
    const heir: unknown = Object.create(Object.assign(Object.create(null) as object, owedAccount()));
    expect(faults(() => parseAccount(heir as never))).toEqual(["id: required", "currency: required"]);
  });
});
