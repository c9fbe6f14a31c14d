import type { AccountLine } from "../account-line.js";
import { brokenText } from "./broken.js";
import { credits } from "./credits.js";
import { type Customer, customer } from "./customer.js";
import { Draw } from "./draw.js";
import { postpaid } from "./postpaid.js";
import { prepaid } from "./prepaid.js";

export interface Order {
  readonly count: number;
  readonly seed: number;
  /** How many of the lines are made unreadable, spread evenly. */
  readonly broken?: number;
}

/** The committed file is what these give. */
export const COMMITTED = { count: 2400, seed: 20250630, broken: 0 } as const satisfies Order;
export const COMMITTED_BROKEN = { count: 50, seed: 1, broken: 3 } as const satisfies Order;

type Kind = (draw: Draw, customer: Customer) => AccountLine;

/** The lines of an accounts file, one at a time: the same order gives the same bytes, however many are asked for. */
export function* accountLines({ count, seed, broken = 0 }: Order): Generator<string, void, undefined> {
  const draw = new Draw(seed);
  let brokenSoFar = 0;
  for (let number = 1; number <= count; number++) {
    const kind = draw.weighted<Kind>([
      [55, postpaid],
      [30, prepaid],
      [15, credits],
    ]);
    const line = kind(draw, customer(draw, number));
    const isBroken = number === brokenPosition(brokenSoFar + 1, count, broken);
    yield `${isBroken ? brokenText(line, brokenSoFar++) : JSON.stringify(line)}\n`;
  }
}

/** Where the n-th broken line stands: the lines between them are about equally many. */
function brokenPosition(n: number, count: number, broken: number): number {
  return n > broken ? 0 : Math.ceil((n * count) / (broken + 1));
}
