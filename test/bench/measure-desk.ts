import { writeSync } from "node:fs";
import { measureDesk } from "./measures/desk.ts";
import { measureWindow } from "./measures/window.ts";

/** The desk with so many dossiers, in a process of its own; with `window`, in a browser too. */
const [folder = "", dossiers = "10", window = ""] = process.argv.slice(2);

const desk = await measureDesk(folder, Number(dossiers));
const seen = window === "window" ? await measureWindow(folder, desk) : null;
writeSync(1, `${JSON.stringify({ desk, seen })}\n`);
process.exit(0);
