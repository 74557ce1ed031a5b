import { writeSync } from "node:fs";
import { type MeasuredWord, measureWordPages } from "./measures/word-pages.ts";

/** A Word document in its page look, in a process of its own. */
const [folder = "", name = "六十页.docx"] = process.argv.slice(2);

writeSync(1, `${JSON.stringify(await measureWordPages(folder, name as MeasuredWord))}\n`);
process.exit(0);
