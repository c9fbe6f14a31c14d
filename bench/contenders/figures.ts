import { deepStrictEqual } from "node:assert/strict";
import { type Decision, evaluate, parseAccount, parseProfile } from "auto-topup";
import type { Contender } from "../harness.js";
import type { Situation } from "../situations.js";
import { inTurn } from "./in-turn.js";
import { type Operands, operandsOf } from "./operands.js";

/** The figures that a decision shows. */
export interface Figures {
  readonly observed: string;
  readonly inFlight: string;
  readonly effective: string;
  readonly limit: string | null;
  readonly threshold: string;
  readonly distance: string;
  /** Null where no top-up is due. */
  readonly topup: { readonly credit: string; readonly charge: string; readonly fits: boolean } | null;
}

/** The minor digits of both situations' money. */
export const MINOR_DIGITS = 2;

/** A contender that comes from the operands' canonical text to the figures; to be timed, it must come to the library's. */
export function arithmetic(key: string, { profile, cases }: Situation, figures: (operands: Operands<string>) => Figures): Contender {
  const operands = checkedOperands({ profile, cases });
  for (const { given, decided } of operands) deepStrictEqual(figures(given), decided);
  return {
    key,
    run: inTurn(
      operands.map(({ given }) => given),
      figures,
    ),
  };
}

/** The operands of each case, beside what the library says of it. */
export function checkedOperands({ profile: input, cases }: Pick<Situation, "profile" | "cases">): {
  readonly given: Operands<string>;
  readonly decided: Figures;
}[] {
  const profile = parseProfile(input);
  return cases.map(({ account: each, at }) => {
    const account = parseAccount(each);
    return { given: operandsOf(profile, account, at), decided: figuresOf(evaluate({ profile, account, at })) };
  });
}

/** What a decision of the library says of the same. */
export function figuresOf({ trigger, checks }: Decision): Figures {
  const { observed, inFlight, effective, limit, threshold, distance } = trigger as NonNullable<typeof trigger>;
  const amount = checks.find(({ guard }) => guard === "amount")?.facts;
  const caps = checks.find(({ guard }) => guard === "caps");
  return {
    ...{ observed, inFlight, effective, limit, threshold: threshold as string, distance: distance as string },
    topup: caps?.passed == null ? null : { credit: amount?.credit as string, charge: amount?.charge as string, fits: caps.passed },
  };
}
