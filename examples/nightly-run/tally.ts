import type { Decision, Outcome, Profile, Reason, TopupPlan } from "auto-topup";
import { Largest } from "./largest.js";
import { SumByCurrency } from "./money.js";

const TOP = 10;

/** What the night comes to. It grows with the number of reasons and currencies, never with that of accounts. */
export class Tally {
  accounts = 0;
  brokenLines = 0;
  decisions = 0;
  plans = 0;
  /** What customers are asked for. */
  readonly charged: SumByCurrency = new SumByCurrency();
  /** What is given away: grants cost the customer nothing. */
  readonly granted: SumByCurrency = new SumByCurrency();
  readonly largest: Largest;
  readonly #reasons = new Map<string, { outcome: Outcome; reason: Reason; count: number }>();

  constructor(referenceRates: Readonly<Record<string, string>>) {
    this.largest = new Largest(TOP, referenceRates);
  }

  addBroken(): void {
    this.brokenLines++;
  }

  addAccount(decisions: readonly Decision[]): void {
    this.accounts++;
    for (const { outcome, reason } of decisions) {
      this.decisions++;
      const row = this.#reasons.get(`${outcome} ${reason}`);
      if (row === undefined) this.#reasons.set(`${outcome} ${reason}`, { outcome, reason, count: 1 });
      else row.count++;
    }
  }

  addPlan(plan: TopupPlan, profile: Profile): void {
    const { charge, currency } = plan.topup;
    this.plans++;
    if (profile.settlement.kind === "grant") {
      this.granted.add(charge, currency);
    } else {
      this.charged.add(charge, currency);
      this.largest.add({ plan, profile });
    }
  }

  /** How often each reason was given: by outcome, then the most frequent first. */
  reasons(): { outcome: Outcome; reason: Reason; count: number }[] {
    return [...this.#reasons.values()].sort(
      (a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) || b.count - a.count || (a.reason < b.reason ? -1 : 1),
    );
  }
}

const OUTCOMES: readonly Outcome[] = ["due", "notDue", "blocked", "ineligible", "indeterminate"];
