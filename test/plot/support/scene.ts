import type { SimulationStep } from "../../../src/insight/simulation/step.js";
import { frameOf } from "../../../src/plot/frame.js";
import { gather } from "../../../src/plot/gathered.js";
import { readLook } from "../../../src/plot/options.js";
import { paintOf } from "../../../src/plot/palette.js";
import { readSimulation } from "../../../src/plot/read-simulation.js";
import { placed, type PlacedScene } from "../../../src/plot/scene.js";
import { valueDomain } from "../../../src/plot/value-axis.js";
import { wordsFor } from "../../../src/plot/words.js";
import type { Markup } from "../../../src/plot/xml.js";
import { simulation } from "./build.js";
import { type Node, parse } from "./parse.js";

/** What a part of the picture of these steps is drawn from, in light colours and without a lane, but for what is said otherwise. */
export function sceneOf(steps: Iterable<SimulationStep>, over: Partial<PlacedScene> = {}): PlacedScene {
  const look = readLook({ theme: "light" });
  const played = readSimulation(simulation(steps));
  const gathered = gather(played, look.width);
  const domain = valueDomain(gathered);
  const scene = { played, look, gathered, zone: "UTC", domain, words: wordsFor(played, look), paint: paintOf("light") };
  return { ...placed(scene, frameOf(look.width, 400, 40, { titleLines: 1, legendRows: 1, hasLane: false })), ...over };
}

/** What a part draws, as one element. */
export function drawn(part: Markup): Node {
  return parse(`<svg>${part.text}</svg>`);
}
