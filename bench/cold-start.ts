import { execFileSync } from "node:child_process";
import { builtinModules } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { median } from "./harness.js";
import { table } from "./table.js";

const FEWEST_STARTS = 15;
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FORMATS = { ESM: "index.js", CommonJS: "index.cjs" } as const;
type Format = keyof typeof FORMATS;

interface Program {
  readonly name: string;
  readonly format: Format;
  readonly text: string;
}

interface Start {
  /** From before the process was started to after it had ended. */
  readonly wallMs: number;
  /** What the process spent in user mode until all was imported. */
  readonly userMs: number;
}

/** A process that imports the library and does nothing with it, beside one that imports its dependencies alone, and one that imports nothing. */
export async function coldStart(rounds: number): Promise<string> {
  const programs = (await Promise.all(["ESM", "CommonJS"].map((format) => programsOf(format as Format)))).flat();
  const starts = new Map<Program, Start[]>(programs.map((program) => [program, []]));
  // The first turn fills the caches of the disk.
  for (let turn = 0; turn <= Math.max(FEWEST_STARTS, rounds); turn++) {
    for (const program of programs) {
      const start = startOf(program);
      if (turn > 0) starts.get(program)?.push(start);
    }
  }
  const cells = (of: (start: Start) => number, name: string, format: Format): string => {
    const each = (wanted: string): readonly number[] =>
      [...starts].filter(([program]) => program.name === wanted && program.format === format).flatMap(([, some]) => some.map(of));
    const empty = each("nothing");
    const more = median(each(name).map((ms, turn) => ms - (empty[turn] as number)));
    return name === "nothing" ? median(empty).toFixed(1) : `${median(each(name)).toFixed(1)} (+${more.toFixed(1)})`;
  };
  return [
    `### Cold start, in ms (and beyond that of nothing): medians of ${Math.max(FEWEST_STARTS, rounds)} starts in turns`,
    table(
      ["imported", "ESM, wall", "ESM, user", "CommonJS, wall", "CommonJS, user"],
      ["nothing", "its dependencies alone", "auto-topup"].map((name) => [
        name,
        ...(["ESM", "CommonJS"] as const).flatMap((format) => [
          cells(({ wallMs }) => wallMs, name, format),
          cells(({ userMs }) => userMs, name, format),
        ]),
      ]),
    ),
  ].join("\n\n");
}

async function programsOf(format: Format): Promise<Program[]> {
  const dependencies = await dependenciesOf(FORMATS[format]);
  const text = (names: readonly string[]): string =>
    names.map((name) => (format === "ESM" ? `import "${name}";` : `require("${name}");`)).join("") + SAY_TIMES;
  return [
    { name: "nothing", format, text: text([]) },
    { name: "its dependencies alone", format, text: text(dependencies) },
    { name: "auto-topup", format, text: text(["auto-topup"]) },
  ];
}

const SAY_TIMES = "console.log(process.cpuUsage().user / 1000)";

/** Whatever the built entry imports that is not its own. */
async function dependenciesOf(file: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [`${ROOT}/dist/${file}`],
    bundle: true,
    packages: "external",
    platform: "node",
    format: file.endsWith(".cjs") ? "cjs" : "esm",
    write: false,
    metafile: true,
  });
  const paths = Object.values(metafile.inputs).flatMap(({ imports }) => imports.filter(({ external }) => external).map(({ path }) => path));
  return [...new Set(paths)].filter((path) => !builtinModules.includes(path)).sort();
}

function startOf({ format, text }: Program): Start {
  const started = performance.now();
  const said = execFileSync(process.execPath, [`--input-type=${format === "ESM" ? "module" : "commonjs"}`, "--eval", text], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  return { wallMs: performance.now() - started, userMs: Number(said) };
}
