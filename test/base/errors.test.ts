import { describe, expect, it } from "vitest";
import { type InputIssue, InvalidInputError, MOST_ISSUES } from "../../src/base/errors.js";

const issue = (path: InputIssue["path"], message = "is wrong"): InputIssue => ({ path, code: "invalid_value", message });
const many = (count: number): InputIssue[] => Array.from({ length: count }, (_, index) => issue(["topups", index], "no"));
const messageOf = (issues: readonly InputIssue[]): string => new InvalidInputError(issues).message;

describe("InvalidInputError", () => {
  it("is an Error with a name, a code, and the issues", () => {
    const issues = [issue(["id"])];
    const error = new InvalidInputError(issues);
    expect(error).toBeInstanceOf(Error);
    expect({ name: error.name, code: error.code, issues: error.issues }).toEqual({
      name: "InvalidInputError",
      code: "invalid_input",
      issues,
    });
    expect(String(error)).toBe("InvalidInputError: id: is wrong");
  });

  it("names each path in its message, the whole input too", () => {
    expect(messageOf([issue(["caps", 0, "window", "rolling"]), issue([])])).toBe("caps[0].window.rolling: is wrong; input: is wrong");
  });

  it.each<[InputIssue["path"], string]>([
    [[], "input"],
    [["id"], "id"],
    [[0], "[0]"],
    [[3, "id"], "[3].id"],
    [["lots", 12], "lots[12]"],
    [["a", "b", "c"], "a.b.c"],
    [["a", 0, 1, "b"], "a[0][1].b"],
  ])("writes the path %j as %s", (path, expected) => {
    expect(messageOf([issue(path, "no")])).toBe(`${expected}: no`);
  });

  it("counts what its message leaves out beyond five issues", () => {
    const five = ["a", "b", "c", "d", "e"].map((key) => issue([key], "no"));
    expect(messageOf(five)).toBe("a: no; b: no; c: no; d: no; e: no");
    expect(messageOf([...five, issue(["f"])])).toBe("a: no; b: no; c: no; d: no; e: no; and 1 more");
    expect(messageOf([...five, issue(["f"]), issue(["g"])])).toBe("a: no; b: no; c: no; d: no; e: no; and 2 more");
  });

  it("knows no exact count from a thousand issues on, where reading ended", () => {
    expect(MOST_ISSUES).toBe(1000);
    expect(messageOf(many(999))).toMatch(/topups\[4\]: no; and 994 more$/);
    expect(messageOf(many(1000))).toMatch(/topups\[4\]: no; and at least 995 more$/);
    expect(messageOf(many(1001))).toMatch(/topups\[4\]: no; and at least 995 more$/);
  });

  it("has a thousand issues at most", () => {
    expect(new InvalidInputError(many(1000)).issues).toEqual(many(1000));
    expect(new InvalidInputError(many(1001)).issues).toEqual(many(1000));
  });
});
