import { join } from "node:path";
import type { InlineConfig } from "vite";
import { pdfTables } from "./pdf-tables.ts";

export interface Target {
  readonly name: string;
  /** Folders and files whose content decides whether the output is stale. */
  readonly sources: readonly string[];
  /** File that exists when the output does, relative to `dist/`. */
  readonly output: string;
  /** Folder of parts that the output loads when it needs them, relative to `dist/`. */
  readonly parts?: string;
  readonly config: (root: string, outFolder: string) => InlineConfig;
}

/** What every output depends on, beside its own sources. */
const always = ["shared", "package-lock.json", "electron/build", "electron/build.ts"] as const;

/**
 * One CommonJS file for Node or Electron; only the native module stays outside. With `parts`, what the sources import later
 * is loaded later, from files of its own.
 */
const nodeBundle = (entry: string, name: string, parts?: string): Target => ({
  name,
  sources: [...always, "electron"],
  output: `electron/${name}.cjs`,
  ...(parts === undefined ? {} : { parts: `electron/${parts}` }),
  config: (root, outFolder) => ({
    root,
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    // unzipper (of exceljs) can read from Amazon S3, which nothing here does and its package leaves optional.
    resolve: { alias: { "@aws-sdk/client-s3": join(root, "electron", "build", "absent-module.ts") } },
    ssr: { noExternal: true, external: ["better-sqlite3", "electron"], target: "node" },
    build: {
      ssr: join(root, entry),
      outDir: join(outFolder, "electron"),
      emptyOutDir: false,
      target: "node24",
      minify: false,
      rolldownOptions: {
        output: {
          format: "cjs",
          entryFileNames: `${name}.cjs`,
          ...(parts === undefined ? { codeSplitting: false } : { chunkFileNames: `${parts}/[name].cjs` }),
        },
      },
    },
  }),
});

/** Settings of the page itself are in renderer/vite.config.ts; here is where it goes and what it must be. */
const renderer: Target = {
  name: "renderer",
  sources: [...always, "renderer", "resources/fonts"],
  output: "renderer/index.html",
  config: (root, outFolder) => ({
    root: join(root, "renderer"),
    configFile: join(root, "renderer", "vite.config.ts"),
    base: "/",
    logLevel: "warn",
    plugins: [pdfTables()],
    build: {
      outDir: join(outFolder, "renderer"),
      emptyOutDir: true,
      target: "chrome130",
      modulePreload: { polyfill: false },
    },
  }),
};

export const targets: readonly Target[] = [
  nodeBundle("electron/main.ts", "main"),
  nodeBundle("electron/preload.ts", "preload"),
  nodeBundle("electron/serve.ts", "serve"),
  nodeBundle("electron/intake/worker.ts", "intake-worker", "intake-parts"),
  renderer,
];
