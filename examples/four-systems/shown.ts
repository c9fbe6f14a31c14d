import type { Plan, ProfileInput } from "auto-topup";

/** One account of a system: what came in, what was decided, and what is to be sent. */
export interface Shown {
  readonly system: string;
  readonly cameIn: string;
  readonly profile: ProfileInput;
  readonly plan: Plan;
  readonly requests: readonly Request[];
}

/** What the requests of all four have in common. Host and authorisation are the caller's. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}
