import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where Electron's binary keeps its fuses: this mark, a version, their number, one character each. */
const fuseWire = Buffer.concat([
  Buffer.from("dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX"),
  Buffer.from([1, 9]),
  Buffer.from("100100010"),
]);

/**
 * A folder that looks enough like Electron's release for the packager to work on it: files of the right names and a
 * small executable with a fuse wire. What it cannot show is that the real Electron runs.
 */
export function makeElectronStandIn(folder: string, root: string, version: string): void {
  mkdirSync(join(folder, "resources"), { recursive: true });
  mkdirSync(join(folder, "locales"));
  mkdirSync(join(folder, "app"));
  writeFileSync(join(folder, "electron"), Buffer.concat([readFileSync("/bin/true"), fuseWire]));
  chmodSync(join(folder, "electron"), 0o755);
  writeFileSync(join(folder, "version"), version);
  for (const name of ["LICENSE", "LICENSES.chromium.html", "locales/zh-CN.pak", "locales/de.pak"])
    writeFileSync(join(folder, name), name);
  writeFileSync(join(folder, "app", "package.json"), "{}");
  const asar = join(root, "node_modules", ".bin", "asar");
  execFileSync(asar, ["pack", join(folder, "app"), join(folder, "resources", "default_app.asar")]);
}
