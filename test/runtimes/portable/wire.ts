/** JSON has no form for a `Date`: it travels as an object with this key alone. */
const DATE = "$date";

/** Plain data as text; `written` and `read` are each other's reverse. */
export function written(value: unknown): string {
  return JSON.stringify(marked(value));
}

export function read(text: string): unknown {
  return unmarked(JSON.parse(text));
}

function marked(value: unknown): unknown {
  if (value instanceof Date) return { [DATE]: value.toISOString() };
  return withEach(value, marked);
}

function unmarked(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const date = (value as Readonly<Record<string, unknown>>)[DATE];
  return typeof date === "string" ? new Date(date) : withEach(value, unmarked);
}

function withEach(value: unknown, change: (part: unknown) => unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(change);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(part)]));
}
