import { compose } from "./compose.ts";
import { runDesktop } from "./shell/run-desktop.ts";

/** The program on the desktop. */
void runDesktop({ compose, entryFolder: import.meta.dirname, words: process.argv.slice(1) });
