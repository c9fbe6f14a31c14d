import { describe, expect, it } from "vitest";
import { type InputIssue, InvalidInputError } from "../../src/index.js";

const issue = (path: InputIssue["path"], message = "is wrong"): InputIssue => ({ path, code: "invalid_value", message });

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
  });

  it("names each path in its message, the whole input too", () => {
    expect(new InvalidInputError([issue(["caps", 0, "window", "rolling"]), issue([])]).message).toBe(
      "caps[0].window.rolling: is wrong; input: is wrong",
    );
  });

  it("counts what its message leaves out beyond five issues", () => {
    const five = ["a", "b", "c", "d", "e"].map((key) => issue([key], "no"));
    expect(new InvalidInputError(five).message).toBe("a: no; b: no; c: no; d: no; e: no");
    expect(new InvalidInputError([...five, issue(["f"]), issue(["g"])]).message).toBe("a: no; b: no; c: no; d: no; e: no; and 2 more");
  });
});
