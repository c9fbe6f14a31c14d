import { SMALL } from "./text-size.js";

/** Where things stand, in pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** The edges of the plot. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The middle of the lane of what was blocked, where anything was. */
  readonly lane: number;
  /** The base lines of the labels of the time axis and of its title, and the middle of the legend's first row. */
  readonly timeLabels: number;
  readonly timeTitle: number;
  readonly legend: number;
}

export const EDGE = 12;
export const TITLE_LINE = 19;
export const ROW = 19;
const LANE = 24;
/** Rather than make the plot lower than this, rows of the legend are left out. */
const USEFUL_PLOT = 70;

export interface Parts {
  readonly titleLines: number;
  readonly legendRows: number;
  readonly hasLane: boolean;
}

/** The height that the width calls for: the plot alone a good third of it, and what stands above and below. */
export function usualHeight(width: number, parts: Parts): number {
  return Math.round(Math.min(440, Math.max(170, width * 0.38)) + above(parts) + below(parts));
}

/** How many rows of the legend a picture of this height has room for. */
export function roomForRows(height: number, parts: Parts): number {
  return Math.max(0, Math.floor((height - above(parts) - USEFUL_PLOT - below({ ...parts, legendRows: 0 })) / ROW));
}

export function frameOf(width: number, height: number, tickWidth: number, parts: Parts): Frame {
  const top = above(parts);
  const bottom = height - below(parts);
  const lane = parts.hasLane ? LANE : 0;
  const timeLabels = bottom + lane + 6 + SMALL;
  return {
    width,
    height,
    left: EDGE + tickWidth + 6,
    right: width - EDGE,
    top,
    bottom,
    lane: bottom + LANE / 2 + 1,
    timeLabels,
    timeTitle: timeLabels + ROW,
    legend: timeLabels + ROW + ROW,
  };
}

/** The title, and the name of the axis of figures. */
function above({ titleLines }: Parts): number {
  return EDGE + titleLines * TITLE_LINE + ROW + 4;
}

/** The lane, the time axis with its title, and the legend. */
function below({ legendRows, hasLane }: Parts): number {
  return (hasLane ? LANE : 0) + 6 + SMALL + ROW + legendRows * ROW + EDGE + 4;
}
