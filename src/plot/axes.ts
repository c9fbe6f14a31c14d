import { wallTimeIn } from "../base/short-forms.js";
import { offsetAt } from "../base/zone.js";
import { EDGE } from "./frame.js";
import type { PlacedScene } from "./scene.js";
import { fitted, SMALL, widthOf } from "./text-size.js";
import { timeTicks } from "./time-ticks.js";
import type { Tick } from "./value-axis.js";
import { nameOf } from "./words.js";
import { element, group, type Markup } from "./xml.js";

const TICK_ROOM = 76;
const LABEL_GAP = 5;

/** Lines across the plot at round figures, with their labels at its left, and what they are above. */
export function valueAxis(scene: PlacedScene, ticks: readonly Tick[]): Markup {
  const { frame, played, y, paint } = scene;
  const name = played.unit === null ? nameOf(played.basis) : `${nameOf(played.basis)}, ${played.unit}`;
  const drawn = ticks.map(({ label, value }) => {
    const at = y(value);
    return group(
      element("path", {
        d: `M${round(frame.left)},${round(at)}H${round(frame.right)}`,
        ...paint({ stroke: value === 0 ? "quiet" : "grid" }),
      }),
      element("text", { x: frame.left - 6, y: at + SMALL / 3, "text-anchor": "end", ...paint({ fill: "quiet" }) }, label),
    );
  });
  return group(
    element(
      "text",
      { x: EDGE, y: frame.top - 8, "font-weight": 600, ...paint({ fill: "quiet" }) },
      fitted(name, frame.width - 2 * EDGE, SMALL * 1.1),
    ),
    ...drawn,
  );
}

/** Round local times below the plot, and below them which time and zone it is. */
export function timeAxis(scene: PlacedScene): Markup {
  const { frame, x, paint, zone, look, gathered } = scene;
  const count = Math.max(3, Math.floor((frame.right - frame.left) / TICK_ROOM));
  const ticks = timeTicks(gathered.span, zone, look.locale, count).map(({ ms, label }) => {
    const half = widthOf(label, SMALL) / 2;
    return { label, half, at: x(ms), middle: Math.min(frame.width - 2 - half, Math.max(2 + half, x(ms))) };
  });
  const stride = freeStride(ticks);
  const drawn = ticks.map(({ at, middle, label }, index) => {
    const mark = element("path", { d: `M${round(at)},${round(frame.bottom)}v5`, ...paint({ stroke: "quiet" }) });
    if (index % stride !== 0) return mark;
    return group(mark, element("text", { x: middle, y: frame.timeLabels, "text-anchor": "middle", ...paint({ fill: "quiet" }) }, label));
  });
  return group(
    element("path", { d: `M${round(frame.left)},${round(frame.bottom)}H${round(frame.right)}`, ...paint({ stroke: "quiet" }) }),
    ...drawn,
    element(
      "text",
      { x: frame.width / 2, y: frame.timeTitle, "text-anchor": "middle", ...paint({ fill: "quiet" }) },
      timeTitle(scene, frame.width - 2 * EDGE),
    ),
  );
}

interface Label {
  readonly middle: number;
  readonly half: number;
}

/** Every so-manieth label is told, so that none runs into the next. */
export function freeStride(labels: readonly Label[]): number {
  const runsInto = (a: Label, b: Label | undefined): boolean => b !== undefined && a.middle + a.half + LABEL_GAP > b.middle - b.half;
  let stride = 1;
  while (labels.some((label, index) => index % stride === 0 && runsInto(label, labels[index + stride]))) stride += 1;
  return stride;
}

/** As many of the dates and the zone as there is room for. */
export function timeTitle({ gathered: { span }, zone, look }: PlacedScene, room: number): string {
  const dateOf = (ms: number): string => wallTimeIn(look.locale, ms + offsetAt(zone, ms), "date");
  const [first, last] = [dateOf(span.fromMs), dateOf(span.toMs - 1)];
  const dates = first === last ? first : `${first} – ${last}`;
  return [`${dates} (${zone})`, dates].find((text) => widthOf(text, SMALL) <= room) ?? fitted(dates, room, SMALL);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
