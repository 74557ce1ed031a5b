import { CompactSign } from "jose";
import type { Composed } from "../../electron/compose.ts";
import { openKey, type Signer } from "../../electron/seal/keys.ts";
import { writeResult } from "../../electron/seal/result-file.ts";
import type { MergeOutcome } from "../../shared/contract/signed-result.ts";
import type { ResultPayload } from "../../shared/seal/payloads.ts";
import {
  ask,
  freshFolder,
  passphrase,
  startProgram,
  type TestIdentity,
  upload,
  uploadFile,
} from "./program.ts";
import { type OpenedRound, type SeatedExpert, scoreSheet } from "./seeded-round.ts";

export interface Laptop {
  readonly program: Composed;
  readonly folder: string;
  readonly expert: SeatedExpert;
}

/** Another computer with the expert's key and the pack the clerk made for them. */
export async function seatExpert(
  clerk: Composed,
  round: OpenedRound,
  expert: SeatedExpert,
  clerkKey: TestIdentity,
): Promise<Laptop> {
  const folder = freshFolder();
  const program = await startProgram(folder);
  await ask(program, "identity/import-key", { sealed: expert.key.sealed });
  await openPackOn(program, clerk, round.round, expert, clerkKey);
  return { program, folder, expert };
}

export async function openPackOn(
  program: Composed,
  clerk: Composed,
  round: string,
  expert: SeatedExpert,
  clerkKey: TestIdentity,
) {
  const made = await ask(clerk, "pack/make", { round, expert: expert.id, keyId: clerkKey.keyId, passphrase });
  return ask(program, "pack/open", { upload: await uploadFile(program, made.file.path) });
}

/** Scores everything the expert was given: `score(place, item)` for the applicant at this place. */
export async function scoreAll(
  laptop: Laptop,
  round: string,
  score: (place: number, item: number) => string,
): Promise<void> {
  const { entries, form } = await ask(laptop.program, "desk/list", { round, expert: laptop.expert.id });
  for (const [place, entry] of entries.entries()) {
    const at = { round, expert: laptop.expert.id, submission: entry.submission };
    await scoreSheet(
      laptop.program,
      at,
      form.items.map((_, item) => score(place, item)),
    );
  }
}

export const sign = ({ program, expert }: Laptop, round: string) =>
  ask(program, "result/sign", { round, expert: expert.id, keyId: expert.key.keyId, passphrase });

export async function merge(
  clerk: Composed,
  round: string,
  ...texts: (string | Uint8Array)[]
): Promise<MergeOutcome[]> {
  const uploads: string[] = [];
  for (const text of texts) uploads.push(await upload(clerk, `结果${uploads.length + 1}.psr`, text));
  return ask(clerk, "result/merge", { round, uploads });
}

export async function signerOf(key: TestIdentity): Promise<Signer> {
  const opened = await openKey(JSON.parse(key.sealed), passphrase);
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}

/** A well-formed result that says whatever the test wants, signed with this key. */
export async function signedWith(key: TestIdentity, payload: ResultPayload): Promise<string> {
  return (
    await writeResult({ ...payload, expert: { ...payload.expert, key: key.keyId } }, await signerOf(key))
  ).text;
}

/** Signs bytes as they are: what another program could make. */
export async function signedBytes(
  key: TestIdentity,
  bytes: Uint8Array,
  header: Record<string, string> = {},
): Promise<string> {
  const { identity, privateKey } = await signerOf(key);
  return new CompactSign(bytes)
    .setProtectedHeader({ alg: "EdDSA", kid: identity.keyId, typ: "pingshen-result", ...header })
    .sign(privateKey);
}
