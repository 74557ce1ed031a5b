import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { fail, type Result } from "../../shared/contract/result.ts";
import { failureSentence } from "../../shared/text/failure-sentence.ts";
import { compose } from "../compose.ts";
import { makePorts } from "../start/make-ports.ts";
import { findProgramFiles } from "../start/program-root.ts";
import type { Answer, Arguments, Command } from "./command.ts";

/** 0 done, 1 a refusal with reasons, 2 wrong usage. */
export async function runCommand(command: Command, words: readonly string[]): Promise<0 | 1 | 2> {
  const parsed = parseWords(command, words);
  if (!parsed.ok) {
    process.stderr.write(`${parsed.problem}\n${command.name} ${command.usage}\n`);
    return 2;
  }
  const result = await execute(command, parsed.args);
  if (result.ok) {
    process.stdout.write(`${render(result.value, parsed.json)}\n`);
    return result.value.accepted === false ? 1 : 0;
  }
  if (parsed.json)
    process.stdout.write(`${JSON.stringify({ error: { code: result.code, params: result.params } })}\n`);
  process.stderr.write(`${failureSentence("zh", result.code, result.params)} [${result.code}]\n`);
  return 1;
}

type Parsed = { ok: true; args: Arguments; json: boolean } | { ok: false; problem: string };

function parseWords(command: Command, words: readonly string[]): Parsed {
  const names = [...command.options, ...(command.run.needs === "database" ? ["db!"] : [])];
  const options = Object.fromEntries(
    names.map((name) => [name.replace("!", ""), { type: "string" as const }]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...options, json: { type: "boolean" } },
      allowPositionals: true,
    });
    const { json = false, ...rest } = values;
    const given = Object.entries(rest).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    );
    const args = { positional: positionals, values: Object.fromEntries(given) };
    const missing = names.find((name) => name.endsWith("!") && args.values[name.slice(0, -1)] === undefined);
    if (missing !== undefined) return { ok: false, problem: `missing --${missing.slice(0, -1)}` };
    if (positionals.length < command.positional) return { ok: false, problem: "missing argument" };
    return { ok: true, args, json: json === true };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}

const entryFolder = join(import.meta.dirname, "..");

async function execute(command: Command, args: Arguments): Promise<Result<Answer>> {
  if (command.run.needs === "plain") return command.run.go(args);
  const databaseFile = resolve(args.values.db ?? "");
  const folder = dirname(databaseFile);
  const folders = { dataFolder: folder, exportFolder: resolve(args.values.out ?? join(folder, "exports")) };
  const ports = { ...makePorts("cli", findProgramFiles(entryFolder), folders), databaseFile };
  const program = await compose(ports);
  if (!program.ok) return fail(program.code, program.params);
  try {
    return await command.run.go(args, program.value);
  } finally {
    await program.value.close();
  }
}

function render({ json, text, lines }: Answer, asJson: boolean): string {
  if (lines === true && Array.isArray(json)) return json.map((line) => JSON.stringify(line)).join("\n");
  if (asJson) return JSON.stringify(json);
  return text ?? JSON.stringify(json, null, 2);
}
