import type { InputIssue } from "../../base/errors.js";
import type { Profile } from "../../model/profile.js";
import type { InvoiceSettlement } from "../../model/settlement.js";
import type { FixedAmount } from "../../model/topup-rule.js";
import type { BalanceAmountTrigger } from "../../model/trigger.js";

/** A profile that an Orb top-up can say. */
export interface OrbProfile extends Profile {
  readonly currency: string;
  readonly trigger: BalanceAmountTrigger;
  readonly topup: FixedAmount;
  readonly settlement: InvoiceSettlement;
}

type Path = readonly (string | number)[];

/** One issue for each thing that the profile says and a top-up has no field for. */
export function inexpressible(profile: Profile): InputIssue[] {
  return [...ruleFaults(profile), ...settlementFaults(profile), ...guardFaults(profile)];
}

function ruleFaults({ currency, trigger, topup }: Profile): InputIssue[] {
  return [
    ...(currency === null ? [needed(["currency"], "is required: a top-up is of one currency or pricing unit")] : []),
    ...unless(trigger.basis === "balance", ["trigger", "basis"], "must be balance"),
    ...unless(!("type" in trigger) || trigger.type === "absoluteAmount", ["trigger", "type"], "must be absoluteAmount"),
    ...unless(!("boundary" in trigger) || trigger.boundary === "inclusive", ["trigger", "boundary"], "must be inclusive"),
    ...unless(topup.mode === "fixedAmount", ["topup", "mode"], "must be fixedAmount"),
    ...unset(topup.min, ["topup", "min"]),
    ...unset(topup.max, ["topup", "max"]),
    ...unset(topup.step, ["topup", "step"]),
  ];
}

function settlementFaults({ settlement, credit, inFlight }: Profile): InputIssue[] {
  const terms = [...unset(credit?.priority ?? null, ["credit", "priority"]), ...unset(credit?.metadata ?? null, ["credit", "metadata"])];
  if (settlement.kind !== "invoice") return [...unless(false, ["settlement", "kind"], "must be invoice"), ...terms];
  const follows = settlement.requirePaid ? "block" : "net";
  const why = `must be ${follows}: an unpaid block pauses a top-up exactly where a successful payment is required`;
  return [...terms, ...unless(inFlight === follows, ["inFlight"], why)];
}

function guardFaults(profile: Profile): InputIssue[] {
  return [
    ...unless(profile.enabled, ["enabled"], "must be true: a top-up is either there or deleted"),
    ...unless(profile.priority === 0, ["priority"], "must be 0: a customer has one top-up in a currency"),
    ...unset(profile.activeUntil, ["activeUntil"]),
    ...unset(profile.inFlightExpiresAfter, ["inFlightExpiresAfter"]),
    ...unset(profile.cooldown, ["cooldown"]),
    ...unless(profile.caps.length === 0, ["caps"], NO_FIELD),
    ...unless(profile.failures === "none", ["failures"], "must be none: a top-up counts no failures"),
    ...unless(!profile.requirePaymentMethod, ["requirePaymentMethod"], NO_FIELD),
    ...unset(profile.staleAfter, ["staleAfter"]),
  ];
}

const NO_FIELD = "must be left out: an Orb top-up has no field for it";

function unset(value: unknown, path: Path): InputIssue[] {
  return unless(value === null, path, NO_FIELD);
}

function unless(holds: boolean, path: Path, message: string): InputIssue[] {
  return holds ? [] : [{ path, code: "invalid_value", message }];
}

function needed(path: Path, message: string): InputIssue {
  return { path, code: "required", message };
}
