/**
 * Writes `cmaps.json`: the character tables PDF files refer to by name (Adobe's, as pdfjs-dist packs them), Chinese ones only,
 * so that reading needs no other file. Run `node electron/intake/pdf/build-cmaps.ts` after a change of pdfjs-dist.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../../node_modules/pdfjs-dist/cmaps");
const chinese =
  /^(Adobe-(GB1|CNS1)-UCS2|GB.*|UniGB-(UCS2|UTF16|UTF8).*|UniCNS-(UCS2|UTF16).*|B5pc.*|ETen-B5.*|Adobe-GB1-\d)\.bcmap$/;

const maps = readdirSync(folder)
  .filter((name) => chinese.test(name))
  .map((name) => [name, readFileSync(join(folder, name)).toString("base64")]);
writeFileSync(join(import.meta.dirname, "cmaps.json"), `${JSON.stringify(Object.fromEntries(maps))}\n`);
