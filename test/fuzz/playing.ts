import { types } from "node:util";
import { isHolder, put } from "./places.js";

const DAY = 86_400_000;
const MINUTES = 60;

/**
 * A simulation may be asked to play a century by the minute. A mutated one plays a few days by the hour: what is wanted
 * here is how its documents are read. One that cannot be made short is its seed again.
 */
export function shortPlaying(args: unknown[], seed: readonly unknown[]): void {
  shorten(args[0]);
  if (!isShort(args[0])) args[0] = seed[0];
}

function shorten(input: unknown): void {
  if (!isHolder(input)) return;
  const { from, to } = dataOf(input);
  const start = msOf(from);
  const end = msOf(to);
  if (end - start > 4 * DAY && start < 8e15) put(input, "to", new Date(start + 2 * DAY).toISOString());
}

function dataOf(input: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(Object.getOwnPropertyDescriptors(input)).map(([key, held]) => [key, held.value as unknown]));
}

function isShort(input: unknown): boolean {
  try {
    const { from, to, evaluateOn, timeline } = input as Readonly<Record<string, unknown>>;
    return !(msOf(to) - msOf(from) > 4 * DAY) && !isBusy(evaluateOn) && ![...((timeline ?? []) as Iterable<unknown>)].some(isBusy);
  } catch {
    return true; // what cannot be read is not played
  }
}

/** Asks for more than one instant an hour. */
function isBusy(cadence: unknown): boolean {
  if (typeof cadence !== "object" || cadence === null) return false;
  const { everyMinutes, every } = cadence as { everyMinutes?: unknown; every?: { value?: unknown; unit?: unknown } | null };
  if (typeof everyMinutes === "number" && everyMinutes < MINUTES) return true;
  return every != null && (every.unit === "second" || every.unit === "minute") && Number(every.value) < 3600;
}

function msOf(instant: unknown): number {
  if (types.isDate(instant)) return instant.getTime();
  return typeof instant === "string" ? Date.parse(instant.replace(/(\.\d{3})\d+/, "$1")) : Number.NaN;
}
