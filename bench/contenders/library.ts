import { evaluate, parseAccount, parseProfile, planTopup } from "auto-topup";
import type { Contender } from "../harness.js";
import type { Situation } from "../situations.js";
import { inTurn } from "./in-turn.js";

/** The library, with ever less parsed beforehand; with the plan; and parsing on its own. */
export function library({ profile, cases }: Situation): Contender[] {
  const parsedProfile = parseProfile(profile);
  const parsed = cases.map(({ account, at }) => ({ profile: parsedProfile, account: parseAccount(account), at }));
  const rawAccount = cases.map(({ account, at }) => ({ profile: parsedProfile, account, at }));
  const raw = cases.map(({ account, at }) => ({ profile, account, at }));
  return [
    { key: "a", run: inTurn(parsed, evaluate) },
    { key: "b", run: inTurn(rawAccount, evaluate) },
    { key: "c", run: inTurn(raw, evaluate) },
    { key: "d", run: inTurn(parsed, planTopup) },
    { key: "p1", run: () => parseProfile(profile) },
    {
      key: "p2",
      run: inTurn(
        cases.map(({ account }) => account),
        parseAccount,
      ),
    },
  ];
}
