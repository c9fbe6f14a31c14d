// What is used of the packages that this folder alone installs, so that the types can be checked without them.

declare module "miniflare" {
  export class Miniflare {
    constructor(options: { modules: true; script: string; compatibilityDate: string });
    dispatchFetch(url: string, request: { method: string; body: string }): Promise<{ text(): Promise<string> }>;
    dispose(): Promise<void>;
  }
}

declare module "playwright-core" {
  interface Page {
    addScriptTag(script: { type: "module"; content: string }): Promise<unknown>;
    waitForFunction(expression: string): Promise<unknown>;
    evaluate<Argument, Result>(run: (argument: Argument) => Result, argument: Argument): Promise<Result>;
    setDefaultTimeout(ms: number): void;
  }
  interface Browser {
    version(): string;
    newPage(): Promise<Page>;
    close(): Promise<void>;
  }
  export const chromium: {
    launch(options: {
      executablePath: string;
      args: readonly string[];
      env: Readonly<Record<string, string | undefined>>;
    }): Promise<Browser>;
  };
}

declare module "@temporalio/worker" {
  export class DefaultLogger {
    constructor(level: "ERROR");
  }
  export const Runtime: { install(options: { logger: DefaultLogger }): unknown };
  export interface WebpackConfig {
    readonly resolve?: { readonly modules?: readonly string[] };
  }
  export function bundleWorkflowCode(options: {
    workflowsPath: string;
    logger: DefaultLogger;
    webpackConfigHook: (config: WebpackConfig) => WebpackConfig;
  }): Promise<{ code: string }>;
  export const Worker: {
    runReplayHistory(
      options: {
        workflowBundle: { code: string };
        sinks: Readonly<Record<string, Readonly<Record<string, { fn(info: unknown, text: string): void; callDuringReplay: boolean }>>>>;
      },
      history: unknown,
    ): Promise<void>;
  };
}

declare module "@temporalio/workflow" {
  export function proxySinks<Sinks extends object>(): Sinks;
}
