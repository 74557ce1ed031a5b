import { findCommand, usageOf } from "./cli/commands.ts";
import { runCommand } from "./cli/run-command.ts";

/** The same program without a window: batch work for clerks and for scripts. Contract: electron/README.md. */
const [name = "", ...rest] = process.argv.slice(2);
const found = findCommand(name, rest);
if (found) {
  process.exitCode = await runCommand(found.command, found.rest);
} else {
  process.stderr.write(`${usageOf()}\n`);
  process.exitCode = name === "--help" || name === "help" ? 0 : 2;
}
