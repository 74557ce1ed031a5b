import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface RendererFolder {
  readonly folder: string;
  /** A file beside the window's folder that must never be served. */
  readonly secret: string;
}

/** A built window in small, with neighbours that must stay out of reach. */
export function makeRendererFolder(): RendererFolder {
  const parent = mkdtempSync(join(tmpdir(), "pingshen-window-"));
  const folder = join(parent, "renderer");
  const secret = join(parent, "secret.json");
  mkdirSync(join(folder, "assets"), { recursive: true });
  writeFileSync(secret, "top secret");
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>双创评审台</title>");
  writeFileSync(join(folder, ".hidden.json"), "top secret");
  writeFileSync(join(folder, "notes.exe"), "top secret");
  writeFileSync(join(folder, "assets", "main-1a2b.js"), "export const a = 1;");
  writeFileSync(join(folder, "assets", "pdf.worker-3c4d.mjs"), "export const b = 2;");
  return { folder, secret };
}
