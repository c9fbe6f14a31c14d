import type { Extremes } from "./extremes.js";
import { EDGE, ROW } from "./frame.js";
import { DASHES, type LineRole, strokeOf } from "./lines.js";
import type { Scene } from "./scene.js";
import { type Shape, shapeAt } from "./shapes.js";
import { fitted, SMALL, widthOf } from "./text-size.js";
import { type Fate, total } from "./topup-marks.js";
import { nameOf } from "./words.js";
import { coordinate, element, group, type Markup } from "./xml.js";

/** One line of the legend: a swatch and what it means. */
export interface LegendItem {
  readonly swatch: LineRole | Shape;
  readonly text: string;
}
export type LegendRow = readonly (LegendItem & { readonly x: number })[];

const SWATCH = 24;
const BETWEEN = 16;

/** What is in the picture, and nothing else. */
export function legendItems(scene: Scene): LegendItem[] {
  const { gathered, played, domain, words } = scene;
  const blocked = gathered.blocked.reduce((count, run) => count + run.count, 0);
  const away = domain?.showsLimit === false ? " (not in view)" : "";
  return [
    ...(gathered.figures === null ? [] : [{ swatch: "figure", text: nameOf(played.basis) } as const]),
    ...reference("threshold", "Threshold", gathered.thresholds, scene),
    ...reference("limit", "Limit", gathered.limits, scene).map((item) => ({ ...item, text: item.text + away })),
    ...fate("paid", "paid", scene),
    ...fate("unsettled", "not settled", scene),
    ...fate("failed", "failed", scene),
    ...(blocked === 0 ? [] : [{ swatch: "blocked", text: `${words.count(blocked)} blocked` } as const]),
  ];
}

function reference(swatch: LineRole, name: string, extremes: Extremes | null, { words }: Scene): LegendItem[] {
  if (extremes === null) return [];
  const { lowest, highest } = extremes;
  const range = lowest.figure === highest.figure ? "" : ` to ${words.figure(highest.figure)}`;
  return [{ swatch, text: `${name} ${words.figure(lowest.figure)}${range}` }];
}

function fate(swatch: Fate, name: string, { gathered, words }: Scene): LegendItem[] {
  const { count, charge } = total(gathered.topups, swatch);
  return count === 0 ? [] : [{ swatch, text: `${words.count(count)} ${name}, ${words.charge(charge)}` }];
}

/** The items in as many rows as the width calls for; one that is too long for a row of its own is cut. */
export function legendRows(items: readonly LegendItem[], width: number): LegendRow[] {
  const rows: LegendRow[] = [];
  let row: (LegendItem & { x: number })[] | null = null;
  let x = EDGE;
  for (const item of items) {
    const text = fitted(item.text, width - 2 * EDGE - SWATCH, SMALL);
    const needed = SWATCH + widthOf(text, SMALL);
    if (row === null || x + needed > width - EDGE) {
      x = EDGE;
      row = [];
      rows.push(row);
    }
    row.push({ swatch: item.swatch, text, x });
    x += needed + BETWEEN;
  }
  return rows;
}

export function legend(rows: readonly LegendRow[], top: number, paint: Scene["paint"]): Markup {
  const drawn = rows.flatMap((row, index) =>
    row.map(({ swatch, text, x }) => {
      const y = top + index * ROW;
      return group(swatchAt(swatch, x, y, paint), element("text", { x: x + SWATCH, y: y + SMALL / 3, ...paint({ fill: "ink" }) }, text));
    }),
  );
  return group(...drawn);
}

function swatchAt(swatch: LineRole | Shape, x: number, y: number, paint: Scene["paint"]): Markup {
  if (!isLine(swatch)) return shapeAt(swatch, x + 10, y, paint);
  return element("path", { d: `M${coordinate(x)},${coordinate(y)}h20`, ...strokeOf(swatch), ...paint({ stroke: swatch }) });
}

function isLine(swatch: LineRole | Shape): swatch is LineRole {
  return Object.hasOwn(DASHES, swatch);
}
