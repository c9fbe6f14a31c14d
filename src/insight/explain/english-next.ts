import type { Catalogue } from "./catalogue.js";
import { listed } from "./english-list.js";

/** When it can happen next, or why no date can be given, in English. */
export const nextInEnglish: Catalogue["next"] = ({ at, whenCapsAllow, dependsOn, because }) => {
  if (at !== null) return `Next possible on ${at}${whenCapsAllow ? ", when all caps leave room" : ""}.`;
  if (dependsOn.length === 0) return `Waiting alone will not change this${because.length === 0 ? "" : `, because of ${listed(because)}`}.`;
  const open = listed(dependsOn.map((each) => OPEN[each]));
  return `No date can be given: it depends on ${open}${because.length === 0 ? "" : `, and on ${listed(because)}`}.`;
};

const OPEN = { figure: "how the figure moves", topups: "when earlier top-ups are settled and in the figures" } as const;
