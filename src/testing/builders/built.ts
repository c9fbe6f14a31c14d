import type { InputIssue } from "../../base/errors.js";
import { guarded, type Reading, valueOf } from "../../base/parser.js";
import { isPlainObject } from "../../base/plain.js";

type Rest = readonly (string | number)[];
type Path = readonly [field: string, ...Rest];
type Fields = Readonly<Record<string, unknown>>;

/** Any fields to have instead; one that is undefined is as good as left out. */
export type Overrides<Input> = { readonly [Key in keyof Input]?: Input[Key] | undefined };

/** Of what something is built. */
export interface Blueprint<Input extends object> {
  /** What stands where nothing is said; `said` is what is. Made anew each time, since a caller may change what was built. */
  readonly defaults: (said: Partial<Input>) => Input;
  /** Names under which one value within the defaults can be overridden, and where it stands. */
  readonly short: Readonly<Record<string, Path>>;
  readonly read: (input: unknown) => Reading<object>;
}

/** The defaults with the overrides laid over them. Throws `InvalidInputError` where that is no valid input. */
export function built<Input extends object>(blueprint: Blueprint<Input>, overrides: unknown): Input {
  return valueOf(laidOver(blueprint, overrides));
}

/** What was built stays as it was written: a test wants what a caller sends, not what the library makes of it. */
export function laidOver<Input extends object>({ defaults, short, read }: Blueprint<Input>, overrides: unknown): Reading<Input> {
  return guarded((): Reading<Input> => {
    if (!isPlainObject(overrides)) return { issues: [{ path: [], code: "invalid_type", message: "must be a plain object" }] };
    const given = { ...overrides };
    const said = only(given, (key) => given[key] !== undefined);
    const shorts = Object.entries(short).flatMap(([name, path]) => (Object.hasOwn(said, name) ? [{ name, path, value: said[name] }] : []));
    const plain = only(said, (key) => !Object.hasOwn(short, key));
    const clashes = shorts.flatMap(({ name, path: [field] }) => (Object.hasOwn(plain, field) ? [clash(name, field)] : []));
    if (clashes.length > 0) return { issues: clashes };
    const whole = shorts.reduce<Input>((input, { path, value }) => replaced(input, path, value), {
      ...defaults(plain as Partial<Input>),
      ...plain,
    });
    const reading = read(whole);
    return "value" in reading ? { value: whole } : { issues: toldOf(reading.issues, shorts, said) };
  });
}

/** Those of the fields, symbols among them, whose key is one of these. */
function only(fields: Fields, isOne: (key: string) => boolean): Fields {
  const keys = Reflect.ownKeys(fields) as string[];
  return Object.fromEntries(keys.filter(isOne).map((key) => [key, fields[key]]));
}

function clash(name: string, key: string): InputIssue {
  return { path: [name], code: "conflict", message: `must not stand beside ${key}, of which it is a part` };
}

/** The same with one value replaced; everything on the way to it is copied. */
function replaced<Whole>(whole: Whole, [step, ...rest]: Rest, value: unknown): Whole {
  if (step === undefined) return value as Whole;
  const part = replaced((whole as Readonly<Record<string | number, unknown>>)[step], rest, value);
  return (Array.isArray(whole) ? whole.with(step as number, part) : { ...whole, [step]: part }) as Whole;
}

interface Short {
  readonly name: string;
  readonly path: Path;
}

/** Where a faulty override has made a default faulty that follows from it, the override alone is told. */
function toldOf(issues: readonly InputIssue[], shorts: readonly Short[], said: Fields): readonly InputIssue[] {
  const named = issues.map((issue) => toldAs(issue, shorts));
  const own = named.filter(({ path: [field] }) => Object.hasOwn(said, field as string)); // a fault of the whole is told alone
  return own.length > 0 ? own : named;
}

/** A fault of what a short name stands for, under the name that the caller wrote. */
function toldAs(issue: InputIssue, shorts: readonly Short[]): InputIssue {
  const meant = shorts.find(({ path }) => path.every((step, index) => issue.path[index] === step));
  return meant === undefined ? issue : { ...issue, path: [meant.name, ...issue.path.slice(meant.path.length)] };
}
