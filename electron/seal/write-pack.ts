import type { PackPayload } from "../../shared/seal/payloads.ts";
import { dossierDigest, formDigest, schemeDigest, sha256InTurns } from "./digest.ts";
import { signJws } from "./jws.ts";
import type { Signer } from "./keys.ts";
import {
  clerkEntry,
  documentEntry,
  dossierEntry,
  entryNames,
  fileEntry,
  formEntry,
  manifestEntry,
  noticeEntry,
  type PackContents,
  plansEntry,
  roundEntry,
  schemeEntry,
} from "./pack-contents.ts";
import { identityFile } from "./public-key.ts";
import { writeZip } from "./zip.ts";

type Entry = readonly [name: string, bytes: Buffer];

/** Not canonical, because the digest in the manifest is of the bytes: what a reader parses is what was signed. */
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

function entriesOf(contents: PackContents, signer: Signer): Entry[] {
  const { round, rule, scheme, form, dossiers, documents, files, notice, plans = [] } = contents;
  const entries: Entry[] = [
    [clerkEntry, Buffer.from(identityFile(signer.identity))],
    [roundEntry, json({ ...round, rule })],
    [schemeEntry, json(scheme)],
    [formEntry, json(form)],
    ...(notice ? [[noticeEntry, json(notice)] satisfies Entry] : []),
    ...(plans.length > 0 ? [[plansEntry, json(plans)] satisfies Entry] : []),
    ...dossiers.map((dossier): Entry => [dossierEntry(dossier.submission), json(dossier)]),
    ...[...documents].map(([sha256, document]): Entry => [documentEntry(sha256), json(document)]),
    ...[...files].map(([sha256, bytes]): Entry => [fileEntry(sha256), bytes]),
  ];
  const names = new Set(entries.map(([name]) => name));
  const odd = entries.find(([name]) => !entryNames.test(name));
  if (odd !== undefined || names.size !== entries.length)
    throw new Error(`a pack cannot hold the entry ${odd?.[0] ?? "twice"}`);
  return entries.sort(([one], [other]) => (one < other ? -1 : 1));
}

async function payloadOf(
  contents: PackContents,
  signer: Signer,
  entries: readonly Entry[],
): Promise<PackPayload> {
  const { round, scheme, form, rule, expert, madeAt, dossiers } = contents;
  const listed: PackPayload["entries"] = [];
  for (const [name, bytes] of entries)
    listed.push({ name, bytes: bytes.length, sha256: await sha256InTurns(bytes) });
  return {
    type: "pingshen/pack",
    format: 1,
    round: { id: round.id, name: round.name },
    scheme: { id: scheme.id, digest: schemeDigest(scheme) },
    form: { digest: formDigest(form) },
    rule,
    expert: {
      id: expert.id,
      name: expert.name,
      key: expert.key,
      ...(expert.units && expert.units.length > 0 ? { units: [...expert.units] } : {}),
    },
    clerk: { name: signer.identity.name, key: signer.identity.keyId },
    madeAt,
    submissions: dossiers.map((dossier) => ({
      submission: dossier.submission,
      version: dossier.version,
      dossier: dossierDigest(dossier),
      ...aliasesIn(contents, dossier.submission),
    })),
    entries: listed,
  };
}

function aliasesIn({ aliases }: PackContents, submission: string): { aliases?: string[] } {
  const names = aliases?.get(submission) ?? [];
  return names.length === 0 ? {} : { aliases: [...names] };
}

export interface WrittenPack {
  readonly bytes: Buffer;
  /** SHA-256 of the pack file. */
  readonly digest: string;
  /** The signed manifest, a compact JWS: kept by the clerk so that the archive can show what was handed out. */
  readonly manifest: string;
}

/** Writes a pack signed by the clerk. A dossier whose stored digest is not that of its contents is a bug and throws. */
export async function writePack(contents: PackContents, signer: Signer): Promise<WrittenPack> {
  const stale = contents.dossiers.find((dossier) => dossier.digest !== dossierDigest(dossier));
  if (stale !== undefined) throw new Error(`stale digest of dossier ${stale.submission}`);
  const entries = entriesOf(contents, signer);
  const manifest = await signJws(await payloadOf(contents, signer, entries), "pingshen-pack", signer);
  const all: Entry[] = [[manifestEntry, Buffer.from(`${manifest}\n`)], ...entries];
  const bytes = await writeZip(all, new Date(contents.madeAt));
  return { bytes, digest: await sha256InTurns(bytes), manifest };
}
