import { toMs } from "../base/instant.js";
import { placedBeside } from "./amounts-beside.js";
import { EDGE } from "./frame.js";
import type { PlacedScene } from "./scene.js";
import { REACH, shapeAt } from "./shapes.js";
import { cornersOf } from "./step-line.js";
import { SMALL, widthOf } from "./text-size.js";
import type { Fate, TopupMark } from "./topup-marks.js";
import { element, group, type Markup } from "./xml.js";

interface Spot {
  readonly mark: TopupMark;
  readonly x: number;
  readonly y: number;
}

/** Each top-up where it was attempted, at the figure that there was then, with its charge beside. */
export function topupMarks(scene: PlacedScene): Markup {
  const { gathered, frame, words, x, y, paint } = scene;
  const spots = gathered.topups.map((mark) => ({
    mark,
    x: x(toMs(mark.firstAt)),
    y: mark.value === null ? frame.bottom - REACH : y(mark.value),
  }));
  // What failed lies above what was paid in the same place.
  const order = [...spots].sort((a, b) => Number(a.mark.fate === "failed") - Number(b.mark.fate === "failed"));
  const shapes = order.map((spot) => shapeAt(spot.mark.fate, spot.x, spot.y, paint, element("title", {}, titleOf(spot.mark, words))));
  return group(amounts(scene, spots), ...shapes);
}

/** The amounts for which there is room; where some are left out, it is said how many. */
function amounts(scene: PlacedScene, spots: readonly Spot[]): Markup {
  const { gathered, frame, played, words, x, y, paint } = scene;
  const wanted = spots
    .filter(({ mark }) => mark.fate !== "failed")
    .map((spot) => ({ x: spot.x, y: spot.y, text: amountOf(spot.mark, words) }));
  const shown = placedBeside(
    wanted,
    spots.map((spot) => ({ left: spot.x - REACH, right: spot.x + REACH, top: spot.y - REACH, bottom: spot.y + REACH })),
    cornersOf(gathered.figure, gathered.span.toMs, x, y),
    { left: frame.left + 2, right: frame.right, top: frame.top, bottom: frame.bottom },
    played.basis === "balance",
  );
  const texts = shown.map((beside) =>
    element(
      "text",
      // An outline in the colour of the page keeps it readable over the lines of threshold and limit.
      {
        x: beside.x,
        y: beside.y,
        "text-anchor": "middle",
        "stroke-width": 3,
        "paint-order": "stroke",
        ...paint({ fill: "ink", stroke: "page" }),
      },
      beside.text,
    ),
  );
  return group(...texts, shown.length === wanted.length ? "" : leftOut(scene, shown.length, wanted.length));
}

function leftOut({ frame, words, paint }: PlacedScene, shown: number, all: number): Markup {
  const brief = `${words.count(shown)} of ${words.count(all)}`;
  const whole = `${brief} amounts shown`;
  const text = widthOf(whole, SMALL) < frame.width / 2 ? whole : brief;
  return element("text", { x: frame.width - EDGE, y: frame.top - 8, "text-anchor": "end", ...paint({ fill: "quiet" }) }, text);
}

function amountOf({ charge, count }: TopupMark, words: PlacedScene["words"]): string {
  return count === 1 ? words.shortCharge(charge) : `${words.shortCharge(charge)} (${words.count(count)})`;
}

const FATES: Readonly<Record<Fate, string>> = { paid: "Paid", unsettled: "Not settled", failed: "Failed" };

function titleOf({ fate, count, charge, firstAt, lastAt }: TopupMark, words: PlacedScene["words"]): string {
  const many = count === 1 ? "" : `${words.count(count)} top-ups, `;
  return `${FATES[fate]}: ${many}${words.charge(charge)}, ${words.period(firstAt, lastAt)}`;
}
