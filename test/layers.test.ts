import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

interface Source {
  readonly file: string;
  readonly text: string;
  /** Without comments, so that a sentence about a rule does not break it. */
  readonly code: string;
  readonly imports: readonly string[];
}

/** Statements start a line; a sentence of the word catalogue that says "import … from" does not. */
const importPattern =
  /^(?:import|export)\s[^;"'`]*?from\s*["']([^"']+)["']|^import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;

function readSource(file: string): Source {
  const text = readFileSync(join(root, file), "utf8");
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
  const imports = [...code.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
  return { file: file.split(sep).join("/"), text, code, imports };
}

const sources = globSync("{shared,electron,renderer}/**/*.{ts,tsx}", { cwd: root }).sort().map(readSource);
const below = (folder: string): Source[] => sources.filter((source) => source.file.startsWith(`${folder}/`));

/** Files an import leads to, relative to the project; a package keeps its name. */
const target = (source: Source, specifier: string): string =>
  specifier.startsWith(".")
    ? normalize(join(dirname(source.file), specifier))
        .split(sep)
        .join("/")
    : specifier;

function breaches(of: readonly Source[], forbidden: (target: string, source: Source) => boolean): string[] {
  return of.flatMap((source) =>
    source.imports
      .map((specifier) => target(source, specifier))
      .filter((path) => forbidden(path, source))
      .map((path) => `${source.file} imports ${path}`),
  );
}

const wordsIn = (of: readonly Source[], pattern: RegExp): string[] =>
  of.flatMap((source) =>
    (source.code.match(pattern) ?? []).map((found) => `${source.file}: ${found.trim()}`),
  );

test("there is something to read in each layer", () => {
  for (const layer of ["shared", "electron", "renderer"]) expect(below(layer).length).toBeGreaterThan(10);
  expect(below("electron").some((source) => source.imports.includes("electron"))).toBe(true);
});

test("shared imports only itself and libraries that are plain computation", () => {
  const libraries = new Set(["zod", "decimal.js", "luxon", "canonicalize"]);
  expect(breaches(below("shared"), (path) => !path.startsWith("shared/") && !libraries.has(path))).toEqual(
    [],
  );
});

test("shared has no clock, no randomness, no input or output", () => {
  const impure =
    /\b(?:Date\.now|new Date\(\)|Math\.random|performance\.now|DateTime\.(?:now|local|utc)\(\)|crypto\.|process\.|fetch\(|console\.|setTimeout|setInterval|localStorage|document\.(?:body|getElement|querySelector|createElement)|window\.\w|globalThis\.)/g;
  expect(wordsIn(below("shared"), impure)).toEqual([]);
});

test("the window and the main side never import each other", () => {
  expect(breaches(below("renderer"), (path) => path.startsWith("electron"))).toEqual([]);
  expect(breaches(below("electron"), (path) => path.startsWith("renderer/") || path === "react")).toEqual([]);
  expect(breaches(below("renderer"), (path) => path.startsWith("node:"))).toEqual([]);
});

test("only main, preload and the shell import Electron", () => {
  const others = sources.filter(
    ({ file }) =>
      file !== "electron/main.ts" && file !== "electron/preload.ts" && !file.startsWith("electron/shell/"),
  );
  expect(breaches(others, (path) => path === "electron" || path.startsWith("electron/shell/"))).toEqual([]);
});

test("SQL and the database library stay in electron/db", () => {
  const others = below("electron").filter(({ file }) => !file.startsWith("electron/db/"));
  expect(breaches(others, (path) => path === "better-sqlite3")).toEqual([]);
  const sql =
    /\b(?:SELECT\s[\s\S]{0,200}?\sFROM\s|INSERT\s+(?:OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(?:TABLE|TRIGGER|INDEX)\s)/g;
  expect(wordsIn(others, sql)).toEqual([]);
});

test("nothing in the product is exported as default, and nothing reads another folder's tests", () => {
  const product = sources.filter(({ file }) => !file.endsWith(".config.ts"));
  expect(wordsIn(product, /\bexport\s+default\b|\bexport\s*\{[^}]*\bas\s+default\b/g)).toEqual([]);
  expect(breaches(sources, (path) => path.startsWith("test/") || path.startsWith("../"))).toEqual([]);
});

test("relative imports name a file with its ending, as Node needs it", () => {
  const loose = breaches(
    [...below("shared"), ...below("electron")],
    (path, source) =>
      source.imports.some((specifier) => specifier.startsWith(".") && target(source, specifier) === path) &&
      !/\.(?:ts|tsx|cjs|json)$/.test(path),
  );
  expect(loose).toEqual([]);
});

test("what reaches for the network is the local port and the one-time fetch of Electron, nothing else", () => {
  const may = new Set([
    "electron/serve/http-server.ts",
    "electron/serve/gate.ts",
    "electron/start/electron-binary.ts",
  ]);
  const others = below("electron").filter(({ file }) => !may.has(file));
  const network = /^(?:node:)?(?:http|https|http2|net|tls|dgram|dns)(?:\/.*)?$/;
  expect(breaches(others, (path) => network.test(path))).toEqual([]);
  expect(wordsIn(others, /(?<!async )\bfetch\(|\bnew WebSocket\(/g)).toEqual([]);
});
