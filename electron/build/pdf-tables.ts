import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
const { version }: { version: string } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** Character tables, stand-ins for fonts that are not inside a file, and the decoders of scans that need no WebAssembly. */
const packed: readonly (readonly [from: string, wanted: RegExp])[] = [
  ["cmaps", /\.bcmap$/],
  ["standard_fonts", /\.(pfb|ttf)$/],
  ["wasm", /_nowasm_fallback\.js$/],
];

/** Puts what pdf.js asks for by name beside the window's own files, under its version: such files never change. */
export const pdfTables = (): Plugin => ({
  name: "pdf-tables",
  generateBundle() {
    for (const [from, wanted] of packed)
      for (const name of readdirSync(join(folder, from)).filter((file) => wanted.test(file)))
        this.emitFile({
          type: "asset",
          fileName: `assets/pdfjs-${version}/${from}/${name}`,
          source: readFileSync(join(folder, from, name)),
        });
  },
});
