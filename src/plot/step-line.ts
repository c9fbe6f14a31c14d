import { curveStepAfter, line } from "d3-shape";
import type { Point } from "./columns.js";

/** A point on the picture; null where the figure is unknown from there on. */
export interface Corner {
  readonly x: number;
  readonly y: number | null;
}

/** Each figure holds until the next one; the last one, until the end. */
export function cornersOf(points: readonly Point[], toMs: number, x: (ms: number) => number, y: (value: number) => number): Corner[] {
  const corners: Corner[] = [];
  const hold = (ms: number): void => {
    const last = corners.at(-1);
    if (last !== undefined) corners.push({ x: x(ms), y: last.y });
  };
  for (const { ms, value } of points) {
    if (value === null) hold(ms);
    corners.push({ x: x(ms), y: value === null ? null : y(value) });
  }
  hold(toMs);
  return corners;
}

/** The path in steps, with a gap where nothing is known; null where nothing ever is. */
export function stepPath(corners: readonly Corner[]): string | null {
  return line<Corner>()
    .defined(({ y }) => y !== null)
    .x(({ x }) => x)
    .y(({ y }) => y as number)
    .curve(curveStepAfter)
    .digits(1)(corners as Corner[]);
}
