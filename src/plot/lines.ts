import type { Point } from "./columns.js";
import type { PlacedScene } from "./scene.js";
import { type Corner, cornersOf, stepPath } from "./step-line.js";
import { SMALL } from "./text-size.js";
import { element, group, type Markup } from "./xml.js";

export const DASHES = { figure: null, threshold: "7 4", limit: "12 3 2 3" } as const;
export type LineRole = keyof typeof DASHES;

const WIDTHS: Readonly<Record<LineRole, number>> = { figure: 2, threshold: 2, limit: 1.5 };

/** A line that goes up and down so many pixels for each across would, were it broad, hide its own gaps. */
const DENSE = 12;

/** The threshold, the limit and, over them, the figure. */
export function drawnLines(scene: PlacedScene): Markup {
  const { gathered, domain } = scene;
  return group(
    stepLine(scene, "threshold", gathered.threshold),
    domain?.showsLimit === true ? stepLine(scene, "limit", gathered.limit) : "",
    gathered.figures === null ? noFigure(scene) : stepLine(scene, "figure", gathered.figure),
  );
}

function noFigure({ frame, paint }: PlacedScene): Markup {
  return element(
    "text",
    { x: (frame.left + frame.right) / 2, y: frame.top + SMALL, "text-anchor": "middle", ...paint({ fill: "quiet" }) },
    "no figure is known",
  );
}

function stepLine({ gathered, frame, x, y, paint }: PlacedScene, role: LineRole, points: readonly Point[]): Markup | string {
  const corners = cornersOf(points, gathered.span.toMs, x, y);
  const d = stepPath(corners);
  if (d === null) return "";
  const isDense = travelled(corners) > DENSE * (frame.right - frame.left);
  const stroke = { ...strokeOf(role), ...(isDense && { "stroke-width": 1.2 }) };
  return element("path", { d, ...stroke, "stroke-linejoin": "round", ...paint({ fill: "none", stroke: role }) });
}

/** How far up and down it goes, in pixels. */
export function travelled(corners: readonly Corner[]): number {
  let sum = 0;
  let last: number | null = null;
  for (const { y } of corners) {
    if (y !== null && last !== null) sum += Math.abs(y - last);
    last = y;
  }
  return sum;
}

/** How a line of this kind looks, in the plot and in the legend. */
export function strokeOf(role: LineRole): { readonly "stroke-width": number; readonly "stroke-dasharray": string | null } {
  return { "stroke-width": WIDTHS[role], "stroke-dasharray": DASHES[role] };
}
