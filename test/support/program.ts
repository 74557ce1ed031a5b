import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Composed, compose } from "../../electron/compose.ts";
import type { Ports } from "../../electron/ports.ts";
import { createIdentity, type KdfCost } from "../../electron/seal/keys.ts";
import { identityFile } from "../../electron/seal/public-key.ts";
import { makePorts } from "../../electron/start/make-ports.ts";
import { findProgramFiles } from "../../electron/start/program-root.ts";
import type { CallName, InputOf, OutputOf } from "../../shared/contract/index.ts";

export const projectRoot = join(import.meta.dirname, "../..");
export const passphrase = "松鹤延年-Kranich-1988";

/** The least a sealed key may cost; the strong cost is for real keys (0.4 s each). */
const cheap: KdfCost = { N: 2 ** 10, r: 8, p: 1 };

export const freshFolder = (): string => mkdtempSync(join(tmpdir(), "pingshen-"));
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

export const portsFor = (folder: string): Ports =>
  makePorts("cli", findProgramFiles(join(projectRoot, "electron")), {
    dataFolder: folder,
    exportFolder: join(folder, "exports"),
  });

/** The whole program on a folder: real SQLite, real worker threads. */
export async function startProgram(folder: string, ports: Partial<Ports> = {}): Promise<Composed> {
  const started = await compose({ ...portsFor(folder), ...ports });
  if (!started.ok) throw new Error(`${started.code} ${JSON.stringify(started.params)}`);
  return started.value;
}

export interface FreshProgram {
  readonly program: Composed;
  readonly folder: string;
  /** Closes it and removes its folder; what starts it in `beforeAll` or `beforeEach` returns this to be called after. */
  readonly end: () => Promise<void>;
}

/** The program on a folder of its own. */
export async function freshProgram(ports: Partial<Ports> = {}): Promise<FreshProgram> {
  const folder = freshFolder();
  const program = await startProgram(folder, ports);
  const end = async (): Promise<void> => {
    await program.close();
    removeFolder(folder);
  };
  return { program, folder, end };
}

/** A call that must succeed for the test to make sense; it goes through the same door as the window's. */
export async function ask<Name extends CallName>(
  program: Composed,
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const result = await program.call(name, input);
  if (!result.ok) throw new Error(`${name}: ${result.code} ${JSON.stringify(result.params)}`);
  return result.value;
}

export const newRound = async (
  program: Composed,
  name = "示例轮次",
  scheme = "hunan-2021",
): Promise<string> => (await ask(program, "round/create", { scheme, name })).id;

/** The code a call was refused with; `ok` when it was not. */
export async function codeOf<Name extends CallName>(
  program: Composed,
  name: Name,
  input: InputOf<Name>,
): Promise<string> {
  const result = await program.call(name, input);
  return result.ok ? "ok" : result.code;
}

export async function upload(program: Composed, path: string, content: Uint8Array | string): Promise<string> {
  const bytes = Buffer.from(content);
  const accepted = await program.acceptUpload(
    path,
    (async function* () {
      yield bytes;
    })(),
  );
  if (!accepted.ok) throw new Error(accepted.code);
  return accepted.value.upload;
}

export const uploadFile = (program: Composed, file: string): Promise<string> =>
  upload(program, basename(file), readFileSync(file));

/** Imports files and waits for the job to end. */
export async function importFiles(
  program: Composed,
  round: string,
  files: Readonly<Record<string, Uint8Array | string>>,
): Promise<OutputOf<"job/get">> {
  const uploads: string[] = [];
  for (const [path, content] of Object.entries(files)) uploads.push(await upload(program, path, content));
  const { job } = await ask(program, "intake/start-import", { round, uploads });
  await program.context.jobs.settled(job);
  return ask(program, "job/get", { job });
}

export interface TestIdentity {
  readonly keyId: string;
  readonly name: string;
  /** Text of the public identity file. */
  readonly text: string;
  /** Text of the sealed key, to bring it to another laptop. */
  readonly sealed: string;
}

export async function makeKey(name: string): Promise<TestIdentity> {
  const made = await createIdentity(name, passphrase, cheap);
  if (!made.ok) throw new Error(made.code);
  const { identity } = made.value.signer;
  return {
    name,
    keyId: identity.keyId,
    text: identityFile(identity),
    sealed: JSON.stringify(made.value.sealed),
  };
}

/** A cheap key, brought to this laptop as a person would bring one from another. */
export async function bringKey(program: Composed, name: string): Promise<TestIdentity> {
  const key = await makeKey(name);
  await ask(program, "identity/import-key", { sealed: key.sealed });
  return key;
}
