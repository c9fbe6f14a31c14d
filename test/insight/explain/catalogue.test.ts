import { describe, expect, it } from "vitest";
import { evaluate, type EvaluateInput, planTopup, type Reason } from "../../../src/index.js";
import type { Catalogue } from "../../../src/insight/explain/catalogue.js";
import { english } from "../../../src/insight/explain/english.js";
import { explain } from "../../../src/insight/explain/explain.js";
import { GUARDS, OUTCOMES, REASONS } from "../../../src/model/decision.js";
import { dollars, held, heldAccount, owed, past, scheduled } from "../../support/build.js";
import { faults, messages } from "../../support/faults.js";

/** As much German as these tests need. */
const german: Catalogue = {
  ...english,
  verdicts: {
    ...english.verdicts,
    notDue: ({ because }) => `Nicht fällig: ${because}.`,
    blocked: ({ because }) => `Gesperrt: ${because}.`,
  },
  reasons: {
    ...english.reasons,
    thresholdNotReached: ({ comparison }) =>
      `Guthaben ${comparison?.effective}, ${comparison?.standing?.gap} über der Schwelle von ${comparison?.standing?.threshold}`,
    topupInFlight: ({ count }) => (count?.number === 1 ? "eine Aufladung ist unterwegs" : `${count?.text} Aufladungen sind unterwegs`),
  },
  next: ({ at }) => (at === null ? "" : `Wieder möglich am ${at}.`),
};

describe("a catalogue of another language", () => {
  it("is spoken in, with values that are formatted for the locale", () => {
    const account = heldAccount({ timeZone: "Europe/Berlin", wallets: [dollars({ balance: "1234.5" })] });
    expect(explain(evaluate(held({}, account)), { account, locale: "de", catalogue: german, detail: "reason" })).toBe(
      "Nicht fällig: Guthaben 1.234,50 USD, 1.224,50 USD über der Schwelle von 10,00 USD.",
    );
  });

  it.each([
    [1, "Gesperrt: eine Aufladung ist unterwegs."],
    [2, "Gesperrt: 2 Aufladungen sind unterwegs."],
  ])("chooses a plural by the number: %d", (count, text) => {
    const topups = [past({ walletId: "w1", status: "pending" }), past({ id: "t2", walletId: "w1", status: "pending" })].slice(0, count);
    expect(explain(evaluate(held({ inFlight: "block" }, { topups })), { catalogue: german, detail: "reason" })).toBe(text);
  });

  it("may break a line as it likes: what is told stays on one", () => {
    const catalogue = { ...english, verdicts: { ...english.verdicts, due: () => "Due:\n\tyes\u2028indeed\r\n." } };
    expect(explain(evaluate(held()), { catalogue, detail: "reason" })).toBe("Due: yes indeed .");
  });

  it("is asked only for what is told", () => {
    const silent = (): never => {
      throw new Error("is not told");
    };
    const catalogue = { ...english, comparison: silent, notJudged: silent, charge: silent, after: silent, toDo: silent, decided: silent };
    expect(explain(planTopup(held()), { catalogue, detail: "reason" })).toMatch(/^Due: /);
  });

  it("leaves out what it has no words for", () => {
    expect(explain(evaluate(held()), { catalogue: { ...english, decided: () => "", wouldCharge: () => "" } })).toMatch(
      /threshold of 10\.$/,
    );
  });

  it("is left alone", () => {
    const calls: unknown[] = [];
    const decided: Catalogue["decided"] = function (this: unknown, facts) {
      calls.push(this, facts);
      return "";
    };
    explain(evaluate(held()), { catalogue: Object.freeze({ ...english, decided }) });
    expect(calls).toEqual([undefined, { at: "Jun 1, 2026, 09:00 UTC", account: '"a1"', profile: '"p1"', asOf: null }]);
  });
});

describe("a catalogue is told", () => {
  const heard = <Which extends Reason>(reason: Which, question: EvaluateInput): unknown => {
    const facts: unknown[] = [];
    const listening = (each: unknown): string => String(facts.push(each));
    explain(evaluate(question), { catalogue: { ...english, reasons: { ...english.reasons, [reason]: listening } }, detail: "reason" });
    return facts[0];
  };

  it("the next date of a schedule", () => {
    expect(heard("scheduleReached", scheduled())).toEqual({ occurrence: "Jun 1, 2026, 09:00 UTC", next: "Jul 1, 2026, 09:00 UTC" });
  });

  it("nothing of a profile that is switched off", () => {
    expect(heard("profileDisabled", held({ enabled: false }))).toEqual({});
  });

  it("which limit is unlimited", () => {
    expect(heard("unlimited", owed({}, { limits: { credit: null } }))).toEqual({ limitOf: "threshold" });
    const topup = { mode: "toPercentOfLimit", value: "50", basis: "outstanding", referenceLimit: "credit" } as const;
    expect(heard("unlimited", scheduled({ topup }, { limits: { credit: null } }))).toEqual({ limitOf: "amount" });
  });
});

describe("a catalogue has a message for each", () => {
  it("outcome, reason and guard", () => {
    expect(Object.keys(english.verdicts).sort()).toEqual([...OUTCOMES].sort());
    expect(Object.keys(english.reasons).sort()).toEqual([...REASONS].sort());
    expect(Object.keys(english.guards).sort()).toEqual([...GUARDS].sort());
  });
});

describe("a catalogue that is at fault", () => {
  const told =
    (catalogue: unknown): (() => string) =>
    () =>
      explain(planTopup(held()), { catalogue: catalogue as Catalogue });
  const { cooldown: _, ...without } = english.reasons;

  it.each([
    ["no object", 5, ["catalogue: invalid_type"]],
    ["a list", [], ["catalogue: invalid_type"]],
    ["a class instance", new (class Words {})(), ["catalogue: invalid_type"]],
    ["a message that is none", { ...english, next: "soon" }, ["catalogue.next: invalid_type"]],
    ["a group that is none", { ...english, guards: null }, ["catalogue.guards: invalid_type"]],
    ["a message that is missing", { ...english, reasons: without }, ["catalogue.reasons.cooldown: required"]],
    ["a group that is missing", { ...english, actions: undefined }, ["catalogue.actions: required"]],
    ["a message too many", { ...english, guards: { ...english.guards, mood: () => "" } }, ["catalogue.guards.mood: unknown_key"]],
    ["a group too many", { ...english, jokes: {} }, ["catalogue.jokes: unknown_key"]],
    ["a forbidden key", JSON.parse('{"__proto__":{}}') as object, 19],
    [
      "an accessor that throws",
      {
        ...english,
        get next() {
          throw new Error("no");
        },
      },
      ["catalogue: not_plain_data"],
    ],
    ["a message that gives no text", { ...english, decided: () => 5 }, ["catalogue.decided: invalid_type"]],
    [
      "a message that gives nothing",
      { ...english, verdicts: { ...english.verdicts, due: () => undefined } },
      ["catalogue.verdicts.due: invalid_type"],
    ],
    ["a message that gives a promise", { ...english, charge: () => Promise.resolve("") }, ["catalogue.charge: invalid_type"]],
    [
      "a message that throws",
      {
        ...english,
        toDo: () => {
          throw new Error("no");
        },
      },
      ["catalogue.toDo: invalid_value"],
    ],
  ])("%s", (_, catalogue, expected) => {
    const found = faults(told(catalogue));
    if (typeof expected === "number") expect(found).toContain("catalogue.__proto__: forbidden_key");
    else expect(found).toEqual(expected);
  });

  it("is told in words", () => {
    const words = (catalogue: object): string[] => messages(told({ ...english, ...catalogue }));
    const silent = (): never => {
      throw new Error("no");
    };
    expect(words({ next: "soon" })).toEqual(["catalogue.next: must be a function that gives text"]);
    expect(words({ decided: () => 5 })).toEqual(["catalogue.decided: must give text"]);
    expect(words({ toDo: silent })).toEqual(["catalogue.toDo: must not throw"]);
  });
});
