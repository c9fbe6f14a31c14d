import { parseProfile, type Plan, type Profile, type Topup } from "auto-topup";
import { why } from "../nightly-run/why.js";
import type { Request, Shown } from "./shown.js";

export function textOf({ system, cameIn, profile, plan, requests }: Shown): string {
  return [
    system,
    field("came in", cameIn),
    ...decided(plan, parseProfile(profile)),
    ...(requests.length === 0 ? [field("request", "none")] : requests.map((request) => field("request", sent(request)))),
  ].join("\n");
}

function decided(plan: Plan, profile: Profile): string[] {
  const { outcome, reason, trigger } = plan.decision;
  const decision = `${outcome}, ${reason}`;
  if (plan.outcome === "topup") return [field("decision", `${decision}: ${why(plan, profile)}`), field("top-up", bought(plan.topup))];
  const figures = trigger === null ? "" : `: ${trigger.basis} ${trigger.effective}, threshold ${trigger.threshold}`;
  return [field("decision", `${decision}${figures}`)];
}

function bought({ basis, unit, credit, charge, currency, after }: Topup): string {
  const what = unit === currency ? `${charge} ${currency}` : `${credit} ${unit} for ${charge} ${currency}`;
  return after.effective === null ? what : `${what}, brings ${basis} to ${after.effective}`;
}

function sent({ method, path, headers, body }: Request): string {
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${path}`, ...head, JSON.stringify(body, null, 2)].join("\n");
}

const WIDTH = 10;

/** A name and what belongs to it, its further lines below its first. */
function field(name: string, text: string): string {
  return `  ${name.padEnd(WIDTH)}${text.replaceAll("\n", `\n${" ".repeat(WIDTH + 2)}`)}`;
}
