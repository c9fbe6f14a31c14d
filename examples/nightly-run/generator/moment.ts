import { NIGHT } from "../night.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface Distance {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
}

/** The instant so long before the night of the run. */
export function ago({ days = 0, hours = 0, minutes = 0 }: Distance): string {
  return new Date(Date.parse(NIGHT) - days * DAY - hours * HOUR - minutes * MINUTE).toISOString();
}
