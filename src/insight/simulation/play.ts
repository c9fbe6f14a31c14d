import { canonical, type Decimal } from "../../base/decimal.js";
import { fromMs, type Instant, toMs } from "../../base/instant.js";
import { planFor } from "../../engine/plan.js";
import type { Plan } from "../../model/plan.js";
import type { Profile } from "../../model/profile.js";
import { evaluations, type Happening, happenings, type Stream } from "./agenda.js";
import type { Scenario } from "./read-scenario.js";
import { figuresOf, type Standing, standingOf } from "./standing.js";
import type { SettledTopup, SimulationStep } from "./step.js";
import { advance, carryOut, forget, nextChange, type World, worldAtStart } from "./world.js";

/** A step as it was played, with what only the summary needs. */
export interface Played {
  readonly step: SimulationStep;
  readonly reached: Standing;
  readonly after: Standing;
  /** What was in lots of each wallet that expired. */
  readonly expired: ReadonlyMap<string, Decimal>;
}

/** Plays a profile against a scenario, instant by instant. What has been played is not kept. */
export function* play(profile: Profile, scenario: Scenario): Generator<Played, undefined> {
  const end = toMs(scenario.to);
  const coming = happenings(scenario);
  const asking = evaluations(scenario.evaluateOn, scenario);
  let world = worldAtStart(scenario);
  let figures = figuresOf(standingOf(profile, world.books.account, scenario.from), world.books.account, scenario.from);

  for (let ms = toMs(scenario.from); ms < end;) {
    const at = fromMs(ms) as Instant;
    const before = figures; // as it stood: what begins or ends at this instant has not yet
    const now = happeningsUntil(coming, ms);
    const { settled, expired, ...advanced } = advance(world, at, now, scenario);
    const reached = standingOf(profile, advanced.world.books.account, at);

    const isAsked = isDue(asking, ms) || scenario.evaluateOn === "event";
    const plan = isAsked ? planFor({ profile, account: advanced.world.books.account, at }) : null;
    const { world: next, attempted } = carriedOut(advanced.world, plan, profile, scenario);
    const standing = attempted === null ? reached : standingOf(profile, next.books.account, at);
    figures = figuresOf(standing, next.books.account, at);

    yield {
      step: {
        at,
        events: now.map(({ event }) => event),
        settled,
        before,
        reached: reached.figure && canonical(reached.figure),
        after: figures,
        threshold: standing.threshold && canonical(standing.threshold),
        limit: standing.limit && canonical(standing.limit),
        decision: plan?.decision ?? null,
        plan,
        attempted,
      },
      reached,
      after: standing,
      expired,
    };
    world = forget(next, profile, at);
    ms = Math.min(coming.next, asking.next, nextChange(world, at));
  }
  return undefined;
}

function carriedOut(
  world: World,
  plan: Plan | null,
  { settlement }: Profile,
  scenario: Scenario,
): { world: World; attempted: SettledTopup | null } {
  if (plan?.outcome !== "topup") return { world, attempted: null };
  return carryOut(world, plan, settlement.kind !== "grant", scenario);
}

/** All that happens by now, in the order of the timeline. */
function happeningsUntil(coming: Stream<Happening>, ms: number): Happening[] {
  const now: Happening[] = [];
  while (coming.next <= ms) now.push(coming.take());
  return now.sort((a, b) => a.index - b.index);
}

function isDue(asking: Stream<number>, ms: number): boolean {
  const due = asking.next <= ms;
  while (asking.next <= ms) asking.take();
  return due;
}
