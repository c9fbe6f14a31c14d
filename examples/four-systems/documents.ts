import { readFile } from "node:fs/promises";

/** A set of documents, each still to be checked by the function that takes it. */
export async function documentsOf<Documents>(system: string): Promise<Documents> {
  return JSON.parse(await readFile(new URL(`documents/${system}.json`, import.meta.url), "utf8")) as Documents;
}
