import type { Node } from "./parse.js";
import { widthOf } from "../../../src/plot/text-size.js";

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Every point that a path goes to, moved as the path is. */
export function spotsOf({ attributes }: Node): Spot[] {
  const [dx = 0, dy = 0] = (attributes.transform?.match(NUMBER) ?? []).map(Number);
  let [x, y] = [0, 0];
  return [...(attributes.d ?? "").matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)].flatMap(([, command = "", rest = ""]) => {
    const numbers = (rest.match(NUMBER) ?? []).map(Number);
    const visited = steps(command, numbers).map(([nextX, nextY]) => {
      [x, y] = command === command.toUpperCase() ? [nextX ?? x, nextY ?? y] : [x + (nextX ?? 0), y + (nextY ?? 0)];
      return { x: x + dx, y: y + dy };
    });
    return visited;
  });
}

const NUMBER = /-?\d*\.?\d+(?:e-?\d+)?|NaN|-?Infinity/g;

function steps(command: string, numbers: readonly number[]): (number | undefined)[][] {
  switch (command.toUpperCase()) {
    case "M":
    case "L":
      return pairs(numbers);
    case "H":
      return numbers.map((number) => [number, undefined]);
    case "V":
      return numbers.map((number) => [undefined, number]);
    case "A":
      return numbers.flatMap((_, index) => (index % 7 === 0 ? [numbers.slice(index + 5, index + 7)] : []));
    case "Z":
      return [];
    default:
      throw new Error(`no command of these pictures: ${command}`);
  }
}

function pairs(numbers: readonly number[]): number[][] {
  return numbers.flatMap((_, index) => (index % 2 === 0 ? [numbers.slice(index, index + 2)] : []));
}

/** From where to where a text goes, as wide as it is guessed to be. */
export function extentOf({ attributes, text }: Node): { left: number; right: number; base: number } {
  const width = widthOf(text, Number(attributes["font-size"] ?? "12"));
  const x = Number(attributes.x);
  const anchor = attributes["text-anchor"] ?? "start";
  const left = anchor === "middle" ? x - width / 2 : anchor === "end" ? x - width : x;
  return { left, right: left + width, base: Number(attributes.y) };
}
