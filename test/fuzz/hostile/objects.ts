import type { Random } from "../random.js";

export class Amount {
  readonly value = "50";
  toString(): string {
    return this.value;
  }
}

export class Exploding {
  get value(): string {
    throw new TypeError("a getter of a class");
  }
}

export const explode = (): never => {
  throw new RangeError("a trap of a proxy");
};

export const TRAPS: ProxyHandler<object> = {
  get: explode,
  has: explode,
  ownKeys: explode,
  getPrototypeOf: explode,
  getOwnPropertyDescriptor: explode,
};

export function cyclic(): unknown {
  const circle: Record<string, unknown> = { id: "c1" };
  circle.self = circle;
  circle.list = [circle];
  return circle;
}

/** Answers a few times and then throws, so that what was looked at before is no longer so. */
export function tiring(random: Random, value: unknown): unknown {
  let left = random.below(6);
  const target = isObject(value) ? value : { value };
  const get = (_: object, key: PropertyKey): unknown => (left-- > 0 ? Reflect.get(target, key) : explode());
  return new Proxy(target, { get });
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

export function withHoles(): unknown[] {
  const list: unknown[] = ["a"];
  list[3] = "d";
  return list;
}

export function throwingAccessor(key: string): object {
  return Object.defineProperty({ id: "x" }, key, { get: explode, enumerable: true, configurable: true });
}

export function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
