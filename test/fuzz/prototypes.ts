/** What everything in the program inherits from. */
const SHARED: readonly (readonly [name: string, shared: object])[] = [
  ["Object.prototype", Object.prototype],
  ["Array.prototype", Array.prototype],
  ["Function.prototype", Function.prototype],
  ["String.prototype", String.prototype],
  ["Number.prototype", Number.prototype],
  ["Boolean.prototype", Boolean.prototype],
  ["Symbol.prototype", Symbol.prototype],
  ["BigInt.prototype", BigInt.prototype],
  ["Date.prototype", Date.prototype],
  ["Map.prototype", Map.prototype],
  ["Set.prototype", Set.prototype],
  ["RegExp.prototype", RegExp.prototype],
  ["Error.prototype", Error.prototype],
  ["Promise.prototype", Promise.prototype],
  ["Object", Object],
  ["Array", Array],
  ["Number", Number],
  ["Date", Date],
  ["Math", Math],
  ["JSON", JSON],
  ["Intl", Intl],
];

type Own = ReadonlyMap<PropertyKey, PropertyDescriptor>;

function ownOf(shared: object): Own {
  return new Map(Reflect.ownKeys(shared).map((key) => [key, Object.getOwnPropertyDescriptor(shared, key) as PropertyDescriptor]));
}

const before = SHARED.map(([name, shared]) => ({ name, shared, own: ownOf(shared), parent: Object.getPrototypeOf(shared) as unknown }));

/** Every own property of the shared prototypes, compared with what it was at the start: the names of those that are other now. */
export function changedPrototypes(): string[] {
  return before.flatMap(({ name, shared, own, parent }) => {
    const now = ownOf(shared);
    const keys = [...new Set([...own.keys(), ...now.keys()])].filter((key) => !isSame(own.get(key), now.get(key)));
    return [
      ...keys.map((key) => `${name}.${String(key)}`),
      ...(Object.getPrototypeOf(shared) === parent ? [] : [`${name}: another prototype`]),
    ];
  });
}

function isSame(one: PropertyDescriptor | undefined, other: PropertyDescriptor | undefined): boolean {
  const parts = ["value", "get", "set", "writable", "enumerable", "configurable"] as const;
  return parts.every((part) => Object.is(one?.[part], other?.[part]));
}

const OFTEN = before.slice(0, 2);

/** Whether the two that a careless merge reaches have keys more or fewer: cheap enough to be asked after each document. */
export function hasStrayKeys(): boolean {
  return OFTEN.some(({ shared, own }) => Reflect.ownKeys(shared).length !== own.size);
}
