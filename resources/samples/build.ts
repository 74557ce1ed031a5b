import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeRound } from "./source/make-round.ts";

/** Writes round/ and expected.json. Run it with `npm run samples`; the same sources give the same bytes. */
const home = import.meta.dirname;
const round = await makeRound();
const folder = join(home, "round");
if (existsSync(folder)) rmSync(folder, { recursive: true });
let bytes = 0;
for (const [path, data] of round.files) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), data);
  bytes += data.length;
}
writeFileSync(join(home, "expected.json"), round.expected);
console.log(`${round.files.size} files, ${Math.round(bytes / 1024)} KB in ${folder}`);
