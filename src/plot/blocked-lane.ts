import { toMs } from "../base/instant.js";
import type { BlockedRun } from "./blocked-runs.js";
import type { PlacedScene } from "./scene.js";
import { REACH, shapeAt } from "./shapes.js";
import { SMALL, widthOf } from "./text-size.js";
import { coordinate, element, group, type Markup } from "./xml.js";

/** Below the plot, what was blocked: a diamond where it began and where it ended, a bar between them, and how often. */
export function blockedLane(scene: PlacedScene): Markup {
  const { gathered, frame, x } = scene;
  const places = gathered.blocked.map((run) => ({ run, first: x(toMs(run.firstAt)), last: x(toMs(run.lastAt)) }));
  return group(
    ...places.map((place, index) => {
      const next = places[index + 1]?.first ?? frame.right + REACH;
      return drawnRun(scene, place, next - REACH);
    }),
  );
}

interface Place {
  readonly run: BlockedRun;
  readonly first: number;
  readonly last: number;
}

/** How often stands in the bar where it is long enough, else behind it where there is room. */
function drawnRun({ words, paint, frame: { lane } }: PlacedScene, { run, first, last }: Place, end: number): Markup {
  const title = element("title", {}, titleOf(run, words));
  const text = run.count === 1 ? "" : `×${words.count(run.count)}`;
  const half = widthOf(text, SMALL) / 2 + 2;
  const middle = (first + last) / 2;
  const isInside = last - first > 2 * half + 4 * REACH;
  const isBehind = text !== "" && !isInside && last + REACH + 2 * half <= end;
  const bar = isInside ? `${across(first, middle - half, lane)}${across(middle + half, last, lane)}` : across(first, last, lane);
  return group(
    last - first < 1 ? "" : element("path", { d: bar, "stroke-width": 4, ...paint({ stroke: "blocked" }) }, title),
    shapeAt("blocked", first, lane, paint, title),
    last - first < 1 ? "" : shapeAt("blocked", last, lane, paint, title),
    isInside ? count(text, middle, lane, "middle", paint) : "",
    isBehind ? count(text, last + REACH + 2, lane, "start", paint) : "",
  );
}

function across(from: number, to: number, y: number): string {
  return `M${coordinate(from)},${coordinate(y)}H${coordinate(to)}`;
}

function count(text: string, x: number, lane: number, anchor: "start" | "middle", paint: PlacedScene["paint"]): Markup {
  return element("text", { x, y: lane + SMALL / 3, "text-anchor": anchor, ...paint({ fill: "ink" }) }, text);
}

function titleOf({ count, reasons, firstAt, lastAt }: BlockedRun, words: PlacedScene["words"]): string {
  const why = [...reasons].map(([reason, times]) => (reasons.size === 1 ? reason : `${reason} ${words.count(times)}`)).join(", ");
  const many = count === 1 ? "Blocked" : `Blocked ${words.count(count)} times`;
  return `${many} (${why}), ${words.period(firstAt, lastAt)}`;
}
