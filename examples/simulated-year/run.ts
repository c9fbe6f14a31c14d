import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compareProfiles, simulate, worstCase } from "auto-topup";
import { toSvg } from "auto-topup/plot";
import { profiles, scenario } from "./scenario.js";
import { comparisonText } from "./text.js";

/** A year of one account under two profiles: their comparison as text, and a picture of each written to the folder. */
export async function simulatedYear(folder: string): Promise<string> {
  const comparison = compareProfiles({ profiles, ...scenario });
  await mkdir(folder, { recursive: true });
  const pictures = profiles.map((profile) => ({
    path: join(folder, `simulated-year-${profile.id}.svg`),
    svg: toSvg(simulate({ profile, ...scenario })),
  }));
  await Promise.all(pictures.map(({ path, svg }) => writeFile(path, svg)));
  const worst = profiles.map((profile) => worstCase(profile, scenario.account));
  return [
    "A simulated year of one account, under two profiles",
    comparisonText(comparison, worst),
    ...pictures.map(({ path }) => `picture written to ${path}`),
  ].join("\n");
}
