import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  accountJsonSchema,
  applyPlan,
  decisionJsonSchema,
  evaluate,
  parseAccount,
  parseProfile,
  planJsonSchema,
  planTopup,
  profileJsonSchema,
} from "../../src/index.js";
import { accountSamples, profileSamples, replaced } from "./support/fields.js";
import { holds } from "./support/law.js";
import { isWithinReach, openSituations, rawSituations } from "./support/situations.js";

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
const schemas = { profile: profileJsonSchema(), account: accountJsonSchema(), decision: decisionJsonSchema(), plan: planJsonSchema() };
const validate = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)])) as Record<
  keyof typeof schemas,
  ValidateFunction
>;

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function isValid(name: keyof typeof schemas, value: unknown): void {
  const valid = validate[name](throughJson(value));
  expect({ name, valid, errors: validate[name].errors }).toEqual({ name, valid: true, errors: null });
}

describe("the JSON Schemas admit whatever the library takes and gives", () => {
  it("every valid profile and account, as a caller writes it and as parsed", () => {
    holds(
      rawSituations,
      ({ profile, account }) => {
        isValid("profile", profile);
        isValid("account", account);
        isValid("profile", parseProfile(profile));
        isValid("account", parseAccount(account));
        return true;
      },
      { runs: 200, exercised: 200 },
    );
  });

  it("every decision and every plan", () => {
    holds(
      fc.oneof(rawSituations, openSituations),
      (situation) => {
        const plan = planTopup(situation);
        isValid("decision", plan.decision);
        isValid("decision", evaluate(situation));
        isValid("plan", plan);
        return plan.outcome === "topup";
      },
      { runs: 250, exercised: 40 },
    );
  });

  it("every account that a plan was applied to", () => {
    holds(
      openSituations,
      (situation) => {
        const plan = planTopup(situation);
        if (plan.outcome === "none" || !isWithinReach(situation, plan)) return false;
        isValid("account", applyPlan(situation.account, plan, { id: "~next", status: "paid" }));
        return true;
      },
      { runs: 100, exercised: 24 },
    );
  });

  it("and they refuse an unknown key, a wrong type and a missing field, where the library does", () => {
    const junk = [{ a: 1 }, ["x"], true, "nonsense \uD800", -1.5];
    let refused = 0;
    let both = 0;
    for (const [name, samples, parse] of [
      ["profile", profileSamples, parseProfile],
      ["account", accountSamples, parseAccount],
    ] as const) {
      for (const { input, fields } of samples) {
        for (const { path } of fields) {
          for (const value of junk) {
            const faulty = replaced<object>(input, path, value);
            const taken = isTaken(() => parse(faulty as never));
            const admitted = validate[name](throughJson(faulty));
            if (taken) expect({ path, value, admitted }).toEqual({ path, value, admitted: true });
            if (!taken) refused += 1;
            if (!taken && !admitted) both += 1;
          }
          const extra = replaced<object>(input, [...path.slice(0, -1), "colldown"], 1);
          if (!isTaken(() => parse(extra as never)) && !path.includes("limits") && !path.includes("metadata")) {
            expect({ path, admitted: validate[name](extra) }).toEqual({ path, admitted: false });
          }
        }
      }
    }
    // What a schema cannot say, such as which texts are a time zone, is left to the library.
    expect(both / refused).toBeGreaterThan(0.9);
  });
});

function isTaken(call: () => unknown): boolean {
  try {
    call();
    return true;
  } catch {
    return false;
  }
}
