import "./node-version.cjs";
import { join } from "node:path";
import { buildStale } from "./build/build-stale.ts";

/** `npm run build [-- --all]`: what `npm start`, the tests and the installers use. */
const started = performance.now();
try {
  const { built, fresh } = await buildStale(join(import.meta.dirname, ".."), process.argv.includes("--all"));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    built.length === 0 ? `fresh: ${fresh.join(", ")}` : `built in ${seconds} s: ${built.join(", ")}`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
