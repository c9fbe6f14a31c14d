import { join } from "node:path";
import { compileFunction } from "node:vm";
import ts from "typescript";
import { type Block, type Document, fencedBlocks, ROOT } from "./documents.js";

/**
 * A block of TypeScript in the documentation. `code` has each line where its document has it, so an error
 * names the document's own line. A block marked `ts continues` begins with the blocks before it.
 */
export interface Snippet {
  readonly name: string;
  readonly document: string;
  readonly line: number;
  readonly code: string;
}

export function snippetsOf(document: Document): Snippet[] {
  let program: Block[] = [];
  return fencedBlocks(document.lines).flatMap((block) => {
    if (!/^ts\b/.test(block.info)) return [];
    if (block.info !== "ts" && block.info !== "ts continues")
      throw new Error(`${document.path}:${block.from}: "${block.info}": every snippet runs`);
    program = block.info === "ts continues" ? [...program, block] : [block];
    const shown = program;
    const code = document.lines.map((line, index) => (shown.some(({ from, to }) => index >= from && index < to) ? line : "")).join("\n");
    return [{ name: `${document.path}:${block.from + 1}`, document: document.path, line: block.from + 1, code }];
  });
}

/** Receives what an expression came to and what the snippet says of it. */
export type Compare = (actual: unknown, expected: unknown, line: number) => void;

/** Runs a snippet; `modules` is all that it may import. Every line that promises a value must be reached. */
export async function run({ name, document, code }: Snippet, modules: Readonly<Record<string, unknown>>, compare: Compare): Promise<void> {
  const promises = promisesIn(name, code);
  const { outputText } = ts.transpileModule(withChecks(code, promises), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, strict: true },
  });
  const met = new Set<number>();
  const is = (index: number, actual: unknown, expected: unknown): void => {
    met.add(index);
    compare(actual, expected, (promises[index] as Promised).line);
  };
  const require = (wanted: string): unknown => {
    if (!Object.hasOwn(modules, wanted)) throw new Error(`${name}: nobody but the library and its peer may be imported, not "${wanted}"`);
    return modules[wanted];
  };
  const body = `return (async () => {${outputText}\n})();`;
  const snippet = compileFunction(body, ["require", "exports", "is"], { filename: name }) as (...args: unknown[]) => Promise<void>;
  await snippet(require, {}, is);
  const missed = promises.find((_, index) => !met.has(index));
  if (missed !== undefined) throw new Error(`${document}:${missed.line}: was never reached`);
}

/** An expression statement and the value that the comment after it promises. */
interface Promised {
  readonly from: number;
  readonly to: number;
  readonly value: string;
  readonly line: number;
}

const MARK = "//=>";

function promisesIn(name: string, code: string): Promised[] {
  const source = ts.createSourceFile("snippet.ts", code, ts.ScriptTarget.ES2022, true);
  const found: Promised[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node)) {
      const value = promisedAfter(code.slice(node.end));
      const from = node.getStart(source);
      const line = source.getLineAndCharacterOfPosition(from).line + 1;
      if (value !== null) found.push({ from, to: node.expression.end, value, line });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const marks = code.split(MARK).length - 1;
  if (marks !== found.length) throw new Error(`${name}: ${marks} values are promised, ${found.length} follow an expression`);
  return found.sort((a, b) => a.from - b.from);
}

/** The value on the statement's line or the next, which further comment lines may go on with. */
function promisedAfter(rest: string): string | null {
  const first = /^[ \t]*(?:\n[ \t]*)?\/\/=>(.*)/.exec(rest);
  if (first === null) return null;
  let value = first[1] as string;
  const further = rest.slice(first[0].length + 1).split("\n");
  while (!isExpression(value)) {
    const next = /^\s*\/\/(.*)$/.exec(further.shift() ?? "")?.[1];
    if (next === undefined) throw new Error(`"${value.trim()}" is no value`);
    value += `\n${next}`;
  }
  return value;
}

function isExpression(text: string): boolean {
  try {
    compileFunction(`return (${text}\n);`);
    return text.trim() !== "";
  } catch {
    return false;
  }
}

function withChecks(code: string, promises: readonly Promised[]): string {
  return [...promises]
    .map((promised, index) => ({ ...promised, index }))
    .reverse()
    .reduce((text, { from, to, value, index }) => {
      const check = `is(${index}, (${text.slice(from, to)}), (${value.replaceAll("\n", " ")}))`;
      return text.slice(0, from) + check + text.slice(to);
    }, code);
}

/** What a strict compiler has to say about the snippets, as `document:line: message`. */
export function typeErrors(snippets: readonly Snippet[]): string[] {
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile) as { config: { compilerOptions: object } };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT);
  Object.assign(options, {
    noUnusedLocals: false,
    verbatimModuleSyntax: false,
    moduleDetection: ts.ModuleDetectionKind.Force,
    types: [],
    lib: ["lib.es2023.d.ts"],
    paths: {
      "auto-topup": [join(ROOT, "src/index.ts")],
      "auto-topup/plot": [join(ROOT, "src/plot/index.ts")],
      "auto-topup/testing": [join(ROOT, "src/testing/index.ts")],
      "auto-topup/*": [join(ROOT, "src/vendors/*/index.ts")],
    },
    pathsBasePath: ROOT,
  } satisfies ts.CompilerOptions);

  const files = new Map(snippets.map((snippet, index) => [join(ROOT, `snippet-${index}.ts`), snippet]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file)?.code ?? readFile(file);
  host.getSourceFile = (file, target, ...rest) => {
    const snippet = files.get(file);
    return snippet === undefined ? getSourceFile(file, target, ...rest) : ts.createSourceFile(file, snippet.code, target, true);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files].flatMap(([file, { document }]) => {
    const source = program.getSourceFile(file) as ts.SourceFile;
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(({ start = 0, messageText }) => {
      const { line } = source.getLineAndCharacterOfPosition(start);
      return `${document}:${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
  });
}
