"use strict";
// Loaded before anything else (`node -r`), also by a Node too old to read TypeScript: better-sqlite3 13 crashes
// the process on Node 20 when it opens a database, and this must be a sentence instead.
const lowestMajor = 24;
const found = process.versions.node;

if (!process.versions.electron && Number.parseInt(found, 10) < lowestMajor) {
  const english = /^en/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "");
  process.stderr.write(
    english
      ? `Review Desk needs Node ${lowestMajor} or newer, and this is Node ${found}. Run "npm ci" (it brings the right Node along) and start with "npm start".\n`
      : `评审台需要 Node ${lowestMajor} 或更新版本，当前是 Node ${found}。请先运行 npm ci（会自带合适的 Node），再用 npm start 启动。\n`,
  );
  process.exit(1);
}
