import { writeSync } from "node:fs";
import { generateSubmission } from "./generate.ts";
import { measureFirstScreen } from "./measures/first-screen.ts";
import { measureImport } from "./measures/import.ts";
import { measureReview } from "./measures/review.ts";
import { inflateAndPass, parseWithLibraries, parseWithMammothHtml } from "./raw-limits.ts";
import { fullSize, quickSize, timed } from "./row.ts";

/** One measurement in a process of its own, so that memory and warm code of one are not those of the next. */
const [what = "", folder = "", sort = ""] = process.argv.slice(2);
const size = sort === "quick" ? quickSize : fullSize;

async function rawReading(count: number) {
  const submissions = Array.from({ length: count }, (_, index) => generateSubmission(index));
  inflateAndPass(submissions.slice(0, 10));
  const pass = await timed(() => inflateAndPass(submissions));
  await parseWithLibraries(submissions.slice(0, 5));
  const libraries = await timed(() => parseWithLibraries(submissions));
  const html = await timed(() => parseWithMammothHtml(submissions));
  return { pass, libraries, html };
}

const measures: Record<string, () => Promise<unknown>> = {
  import: () => measureImport(folder, size.imported),
  "import-small": () => measureImport(folder, Math.ceil(size.imported / 2)),
  "import-large": () => measureImport(folder, size.submissions),
  raw: () => rawReading(size.imported),
  "first-screen": () => measureFirstScreen(folder),
  review: () => measureReview(folder, size),
};

const measure = measures[what];
if (!measure) throw new Error(`no measure ${what}`);
writeSync(1, `${JSON.stringify(await measure())}\n`);
