import { describe, expect, it } from "vitest";
import { evaluate, parseAccount, planTopup } from "../../../src/index.js";
import { explain } from "../../../src/insight/explain/explain.js";
import { deepFreeze, held, heldAccount, owed } from "../../support/build.js";
import { faults, messages } from "../../support/faults.js";

const decision = evaluate(held());
const plan = planTopup(held());
const told =
  (decided: unknown, options?: unknown): (() => string) =>
  () =>
    explain(decided as never, options as never);

class Instance {
  readonly outcome = "due";
}

describe("a decision or plan that is malformed", () => {
  it.each([
    ["nothing", undefined, [": required"]],
    ["null", null, [": required"]],
    ["text", JSON.stringify(decision), [": invalid_type"]],
    ["a list", [decision], [": invalid_type"]],
    ["a class instance", new Instance(), [": not_plain_data"]],
    [
      "a proxy that throws",
      new Proxy(
        {},
        {
          get: () => {
            throw new Error("no");
          },
          getPrototypeOf: () => {
            throw new Error("no");
          },
        },
      ),
      [": not_plain_data"],
    ],
    ["another outcome", { ...decision, outcome: "maybe" }, ["outcome: invalid_value"]],
    ["another version", { ...decision, version: 2 }, ["version: invalid_value"]],
    ["an unknown reason", { ...decision, reason: "because" }, ["reason: invalid_value"]],
    ["an unknown key", { ...decision, mood: 1 }, ["mood: unknown_key"]],
    ["no checks", { ...decision, checks: undefined }, ["checks: required"]],
    ["a figure that is none", { ...decision, trigger: { ...decision.trigger, effective: "NaN" } }, ["trigger.effective: invalid_amount"]],
    [
      "a fact that is an object",
      { ...decision, checks: [{ ...decision.checks[0], facts: { enabled: {} } }] },
      ["checks.0.facts.enabled: invalid_type"],
    ],
    ["a plan's decision", { ...plan, decision: { ...decision, at: "now" } }, ["decision.at: invalid_instant"]],
    ["a plan's topup", { ...plan, topup: null }, ["topup: required"]],
    ["an action", { ...plan, actions: [{ id: "x", kind: "sendFlowers" }] }, ["actions.0.kind: invalid_value"]],
  ])("%s", (_, decided, expected) => {
    expect(faults(told(decided))).toEqual(expected);
  });

  it("with a forbidden key", () => {
    expect(faults(told(JSON.parse(JSON.stringify(decision).replace('"facts":{', '"facts":{"__proto__":1,'))))).toContain(
      "checks.0.facts.__proto__: forbidden_key",
    );
  });
});

describe("options that are malformed", () => {
  it.each([
    ["null", null, [": invalid_type"]],
    ["text", "en", [": invalid_type"]],
    ["a class instance", new Instance(), [": invalid_type"]],
    ["an unknown key", { lang: "en" }, ["lang: unknown_key"]],
    ["a forbidden key", JSON.parse('{"__proto__":1}'), ["__proto__: forbidden_key"]],
    [
      "an accessor that throws",
      {
        get locale() {
          throw new Error("no");
        },
      },
      [": not_plain_data"],
    ],
    ["no text for a locale", { locale: 5 }, ["locale: invalid_type"]],
    ["an empty locale", { locale: "" }, ["locale: invalid_locale"]],
    ["no tag", { locale: "en_GB" }, ["locale: invalid_locale"]],
    ["a tag that no runtime knows", { locale: "xx" }, ["locale: invalid_locale"]],
    ["a zone that there is not", { timeZone: "Mars/Base" }, ["timeZone: invalid_time_zone"]],
    ["an offset for a zone", { timeZone: "+01:00" }, ["timeZone: invalid_time_zone"]],
    ["another detail", { detail: "some" }, ["detail: invalid_value"]],
    ["null for the detail", { detail: null }, ["detail: invalid_value"]],
    ["an account that is malformed", { account: { id: "a1", currency: "XYZ" } }, ["account.currency: invalid_currency"]],
    ["another account", { account: heldAccount({ id: "a2" }) }, ["account.id: conflict"]],
    [
      "several faults",
      { locale: "-", timeZone: "-", detail: "-" },
      ["locale: invalid_locale", "timeZone: invalid_time_zone", "detail: invalid_value"],
    ],
  ])("%s", (_, options, expected) => {
    expect(faults(told(decision, options))).toEqual(expected);
  });

  it("says which account is the decision's", () => {
    expect(messages(told(decision, { account: heldAccount({ id: "a2" }) }))).toEqual(['account.id: must be the decision\'s: "a1"']);
  });
});

it("null for an option is the same as leaving it out", () => {
  expect(explain(plan, { locale: null, account: null, timeZone: null, catalogue: null, detail: undefined })).toBe(explain(plan));
});

it("an account is taken parsed or as written", () => {
  const { profile, account, at } = owed();
  const found = evaluate({ profile, account, at });
  expect(explain(found, { account: parseAccount(account) })).toBe(explain(found, { account }));
});

it("nothing that is given is changed", () => {
  const question = deepFreeze(held());
  expect(explain(deepFreeze(planTopup(question)), deepFreeze({ account: question.account }))).toContain("USD 4.00");
});
