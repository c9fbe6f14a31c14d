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
  "insight/comparison": insight("comparison"),
  "insight/explain": insight("explain"),
  "insight/lint": insight("lint"),
  "insight/recommendation": insight("recommendation"),
  "insight/simulation": insight("simulation"),
  "insight/worst-case": insight("worst-case"),
  plot: { mutate: "src/plot/**/*.ts", tests: ["test/plot/**/!(size|played).test.ts"], leastScore: 90 },
  "vendors/flexprice": vendor("flexprice"),
  "vendors/m3ter": vendor("m3ter"),
  "vendors/orb": vendor("orb"),
  "vendors/safe": vendor("safe"),
  testing: { mutate: "src/testing/**/*.ts", tests: ["test/testing/**/*.test.ts"], leastScore: 90 },
} as const satisfies Record<string, Room>;

export type RoomName = keyof typeof rooms;

function insight(part: string): Room {
  return {
    mutate: `src/insight/${part}/**/*.ts`,
    tests: ["test/insight/told-as-before.test.ts", `test/insight/${part}/**/*.test.ts`],
    leastScore: 90,
  };
}

function vendor(name: string): Room {
  return {
    mutate: `src/vendors/${name}/**/*.ts`,
    tests: ["test/vendors/*.test.ts", `test/vendors/${name}/**/*.test.ts`],
    leastScore: 90,
  };
}

export function isRoom(name: string): name is RoomName {
  return Object.hasOwn(rooms, name);
}
