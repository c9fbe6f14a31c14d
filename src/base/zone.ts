import { DAY, HOUR, MINUTE, SECOND } from "./instant.js";
import { remember } from "./remember.js";

/** No zone has ever been further from UTC than this (Manila before 1845: 15:56 h). */
export const WIDEST_OFFSET: number = 16 * HOUR;

const formats = /* @__PURE__ */ new Map<string, Intl.DateTimeFormat>();

/** Whether the text names an IANA time zone, in any case. */
export function isTimeZone(zone: string): boolean {
  return zone === "UTC" || formatOf(zone) !== null;
}

/**
 * The zone's offset from UTC at an instant, in milliseconds; east is positive. Read off `Intl` by hand:
 * the ready-made `tzOffset` of @date-fns/tz gives offsets between −1 h and 0 the wrong sign.
 */
export function offsetAt(zone: string, ms: number): number {
  return zone === "UTC" ? 0 : shownOffset(formatOf(zone) as Intl.DateTimeFormat, ms);
}

const SHOWN = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/; // "6/1/2026, GMT+05:30"

function shownOffset(format: Intl.DateTimeFormat, ms: number): number {
  const [, sign, hours = 0, minutes = 0, seconds = 0] = SHOWN.exec(format.format(ms)) as RegExpExecArray;
  const size = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND;
  return sign === "-" ? -size : size;
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const cached = formats.get(zone);
  if (cached !== undefined) return cached;
  const format = newFormat(zone);
  if (format === null) return null; // whatever a caller sends must not stay in the memory
  return remember(formats, zone, format);
}

/** Names that some runtimes know and IANA does not; some mislead, such as BST for Dhaka. */
const NOT_IANA =
  /^(?:ACT|AET|AGT|ART|AST|BET|BST|CAT|CNT|CST|CTT|EAT|ECT|IET|IST|JST|MIT|NET|NST|PLT|PNT|PRT|PST|SST|VST|SystemV\/.*|US\/Pacific-New)$/i;

function newFormat(zone: string): Intl.DateTimeFormat | null {
  if (!/^[A-Za-z]/.test(zone) || NOT_IANA.test(zone)) return null; // newer runtimes take "+01:00", which is no name
  try {
    const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
    return SHOWN.test(format.format(0)) ? format : null; // a runtime that shows offsets otherwise is of no use here
  } catch {
    return null; // RangeError: no such zone
  }
}

/**
 * The instants at which the zone's clocks show a wall time, in order: one, none where they skip it, two
 * where they repeat it.
 */
export function instantsAt(zone: string, wall: number): number[] {
  if (zone === "UTC") return [wall];
  const offsets = new Set([offsetAt(zone, wall - WIDEST_OFFSET), offsetAt(zone, wall + WIDEST_OFFSET)]);
  // Clocks that show a time twice have gone back: the offset before is the greater, and its instant the earlier.
  return [...offsets].map((offset) => wall - offset).filter((ms) => ms + offsetAt(zone, ms) === wall);
}

/** The instant of a wall time: the earlier of two; a skipped one moves forward by the gap. */
export function instantAt(zone: string, wall: number): number {
  return instantsAt(zone, wall)[0] ?? wall - offsetAt(zone, wall - WIDEST_OFFSET);
}

/** The first instant at which the clocks show `wall` or, where they skip it, whatever comes next. */
export function firstInstantFrom(zone: string, wall: number): number {
  return instantsAt(zone, wall)[0] ?? transitionOver(zone, wall);
}

/** The instant at which the clocks jump over a wall time. */
function transitionOver(zone: string, wall: number): number {
  return firstWhere(wall - DAY - WIDEST_OFFSET, wall + DAY + WIDEST_OFFSET, (ms) => ms + offsetAt(zone, ms) >= wall);
}

/** The instants at which the clocks go back over a wall time: one where they show it twice. */
export function fallsBackOver(zone: string, wall: number): number[] {
  const times = instantsAt(zone, wall);
  if (times.length < 2) return [];
  const [first, second] = times as [number, number];
  const offset = offsetAt(zone, first);
  return [firstWhere(first, second, (ms) => offsetAt(zone, ms) !== offset)];
}

/** The first millisecond after `before` at which something holds that holds at `after`, and holds on once it does. */
export function firstWhere(before: number, after: number, holds: (ms: number) => boolean): number {
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
