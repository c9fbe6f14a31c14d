import { documentsOf } from "./documents.js";
import { flexprice } from "./flexprice.js";
import { m3ter } from "./m3ter.js";
import { orb } from "./orb.js";
import { safe } from "./safe.js";
import type { Shown } from "./shown.js";
import { textOf } from "./text.js";

/** One account of each system, from its own JSON to the request to send. */
export async function fourSystems(): Promise<readonly Shown[]> {
  return [
    safe(await documentsOf("safe")),
    flexprice(await documentsOf("flexprice")),
    orb(await documentsOf("orb")),
    m3ter(await documentsOf("m3ter")),
  ];
}

/** The same for people to read. */
export async function fourSystemsText(): Promise<string> {
  return ["One account of each system", ...(await fourSystems()).map(textOf)].join("\n\n");
}
