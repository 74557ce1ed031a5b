import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fail, type Result, succeed } from "../../shared/contract/result.ts";
import { entriesOf, RegisterFile, type RegistryEntry } from "../../shared/scheme/registry.ts";
import type { Scheme } from "../../shared/scheme/scheme.ts";
import { problemOf, validateScheme } from "../../shared/scheme/validate-scheme.ts";
import { lineOfFault, lineOfField, linesOfJson } from "../../shared/text/json-lines.ts";

/** `params`: `file`, and where it is known `field` (path inside the file) and `reason`. */
export type ResourceCode =
  | "resource-unreadable"
  | "resource-not-json"
  | "scheme-invalid"
  | "scheme-misnamed"
  | "registry-invalid"
  | "registry-repeated";

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function listJson(folder: string): Result<string[], ResourceCode> {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
    return succeed(names.sort().map((name) => path.join(folder, name)));
  } catch (error) {
    return fail("resource-unreadable", { file: folder, reason: reasonOf(error) });
  }
}

function readJson(file: string): Result<{ raw: unknown; text: string }, ResourceCode> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    return fail("resource-unreadable", { file, reason: reasonOf(error) });
  }
  try {
    // Editors on Windows put a byte order mark before the first brace.
    const plain = text.replace(/^\ufeff/, "");
    const raw: unknown = JSON.parse(plain);
    return succeed({ raw, text: plain });
  } catch (error) {
    return fail("resource-not-json", { file, line: String(lineOfFault(text) ?? 1), reason: reasonOf(error) });
  }
}

/** Reads one scheme file; its name must be its id, so that two files can never give one id. */
export function loadScheme(file: string): Result<Scheme, ResourceCode> {
  const raw = readJson(file);
  if (!raw.ok) return raw;
  const scheme = validateScheme(raw.value.raw);
  if (!scheme.ok) {
    const line = lineOfField(linesOfJson(raw.value.text), scheme.params.field ?? "");
    return fail(scheme.code, { file, ...(line === null ? {} : { line: String(line) }), ...scheme.params });
  }
  const expected = path.basename(file, ".json");
  if (scheme.value.id !== expected)
    return fail("scheme-misnamed", { file, field: "id", reason: `"${scheme.value.id}" ≠ "${expected}"` });
  return scheme;
}

function loadRegister(file: string): Result<RegisterFile, ResourceCode> {
  const raw = readJson(file);
  if (!raw.ok) return raw;
  const parsed = RegisterFile.safeParse(raw.value.raw);
  return parsed.success
    ? succeed(parsed.data)
    : fail("registry-invalid", { file, ...problemOf(parsed.error) });
}

/** Every scheme of a folder, by id. The first wrong file refuses the folder and is named. */
export function loadSchemes(folder: string): Result<Scheme[], ResourceCode> {
  const files = listJson(folder);
  if (!files.ok) return files;
  const schemes: Scheme[] = [];
  for (const file of files.value) {
    const scheme = loadScheme(file);
    if (!scheme.ok) return scheme;
    schemes.push(scheme.value);
  }
  return succeed(schemes);
}

/** Every base of every register in a folder, in the order of the published lists. */
export function loadRegistry(folder: string): Result<RegistryEntry[], ResourceCode> {
  const files = listJson(folder);
  if (!files.ok) return files;
  const registers = new Map<string, RegisterFile>();
  for (const file of files.value) {
    const register = loadRegister(file);
    if (!register.ok) return register;
    if (registers.has(register.value.id))
      return fail("registry-repeated", { file, field: "id", reason: register.value.id });
    registers.set(register.value.id, register.value);
  }
  return succeed([...registers.values()].flatMap(entriesOf));
}
