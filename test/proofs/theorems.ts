import { firing } from "./firing.js";
import { lemmas } from "./lemmas.js";
import type { Theorem } from "./machine/theorem.js";
import { percentAndAbsolute } from "./percent-and-absolute.js";
import { bounds } from "./bounds.js";
import { charge } from "./charge.js";
import { caps } from "./caps.js";
import { netting } from "./in-flight.js";
import { overriding } from "./override.js";
import { rounding } from "./rounding.js";
import { targets } from "./targets.js";
import { untilClear } from "./until-clear.js";

export const theorems: readonly Theorem[] = [
  ...lemmas,
  ...percentAndAbsolute,
  ...firing,
  ...untilClear,
  ...targets,
  ...bounds,
  ...charge,
  ...netting,
  ...caps,
  ...overriding,
  ...rounding,
];
