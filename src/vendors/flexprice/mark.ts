/** The metadata by which Flexprice tells automatic top-ups from the others. */
export const AUTOMATIC: Readonly<Record<"auto_topup", "true">> = /* @__PURE__ */ Object.freeze({ auto_topup: "true" });

export function isAutomatic(metadata: Readonly<Record<string, string>> | null): boolean {
  return metadata !== null && Object.hasOwn(metadata, "auto_topup") && metadata.auto_topup === AUTOMATIC.auto_topup;
}
