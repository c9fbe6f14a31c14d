import { describe, expect, it } from "vitest";
import type { Basis } from "../../src/model/basis.js";
import { topupMarks } from "../../src/plot/marks.js";
import { SMALL, widthOf } from "../../src/plot/text-size.js";
import type { Fate } from "../../src/plot/topup-marks.js";
import { FROM } from "./support/build.js";
import { named } from "./support/parse.js";
import { drawn, sceneOf } from "./support/scene.js";

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly fate: Fate;
}

/** The texts beside marks at these spots, as where they stand and what they say. */
function textsAt(spots: readonly Spot[], { basis = "balance" as Basis, bottom = 300, width = 400 } = {}): string[] {
  const scene = sceneOf([]);
  const from = Date.parse(FROM);
  const topups = spots.map(({ x, y, fate }) => {
    const at = new Date(from + x).toISOString();
    return { fate, firstAt: at, lastAt: at, value: y, count: 1, charge: "50" };
  });
  const root = drawn(
    topupMarks({
      ...scene,
      played: { ...scene.played, basis },
      gathered: { ...scene.gathered, topups },
      frame: { ...scene.frame, left: 0, right: 400, top: 0, bottom, width },
      x: (ms) => ms - from,
      y: (value) => value,
    }),
  );
  return named(root, "text").map(({ attributes, text }) => `${attributes.x},${attributes.y} ${text}`);
}

describe("the amount of a top-up stands", () => {
  const paid = { x: 100, y: 100, fate: "paid" } as const;

  it("above its mark where a balance is watched, else below", () => {
    expect(textsAt([paid])).toEqual(["100,90 50.00"]);
    expect(textsAt([paid], { basis: "outstanding" })).toEqual(["100,118 50.00"]);
  });

  it("over no other mark, however little of it is in the way", () => {
    const half = widthOf("50.00", SMALL) / 2;
    const failed = (x: number, y: number): Spot => ({ x, y, fate: "failed" });
    const free = ["100,90 50.00"];
    const moved = ["100,118 50.00"];
    expect(textsAt([paid, failed(100 + Math.ceil(half) + 6, 86)])).toEqual(free);
    expect(textsAt([paid, failed(100 + Math.floor(half) + 6, 86)])).toEqual(moved);
    expect(textsAt([paid, failed(100 - Math.ceil(half) - 6, 86)])).toEqual(free);
    expect(textsAt([paid, failed(100 - Math.floor(half) - 6, 86)])).toEqual(moved);
    expect(textsAt([paid, failed(100, 74)])).toEqual(free);
    expect(textsAt([paid, failed(100, 75)])).toEqual(moved);
  });

  it("nowhere where there is no room, which is told in as many words as fit half of the picture", () => {
    const whole = "0 of 1 amounts shown";
    const told = (width: number): string | undefined => textsAt([paid], { bottom: 0, width })[0]?.replace(/^\S+ /, "");
    expect(told(2 * widthOf(whole, SMALL) + 0.01)).toBe(whole);
    expect(told(2 * widthOf(whole, SMALL))).toBe("0 of 1");
  });
});
