/** A room of the library, the suites that are about it, and the least share of its mutants that they must notice. */
export interface Room {
  readonly mutate: string;
  readonly tests: readonly string[];
  readonly leastScore: number;
}

// The cheap suites: what a survivor costs is all that may notice it. Of the laws, those that say what the answer is: the
// rest say of it what follows from that.
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
  "insight/comparison": part("insight/comparison", "test/insight/*.test.ts"),
  "insight/explain": part("insight/explain", "test/insight/*.test.ts"),
  "insight/lint": part("insight/lint", "test/insight/*.test.ts"),
  "insight/recommendation": part("insight/recommendation", "test/insight/*.test.ts"),
  "insight/simulation": part("insight/simulation", "test/insight/*.test.ts"),
  "insight/worst-case": part("insight/worst-case", "test/insight/*.test.ts"),
  plot: { mutate: "src/plot/**/*.ts", tests: ["test/plot/**/!(size|played).test.ts"], leastScore: 90 },
  "vendors/flexprice": part("vendors/flexprice", "test/vendors/*.test.ts"),
  "vendors/m3ter": part("vendors/m3ter", "test/vendors/*.test.ts"),
  "vendors/orb": part("vendors/orb", "test/vendors/*.test.ts"),
  "vendors/safe": part("vendors/safe", "test/vendors/*.test.ts"),
  testing: { mutate: "src/testing/**/*.ts", tests: ["test/testing/**/*.test.ts"], leastScore: 90 },
} as const satisfies Record<string, Room>;

export type RoomName = keyof typeof rooms;

/** A folder within a room, with the suites about it and those that it shares with the others. */
function part(folder: string, shared: string): Room {
  return { mutate: `src/${folder}/**/*.ts`, tests: [shared, `test/${folder}/**/*.test.ts`], leastScore: 90 };
}

export function isRoom(name: string): name is RoomName {
  return Object.hasOwn(rooms, name);
}
