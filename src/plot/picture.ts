import { timeAxis, valueAxis } from "./axes.js";
import { blockedLane } from "./blocked-lane.js";
import { contentHash } from "./content-hash.js";
import { descriptionOf } from "./description.js";
import { EDGE, frameOf, roomForRows, TITLE_LINE, usualHeight } from "./frame.js";
import { legend, legendItems, type LegendRow, legendRows } from "./legend.js";
import { drawnLines } from "./lines.js";
import { topupMarks } from "./marks.js";
import { darkStyle } from "./palette.js";
import { placed, type PlacedScene, type Scene } from "./scene.js";
import { LARGE, SMALL, widthOf, wrapped } from "./text-size.js";
import { type Tick, valueTicks } from "./value-axis.js";
import { titleOf } from "./words.js";
import { element, group, type Markup } from "./xml.js";

const TICK_ROOM = 45;

/** The whole of it: its size follows from its parts, and their places from its size. */
export function picture(scene: Scene): Markup {
  const { look, domain } = scene;
  const title = titleOf(scene.played, look);
  const titleLines = wrapped(title, look.width - 2 * EDGE, LARGE * 1.1, 2);
  const allRows = legendRows(legendItems(scene), look.width);
  const wanted = { titleLines: titleLines.length, legendRows: allRows.length, hasLane: scene.gathered.blocked.length > 0 };
  const height = look.height ?? usualHeight(look.width, wanted);
  const rows = allRows.slice(0, roomForRows(height, wanted)); // the description says all of it
  const parts = { ...wanted, legendRows: rows.length };
  const { top, bottom } = frameOf(look.width, height, 0, parts);
  const ticks = domain === null ? [] : valueTicks(domain, Math.max(2, Math.floor((bottom - top) / TICK_ROOM)), look.locale);
  const tickWidth = Math.max(0, ...ticks.map(({ label }) => widthOf(label, SMALL)));
  const drawn = drawnOn(placed(scene, frameOf(look.width, height, tickWidth, parts)), titleLines, ticks, rows);
  return root(scene, { title, description: descriptionOf(scene), width: look.width, height }, drawn);
}

function drawnOn(scene: PlacedScene, titleLines: readonly string[], ticks: readonly Tick[], rows: readonly LegendRow[]): Markup {
  const { frame, paint } = scene;
  const heading = titleLines.map((line, index) =>
    element(
      "text",
      { x: EDGE, y: EDGE + LARGE - 2 + index * TITLE_LINE, "font-size": LARGE, "font-weight": 600, ...paint({ fill: "ink" }) },
      line,
    ),
  );
  return group(
    element("rect", { width: frame.width, height: frame.height, ...paint({ fill: "page" }) }),
    ...heading,
    valueAxis(scene, ticks),
    timeAxis(scene),
    drawnLines(scene),
    blockedLane(scene),
    topupMarks(scene),
    legend(rows, frame.legend, paint),
  );
}

interface Told {
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

function root({ look }: Scene, { title, description, width, height }: Told, drawn: Markup): Markup {
  const id = look.idPrefix ?? `topup-plot-${contentHash(`${title}\n${description}\n${drawn.text}`)}`;
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      id,
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "aria-labelledby": `${id}-title ${id}-desc`,
      "font-family": "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
      "font-size": SMALL,
    },
    element("title", { id: `${id}-title` }, title),
    element("desc", { id: `${id}-desc` }, description),
    look.theme === "auto" ? element("style", {}, darkStyle(id)) : "",
    drawn,
  );
}
