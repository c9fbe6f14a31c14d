import type { Corner } from "./step-line.js";
import { SMALL, widthOf } from "./text-size.js";

/** A text that shall stand beside a mark. */
export interface Wanted {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}
/** Where it stands; `x` is its middle, `y` its base line. */
export type Beside = Wanted;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const GAP = 4;
const DISTANCE = 8;
const CORNER = 5;

/**
 * Places for those texts that have one: inside the bounds, over no mark, over no other text and not over the line.
 * `upwards`: above the mark is tried before below it.
 */
export function placedBeside(
  wanted: readonly Wanted[],
  marks: readonly Box[],
  line: readonly Corner[],
  bounds: Box,
  upwards: boolean,
): Beside[] {
  const skyline = skylineOf(line);
  const taken: Box[] = [];
  return wanted.flatMap(({ x, y, text }) => {
    const box = candidates(x, y, widthOf(text, SMALL), bounds, upwards).find(
      (each) =>
        fits(bounds, each) &&
        !taken.some((other) => overlap(each, other)) &&
        !marks.some((other) => overlap(each, other)) &&
        !crosses(each, skyline),
    );
    if (box === undefined) return [];
    taken.push({ ...box, left: box.left - GAP, right: box.right + GAP });
    return [{ x: (box.left + box.right) / 2, y: box.bottom - 2, text }];
  });
}

/** Around a mark, as a box each: above or below it, at its sides, then across its corners, where a sloping line leaves room. */
function candidates(x: number, y: number, width: number, bounds: Box, upwards: boolean): Box[] {
  const at = (middle: number, top: number): Box => {
    const left = Math.min(bounds.right - width, Math.max(bounds.left, middle - width / 2));
    return { left, right: left + width, top, bottom: top + SMALL };
  };
  const [above, beside, below] = [y - DISTANCE - SMALL, y - SMALL / 2, y + DISTANCE];
  const aside = DISTANCE + width / 2;
  const corners = [above, below].flatMap((top) => [at(x - aside + CORNER, top), at(x + aside - CORNER, top)]);
  const straight = upwards ? [at(x, above), at(x, below)] : [at(x, below), at(x, above)];
  return [...straight, at(x + aside, beside), at(x - aside, beside), ...corners];
}

/** Of a box that was moved within the right bound already. */
function fits(bounds: Box, { left, top, bottom }: Box): boolean {
  return left >= bounds.left && top >= bounds.top && bottom <= bounds.bottom;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** For each pixel across, between which heights the line runs there. */
type Skyline = ReadonlyMap<number, { top: number; bottom: number }>;

function skylineOf(line: readonly Corner[]): Skyline {
  const skyline = new Map<number, { top: number; bottom: number }>();
  const touch = (column: number, y: number): void => {
    const there = skyline.get(column);
    if (there === undefined) skyline.set(column, { top: y, bottom: y });
    else [there.top, there.bottom] = [Math.min(there.top, y), Math.max(there.bottom, y)];
  };
  line.forEach(({ x, y }, index) => {
    if (y === null) return;
    const until = line[index + 1]?.x ?? x;
    for (let column = Math.floor(x); column <= Math.floor(until); column++) touch(column, y);
  });
  return skyline;
}

function crosses(box: Box, skyline: Skyline): boolean {
  for (let column = Math.floor(box.left); column <= Math.floor(box.right); column++) {
    const there = skyline.get(column);
    if (there !== undefined && there.top < box.bottom && there.bottom > box.top) return true;
  }
  return false;
}
