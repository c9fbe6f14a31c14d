import { unitIn } from "../../base/locale.js";
import type { FactReader } from "./facts.js";
import type { CapWindowFacts } from "./reason-facts.js";
import type { Wording } from "./wording.js";

const CALENDAR = /^calendar (day|week|month|year)$/;
const ROLLING = /^rolling (\d{1,15}) (second|minute|hour|day)$/;

/** A cap's window is one fact, such as `calendar month` or `rolling 24 hour`. */
export function windowOf(facts: FactReader, { locale }: Wording): CapWindowFacts | null {
  const text = facts.text("window") ?? "";
  const calendar = CALENDAR.exec(text)?.[1] as "day" | undefined;
  if (calendar !== undefined) return { calendar };
  const [, digits, word] = ROLLING.exec(text) ?? [];
  if (word === undefined) return null;
  const value = Number(digits);
  const unit = word as "second";
  return { rolling: unitIn(locale, value, unit), value, unit };
}
