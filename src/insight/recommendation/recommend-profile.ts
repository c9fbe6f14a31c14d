import { canonical, ceilTo, type Decimal, decimal, floorTo, ONE } from "../../base/decimal.js";
import { type InputIssue, InvalidInputError } from "../../base/errors.js";
import { amount } from "../../base/fields.js";
import type { Instant } from "../../base/instant.js";
import { readKeys, type Reading } from "../../base/parser.js";
import { made, optional } from "../../base/schema.js";
import { overrideOf } from "../../engine/figures.js";
import { findTarget } from "../../engine/target.js";
import { basisOf, type Profile, profileParser } from "../../model/profile.js";
import { play } from "../simulation/play.js";
import { readDecimal } from "../simulation/read-decimal.js";
import { consistent, type Scenario, scenarioReaders } from "../simulation/read-scenario.js";
import { standingOf } from "../simulation/standing.js";
import { summaryOf } from "../simulation/tally.js";
import type { RanDry, Recommendation, RecommendInput } from "./recommendation.js";
import { type Choice, neighbours, type Range, sought } from "./search.js";
import { usedUpOf } from "./used-up.js";

/**
 * Looks for a threshold and an amount with a small sum that would never have run dry: that leave funds at every
 * instant of the scenario, with little money held in advance. Each candidate is played by `simulate`, so payment
 * delays, declines, caps and cooldowns count. With one step less of either, the profile runs dry. Where `exact`,
 * all pairs with a smaller sum were played, and none does; a larger `step` makes that easier. Otherwise a smaller
 * sum may exist, and where none was found, that is no proof. It ends after some three thousand simulations, with
 * what it has.
 *
 * @param input the profile to fill in, the scenario as for `simulate`, and the step
 * @returns the values and the evidence, or that none were found
 * @throws InvalidInputError with one issue per fault, paths relative to `input`
 *
 * @example
 * ```ts
 * import { recommendProfile } from "auto-topup";
 *
 * const recommendation = recommendProfile({
 *   profile: {
 *     id: "p1",
 *     trigger: { basis: "balance", type: "absoluteAmount", value: "0" },
 *     topup: { mode: "fixedAmount", value: "1" },
 *   },
 *   account: { id: "a1", currency: "USD", wallets: [{ id: "w1", unit: "USD", balance: "60" }] },
 *   timeline: [{ type: "usageRate", amount: "12", per: { value: 1, unit: "day" } }],
 *   from: "2026-06-01T00:00:00Z",
 *   to: "2026-07-01T00:00:00Z",
 *   evaluateOn: { dailyAt: "02:00" },
 *   payments: { settleAfter: { value: 1, unit: "day" } },
 *   step: "5",
 * });
 * recommendation.found && recommendation.threshold; //=> "25"
 * recommendation.found && recommendation.amount; //=> "15"
 * recommendation.exact; //=> true
 * recommendation.found && recommendation.lowerThreshold?.firstWithoutFundsAt; //=> "2026-06-06T00:00:00.000Z"
 * ```
 */
export function recommendProfile(input: RecommendInput): Recommendation {
  const { profile, step, maxThreshold, maxAmount, ...scenario } = consistent(
    readKeys<Scenario & Asked>(input, {
      profile: profileParser.read,
      step: readPositive,
      maxThreshold: readPositive,
      maxAmount: readPositive,
      ...scenarioReaders,
    }),
  );
  const quantum = step ?? ONE;
  const faults = [...templateFaults(profile), ...overrideFaults(profile, scenario), ...rangeFaults(quantum, maxAmount)];
  if (faults.length > 0) throw new InvalidInputError(faults);
  const enough = ceilTo(usedUpOf(profile, scenario).plus(quantum), quantum);
  const upTo = (given: Decimal | null): Decimal => floorTo(given ?? (enough.lessThan(LARGEST) ? enough : LARGEST), quantum);
  return search(profile, scenario, { step: quantum, maxThreshold: upTo(maxThreshold), maxAmount: upTo(maxAmount) });
}

/** A profile takes no larger whole amount. */
const LARGEST = /* @__PURE__ */ decimal("99999999999999999999");

interface Asked {
  readonly profile: Profile;
  readonly step: Decimal | null;
  readonly maxThreshold: Decimal | null;
  readonly maxAmount: Decimal | null;
}

const positiveSchema = /* @__PURE__ */ made(() => optional(amount({ above: "0" })));

function readPositive(value: unknown): Reading<Decimal | null> {
  return readDecimal(positiveSchema, value);
}

function templateFaults({ trigger, topup }: Profile): InputIssue[] {
  const faults: InputIssue[] = [];
  if (trigger.basis === "schedule" || trigger.type !== "absoluteAmount") {
    faults.push({ path: ["profile", "trigger"], code: "conflict", message: "must be by absoluteAmount: its value is looked for" });
  }
  for (const key of ["min", "max", "step"] as const) {
    if (topup[key] !== null)
      faults.push({ path: ["profile", "topup", key], code: "conflict", message: "would change the amount that is looked for" });
  }
  if (topup.mode !== "fixedAmount") {
    faults.push({ path: ["profile", "topup", "mode"], code: "conflict", message: "must be fixedAmount: its value is looked for" });
  }
  return faults;
}

/** What replaces the amount leaves nothing to look for. */
function overrideFaults(profile: Profile, { account }: Scenario): InputIssue[] {
  const target = findTarget(profile, account);
  if (target.kind === "none" || overrideOf(account, target) === null) return [];
  return [{ path: ["account", "autoTopupAmount"], code: "conflict", message: "replaces the amount that is looked for" }];
}

function rangeFaults(step: Decimal, maxAmount: Decimal | null): InputIssue[] {
  return maxAmount?.lessThan(step) ? [{ path: ["maxAmount"], code: "conflict", message: "must not be less than step" }] : [];
}

function search(template: Profile, scenario: Scenario, range: Range): Recommendation {
  let simulations = 0;
  let closest: RanDry | null = null;
  const known = new Map<string, Instant | null>();
  const dryAt = (choice: Choice): Instant | null => {
    const key = `${canonical(choice.threshold)} ${canonical(choice.amount)}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    simulations += 1;
    const at = firstDryAt(filledIn(template, choice), scenario);
    known.set(key, at);
    if (at !== null && (closest === null || at > closest.firstWithoutFundsAt)) closest = ranDry(choice, at);
    return at;
  };

  if (!canTell(template, scenario)) return { found: false, reason: "cannotTell", exact: false, closest, simulations };
  const most = { threshold: range.maxThreshold, amount: range.maxAmount };
  if (dryAt(most) === scenario.from) {
    return { found: false, reason: "dryAtStart", exact: true, closest, simulations };
  }
  const { choice, exact } = sought((each) => dryAt(each) === null, range);
  if (choice === null) return { found: false, reason: "noneFound", exact, closest, simulations };

  const less = neighbours(choice, range.step).flatMap((each) => {
    const at = dryAt(each);
    return at === null ? [] : [ranDry(each, at)];
  });
  const profile = profileParser.parse(filledIn(template, choice));
  return {
    found: true,
    threshold: canonical(choice.threshold),
    amount: canonical(choice.amount),
    profile,
    summary: summaryOf(profile, scenario, play(profile, scenario)),
    lowerThreshold: less.find(({ threshold }) => threshold !== canonical(choice.threshold)) ?? null,
    smallerAmount: less.find(({ amount }) => amount !== canonical(choice.amount)) ?? null,
    exact,
    simulations,
  };
}

/** Whether there is something that can run dry. */
function canTell(profile: Profile, { account, from }: Scenario): boolean {
  const { figure, limit } = standingOf(profile, account, from);
  return figure !== null && (basisOf(profile) === "balance" || limit !== null);
}

function firstDryAt(profile: Profile, scenario: Scenario): Instant | null {
  for (const { step, reached, after } of play(profile, scenario)) {
    if (reached.withoutFunds || after.withoutFunds) return step.at;
  }
  return null;
}

function filledIn(template: Profile, { threshold, amount }: Choice): Profile {
  return {
    ...template,
    trigger: { ...template.trigger, value: canonical(threshold) } as Profile["trigger"],
    topup: { ...template.topup, value: canonical(amount) },
  };
}

function ranDry({ threshold, amount }: Choice, firstWithoutFundsAt: Instant): RanDry {
  return { threshold: canonical(threshold), amount: canonical(amount), firstWithoutFundsAt };
}
