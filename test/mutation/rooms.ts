/** A room of the library, the suites that are about it, and the least share of its mutants that they must notice. */
export interface Room {
  readonly mutate: string;
  readonly tests: readonly string[];
  readonly leastScore: number;
}

// The cheap suites: what a survivor costs is all that may notice it. Of the laws, those that say what the answer is: the rest say of it what follows from that.
const rules = [
  "test/{parsing,engine,ledger,conformance}/**/*.test.ts",
  "test/differential.test.ts",
  "test/properties/{draw-down,apply,until-clear}.test.ts",
];
const all = ["test/base/**/*.test.ts", ...rules];

export const rooms = {
  base: { mutate: "src/base/**/*.ts", tests: [...all, "test/insight/explain/**/*.test.ts"], leastScore: 95 },
  engine: { mutate: "src/engine/**/*.ts", tests: all, leastScore: 95 },
  ledger: { mutate: "src/ledger/**/*.ts", tests: all, leastScore: 95 },
  model: { mutate: "src/model/**/*.ts", tests: rules, leastScore: 90 },
  insight: { mutate: "src/insight/**/*.ts", tests: ["test/insight/**/*.test.ts"], leastScore: 90 },
  plot: { mutate: "src/plot/**/*.ts", tests: ["test/plot/**/!(size|played).test.ts"], leastScore: 90 },
  vendors: { mutate: "src/vendors/**/*.ts", tests: ["test/vendors/**/*.test.ts"], leastScore: 90 },
  testing: { mutate: "src/testing/**/*.ts", tests: ["test/testing/**/*.test.ts"], leastScore: 90 },
} as const satisfies Record<string, Room>;

export type RoomName = keyof typeof rooms;

export function isRoom(name: string): name is RoomName {
  return Object.hasOwn(rooms, name);
}
