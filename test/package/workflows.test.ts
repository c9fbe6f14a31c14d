import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import manifest from "../../package.json" with { type: "json" };

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly needs?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: { readonly node: readonly string[] } };
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = fileURLToPath(new URL("../../.github/workflows/", import.meta.url));
const FILES = readdirSync(FOLDER).sort();

function textOf(file: string): string {
  return readFileSync(FOLDER + file, "utf8");
}

function workflow(file: string): Workflow {
  return parse(textOf(file), { strict: true, uniqueKeys: true }) as Workflow;
}

function job(file: string, name: string): Job {
  const found = workflow(file).jobs[name];
  if (found === undefined) throw new Error(`${file} has no job ${name}`);
  return found;
}

function commands({ steps }: Job): string[] {
  return steps.flatMap(({ run }) => run ?? []);
}

describe.each(FILES)("%s", (file) => {
  it("may read, and no more, but where a job says so", () => {
    expect(workflow(file).permissions).toEqual({ contents: "read" });
  });

  it("has no secret and no token", () => {
    expect(textOf(file)).not.toMatch(/secrets|NODE_AUTH_TOKEN|NPM_TOKEN|GITHUB_TOKEN|github\.token/i);
  });

  it("uses actions by the whole name of a commit alone", () => {
    const used = Object.values(workflow(file).jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
    expect(used).not.toEqual([]);
    for (const action of used) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
  });

  it("leaves no credentials in the checkout", () => {
    for (const { steps } of Object.values(workflow(file).jobs)) {
      expect(steps[0]?.uses).toMatch(/^actions\/checkout@/);
      expect(steps[0]?.with?.["persist-credentials"]).toBe(false);
    }
  });

  it("runs only scripts that the package has", () => {
    const scripts = [...textOf(file).matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
    for (const script of scripts) expect(Object.keys(manifest.scripts)).toContain(script);
  });
});

describe("ci.yml", () => {
  it("tests the least Node that the package admits, and the newer ones", () => {
    const least = manifest.engines.node.replace(">=", "");
    const test = job("ci.yml", "test");
    expect(test.strategy?.matrix.node).toEqual([least, "22", "24", "26"]);
    expect(test.steps.some((step) => step.with?.["node-version"] === "${{ matrix.node }}")).toBe(true);
    expect(commands(test)).toEqual(["npm ci", "npm test"]);
  });

  it("packs the tarball and tests it", () => {
    expect(commands(job("ci.yml", "tarball"))).toContain("npx vitest run --project package");
  });
});

describe("release.yml", () => {
  const publish = job("release.yml", "publish");

  it("runs on tags of versions alone", () => {
    expect(workflow("release.yml").on).toEqual({ push: { tags: ["v*"] } });
  });

  it("tests before it publishes", () => {
    expect(publish.needs).toBe("test");
    expect(commands(job("release.yml", "test"))).toEqual(["npm ci", "npm test"]);
  });

  it("is trusted by its identity, in that job alone", () => {
    expect(publish.permissions).toEqual({ contents: "read", "id-token": "write" });
    expect(job("release.yml", "test").permissions).toBeUndefined();
  });

  it("publishes last, with provenance, after it has checked tag, changelog, repository and npm", () => {
    const run = commands(publish);
    expect(run.at(-1)).toBe("npm publish --provenance --access public");
    for (const checked of ["package.json", "CHANGELOG.md", "GITHUB_REPOSITORY", "11.5.1"]) {
      expect(
        run.filter((command) => command.includes(checked)),
        checked,
      ).not.toEqual([]);
    }
  });
});

it("the changelog has the package's version", () => {
  const changelog = readFileSync(fileURLToPath(new URL("../../CHANGELOG.md", import.meta.url)), "utf8");
  expect(changelog).toContain(`## [${manifest.version}]`);
});
