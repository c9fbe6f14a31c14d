/** What a runtime says of itself, and what it can be seen to know. */
export interface Facts {
  /** Of ICU and of the time zone database, where the runtime tells. */
  readonly saysIcu: string | null;
  readonly saysTz: string | null;
  /** By the scripts that a pattern may name. */
  readonly unicode: string;
  /** By the clocks that its zones show. */
  readonly tz: string;
}

export function facts(): Facts {
  const { process } = globalThis as { readonly process?: { readonly versions?: Readonly<Record<string, string>> } };
  return {
    saysIcu: process?.versions?.icu ?? null,
    saysTz: process?.versions?.tz ?? null,
    unicode: SCRIPTS.find(({ script }) => knowsScript(script))?.unicode ?? "before 15",
    tz: RULES.find(showsRule)?.release ?? "before 2025a",
  };
}

/** Scripts by the version of Unicode that brought them, newest first. */
const SCRIPTS = [
  { unicode: "17", script: "Sidetic" },
  { unicode: "16", script: "Garay" },
  { unicode: "15", script: "Kawi" },
] as const;

function knowsScript(script: string): boolean {
  try {
    return new RegExp(`\\p{Script=${script}}`, "u").unicode;
  } catch {
    return false;
  }
}

/** What a release of the time zone database changed, newest first. */
const RULES = [
  { release: "2026c", zone: "America/Edmonton", at: "2026-12-01T00:00Z", shows: "GMT-06:00" }, // summer time for good
  { release: "2026b", zone: "America/Vancouver", at: "2026-12-01T00:00Z", shows: "GMT-07:00" }, // summer time for good
  { release: "2026a", zone: "Europe/Chisinau", at: "2024-03-31T00:30Z", shows: "GMT+02:00" }, // changes when its neighbours do
  { release: "2025c", zone: "America/Tijuana", at: "1970-06-01T00:00Z", shows: "GMT-07:00" }, // had summer time
  { release: "2025b", zone: "America/Coyhaique", at: "2025-07-01T00:00Z", shows: "GMT-03:00" }, // a zone of its own
  { release: "2025a", zone: "America/Asuncion", at: "2025-07-01T00:00Z", shows: "GMT-03:00" }, // summer time for good
] as const;

function showsRule({ zone, at, shows }: (typeof RULES)[number]): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" }).format(Date.parse(at)).endsWith(shows);
  } catch {
    return false; // no such zone
  }
}
