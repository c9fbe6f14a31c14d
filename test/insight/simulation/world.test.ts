import { describe, expect, it } from "vitest";
import { parseProfile } from "../../../src/index.js";
import { forget, type World, worldAtStart } from "../../../src/insight/simulation/world.js";
import { heldProfile } from "../../support/build.js";
import { june, readScenario, wallet } from "./build.js";

const profile = parseProfile(heldProfile());
const start = (topups: number): World => {
  const paid = (_: unknown, index: number) =>
    ({ id: `t${index}`, walletId: "w1", charge: "1", createdAt: june(1), status: "paid" }) as const;
  return worldAtStart(readScenario({ account: { ...wallet(), topups: Array.from({ length: topups }, paid) } }));
};

describe("the history is gone through", () => {
  it("once there are more records than twice those remembered and a few", () => {
    expect(start(7).remembered).toBe(7);
    const after = (topups: number, remembered: number): World => forget({ ...start(topups), remembered }, profile, june(2));
    for (const remembered of [0, 5]) {
      expect(after(2 * remembered + 32, remembered).books.account.topups).toHaveLength(2 * remembered + 32);
      const gone = after(2 * remembered + 33, remembered);
      expect(gone.books.account.topups).toHaveLength(1);
      expect(gone.remembered).toBe(1);
    }
  });
});
