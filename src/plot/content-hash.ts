/** A number of 32 bits that follows from a text (FNV-1a): the same picture has the same id, another has another. */
export function contentHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
