import { symbol, symbolCircle, symbolDiamond, symbolTimes, type SymbolType } from "d3-shape";
import type { Paint } from "./palette.js";
import type { Fate } from "./topup-marks.js";
import { type Content, coordinate, element, type Markup } from "./xml.js";

/** The marks differ in shape, not in colour alone. */
export type Shape = Fate | "blocked";

/** Half the width of a mark, with its outline. */
export const REACH = 6;

const DISC = 75; // areas, in square pixels
const CROSS = 95;
const DIAMOND = 65;

export function shapeAt(shape: Shape, x: number, y: number, paint: Paint, ...content: readonly Content[]): Markup {
  const transform = `translate(${coordinate(x)},${coordinate(y)})`;
  switch (shape) {
    case "paid":
      return element("path", { transform, d: outline(symbolCircle, DISC), ...paint({ fill: "paid", stroke: "page" }) }, ...content);
    case "unsettled":
      return element(
        "path",
        { transform, d: outline(symbolCircle, DISC * 0.8), "stroke-width": 2, ...paint({ fill: "page", stroke: "unsettled" }) },
        ...content,
      );
    case "failed":
      return element(
        "path",
        { transform, d: outline(symbolTimes, CROSS), "stroke-width": 2.5, ...paint({ fill: "none", stroke: "failed" }) },
        ...content,
      );
    case "blocked":
      return element("path", { transform, d: outline(symbolDiamond, DIAMOND), ...paint({ fill: "blocked", stroke: "page" }) }, ...content);
  }
}

function outline(type: SymbolType, area: number): string {
  return symbol(type, area).digits(2)() as string; // null is what a canvas would get
}
