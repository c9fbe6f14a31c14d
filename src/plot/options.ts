import { number, text, timeZone } from "../base/fields.js";
import { locale } from "../base/locale.js";
import { readWith, valueOf } from "../base/parser.js";
import { Fault, objectOr, object, oneOfOr, optional, type Reader, type Schema, withDefault } from "../base/schema.js";

/**
 * How the picture of a simulation shall look.
 *
 * @example
 * ```ts
 * import type { PlotOptions } from "auto-topup/plot";
 *
 * const options: PlotOptions = { width: 320, theme: "dark", locale: "de", title: "Guthaben" };
 * options.width; //=> 320
 * ```
 */
export interface PlotOptions {
  /** In pixels, 240 to 4000; 720 when left out. */
  readonly width?: number | null | undefined;
  /** In pixels, 240 to 4000; follows from the width when left out. */
  readonly height?: number | null | undefined;
  /** `"auto"`, as the viewer prefers, when left out. */
  readonly theme?: Theme | undefined;
  /** A BCP 47 tag: how numbers and dates are written; `"en"` when left out. */
  readonly locale?: string | null | undefined;
  /** Says what is shown when left out. */
  readonly title?: string | null | undefined;
  /** An IANA name: whose days and months the axis shows; that of the simulation when left out. */
  readonly timeZone?: string | null | undefined;
  /** What the ids in the picture begin with, so that several can stand on one page; made from the content when left out. */
  readonly idPrefix?: string | null | undefined;
}

/** `auto` is light, or dark where the viewer prefers that. */
export type Theme = "light" | "dark" | "auto";

/** The options, normalised. */
export interface Look {
  readonly width: number;
  readonly height: number | null;
  readonly theme: Theme;
  readonly locale: string;
  readonly title: string | null;
  readonly timeZone: string | null;
  readonly idPrefix: string | null;
}

const DEFAULTS: Look = /* @__PURE__ */ Object.freeze({
  width: 720,
  height: null,
  theme: "auto",
  locale: "en",
  title: null,
  timeZone: null,
  idPrefix: null,
});

const ID_PREFIX = /^[A-Za-z_][\w-]{0,63}$/;
const BAD_PREFIX = /* @__PURE__ */ new Fault("invalid_id", "must be a letter or _ and up to 63 more letters, digits, _ or -");

const idPrefix: Reader<string, string> = {
  json: text.json,
  read(value) {
    const prefix = text.read(value);
    return prefix instanceof Fault || ID_PREFIX.test(prefix) ? prefix : BAD_PREFIX;
  },
};

const pixels = /* @__PURE__ */ number({ min: 240, max: 4000 });

const lookSchema: Schema<Look, PlotOptions | null | undefined> = objectOr<Look, PlotOptions>(
  object({
    width: withDefault(pixels, DEFAULTS.width),
    height: optional(pixels),
    theme: oneOfOr(["light", "dark", "auto"], "auto"),
    locale: withDefault(locale, DEFAULTS.locale),
    title: optional(text),
    timeZone: optional(timeZone),
    idPrefix: optional(idPrefix),
  }),
  DEFAULTS,
);

/** Throws `InvalidInputError`, paths relative to the options. */
export function readLook(options: unknown): Look {
  return valueOf(readWith(lookSchema, options));
}
