import { describe, expect, it } from "vitest";
import { accountJsonSchema, decisionJsonSchema, type JsonSchemaDocument, planJsonSchema, profileJsonSchema } from "../../src/index.js";

type Node = { [keyword: string]: unknown; properties: Record<string, Node>; required: string[] };

const DRAFT = "https://json-schema.org/draft/2020-12/schema";

describe("a JSON Schema", () => {
  it.each<[string, () => JsonSchemaDocument]>([
    ["profile", profileJsonSchema],
    ["account", accountJsonSchema],
    ["decision", decisionJsonSchema],
    ["plan", planJsonSchema],
  ])("of a %s is of draft 2020-12, has a title, and is plain data", (noun, schema) => {
    const document = schema();
    expect(document).toMatchObject({ $schema: DRAFT, title: `auto-topup ${noun}` });
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    expect(JSON.stringify(document)).not.toContain("x-required");
  });

  it("of a profile asks for an id, a trigger and a topup, and admits no other keys", () => {
    const document = profileJsonSchema() as Node;
    expect(document.required.sort()).toEqual(["id", "topup", "trigger"]);
    expect(document.additionalProperties).toBe(false);
    expect(Object.keys(document.properties)).toContain("inFlightExpiresAfter");
  });

  it("of an account asks for an id and a currency", () => {
    const document = accountJsonSchema() as Node;
    expect(document.required.sort()).toEqual(["currency", "id"]);
    expect(document.properties["autoTopupAmount"]).toMatchObject({ exclusiveMinimum: 0 });
  });

  it("of a decision has every key there", () => {
    const document = decisionJsonSchema() as Node;
    expect(document.required.sort()).toEqual(
      ["accountId", "at", "checks", "nextEligibleAt", "outcome", "profileId", "reason", "trigger", "version", "walletId"].sort(),
    );
  });

  it("of a plan is one of two, told apart by the outcome", () => {
    const variants = (planJsonSchema()["anyOf"] ?? planJsonSchema()["oneOf"]) as Node[];
    expect(variants.map(({ properties }) => properties["outcome"])).toEqual([
      expect.objectContaining({ enum: ["topup"] }),
      expect.objectContaining({ enum: ["none"] }),
    ]);
  });
});
