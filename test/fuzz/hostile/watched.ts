/** How often a document was written to through a proxy that lets everything pass. */
export const watch: { writes: number } = { writes: 0 };

const noted =
  <Args extends unknown[]>(pass: (...args: Args) => boolean) =>
  (...args: Args): boolean => {
    watch.writes += 1;
    return pass(...args);
  };

const hidden = new WeakMap<object, object>();

/** What stands behind such a proxy; null behind any other. */
export function behind(proxy: object): object | null {
  return hidden.get(proxy) ?? null;
}

/** The same object behind a proxy that notes each attempt to change it. */
export function watched(value: object): object {
  const proxy = new Proxy(value, {
    set: noted(Reflect.set),
    defineProperty: noted(Reflect.defineProperty),
    deleteProperty: noted(Reflect.deleteProperty),
    setPrototypeOf: noted(Reflect.setPrototypeOf),
    preventExtensions: noted(Reflect.preventExtensions),
  });
  hidden.set(proxy, value);
  return proxy;
}
