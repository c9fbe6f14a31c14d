import { scaleLinear } from "d3-scale";
import type { Frame } from "./frame.js";
import type { Gathered } from "./gathered.js";
import type { Look } from "./options.js";
import type { Paint } from "./palette.js";
import type { Played } from "./played.js";
import { REACH } from "./shapes.js";
import type { ValueDomain } from "./value-axis.js";
import type { Words } from "./words.js";

/** What every part of the picture is drawn from. */
export interface Scene {
  readonly played: Played;
  readonly look: Look;
  readonly zone: string;
  readonly gathered: Gathered;
  readonly domain: ValueDomain | null;
  readonly words: Words;
  readonly paint: Paint;
}

/** The same with its places. */
export interface PlacedScene extends Scene {
  readonly frame: Frame;
  readonly x: (ms: number) => number;
  readonly y: (value: number) => number;
}

/** Above and below the outermost figures: a mark and its amount stand there. */
const HEADROOM = 20;

export function placed(scene: Scene, frame: Frame): PlacedScene {
  const { span } = scene.gathered;
  const { low, high } = scene.domain ?? { low: 0, high: 1 };
  const headroom = Math.min(HEADROOM, (frame.bottom - frame.top) / 4);
  return {
    ...scene,
    frame,
    x: scaleLinear()
      .domain([span.fromMs, span.toMs])
      .range([frame.left + REACH, frame.right - REACH]),
    y: scaleLinear()
      .domain([low, high])
      .range([frame.bottom - headroom, frame.top + headroom]),
  };
}
