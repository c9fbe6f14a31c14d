// What loading the package and planning one top-up leave behind in the process.
import { readFileSync } from "node:fs";

const question = JSON.parse(readFileSync("question.json", "utf8"));
const intrinsics = Object.getOwnPropertyNames(globalThis)
  .map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name).value])
  .filter(([, value]) => typeof value === "function" || (typeof value === "object" && value !== null && value !== globalThis))
  .flatMap(([name, value]) => [[name, value], ...(value.prototype ? [[`${name}.prototype`, value.prototype]] : [])]);

const state = () => intrinsics.map(([name, object]) => [name, Object.getOwnPropertyDescriptors(object), Object.getPrototypeOf(object)]);
const same = (a, b) =>
  a[2] === b[2] &&
  Reflect.ownKeys(a[1]).length === Reflect.ownKeys(b[1]).length &&
  Reflect.ownKeys(a[1]).every((key) =>
    ["value", "get", "set", "writable", "enumerable", "configurable"].every((part) => Object.is(a[1][key][part], b[1][key]?.[part])),
  );

const [names, before] = [Reflect.ownKeys(globalThis), state()];
const { planTopup } = await import("auto-topup");
const plan = planTopup(question);
const after = state();

console.log(
  JSON.stringify({
    plan,
    newGlobals: Reflect.ownKeys(globalThis)
      .filter((name) => !names.includes(name))
      .map(String)
      .sort(),
    changed: before.filter((each, index) => !same(each, after[index])).map(([name]) => name),
  }),
);
