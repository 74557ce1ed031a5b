import "./node-version.cjs";
import { runBrowserWindow } from "./serve/run-browser-window.ts";
import { complain } from "./start/say-on-terminal.ts";
import { readStartArguments } from "./start/start-arguments.ts";

/** The program in a browser window: `node dist/electron/serve.cjs [--data DIR] [--way browser|address]`. */
const read = readStartArguments(process.argv.slice(2), process.env);
if (read.ok) {
  void runBrowserWindow(read.value, import.meta.dirname);
} else {
  complain("start.usage", read.params);
  process.exitCode = 2;
}
