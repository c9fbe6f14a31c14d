import fc from "fast-check";

/** Whatever text is well-formed. fast-check's own `unit: "binary"` draws of the same, but takes a second to be made. */
export function wellFormedText(minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: codePoint, minLength, maxLength });
}

const codePoint = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code));
