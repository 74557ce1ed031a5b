import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Failure, fail, type Result } from "../../shared/contract/result.ts";
import { failureSentence } from "../../shared/text/failure-sentence.ts";
import { failureOf } from "../services/failure-of.ts";
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
  const result = await execute(command, parsed.args).catch(failureOf);
  if (!result.ok) return refuse(result, parsed.json);
  process.stdout.write(`${render(result.value, parsed.json)}\n`);
  return result.value.accepted === false ? 1 : 0;
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
    const odd = oddChoice(command, args);
    return odd === null ? { ok: true, args, json: json === true } : { ok: false, problem: odd };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}

function oddChoice(command: Command, args: Arguments): string | null {
  for (const [name, choices] of Object.entries(command.choices ?? {})) {
    const given = name === "" ? args.positional[0] : args.values[name];
    if (given !== undefined && !choices.includes(given)) return `${given}: ${choices.join(" | ")}`;
  }
  return null;
}

/** Exit code of a refusal in words, for `--json` and for people. */
function refuse(failure: Failure<string>, asJson: boolean): 1 {
  if (asJson)
    process.stdout.write(`${JSON.stringify({ error: { code: failure.code, params: failure.params } })}\n`);
  process.stderr.write(`${failureSentence("zh", failure.code, failure.params)} [${failure.code}]\n`);
  return 1;
}

const entryFolder = join(import.meta.dirname, "..");

async function execute(command: Command, args: Arguments): Promise<Result<Answer>> {
  if (command.run.needs === "plain") return command.run.go(args);
  const databaseFile = resolve(args.values.db ?? "");
  // A mistyped name must not make an empty database that then says there is no such round.
  if (command.run.makesDatabase !== true && !existsSync(databaseFile))
    return fail("not-found", { what: "database", file: databaseFile });
  const folder = dirname(databaseFile);
  const folders = { dataFolder: folder, exportFolder: resolve(args.values.out ?? join(folder, "exports")) };
  const ports = { ...makePorts("cli", findProgramFiles(entryFolder), folders), databaseFile };
  // Loaded here: what needs no database starts in half the time without the services and the Word and Excel writers.
  const { compose } = await import("../compose.ts");
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
