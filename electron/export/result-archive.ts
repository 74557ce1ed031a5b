import type { AuditEntry } from "../../shared/contract/app.ts";
import type { Scheme } from "../../shared/scheme/scheme.ts";
import type { Decision, Ranking } from "../../shared/scoring/ranking.ts";
import type { ScoreForm } from "../../shared/scoring/sheet.ts";
import { canonicalText } from "../../shared/seal/canonical.ts";
import { PublicIdentity } from "../../shared/seal/identity.ts";
import { formStatement, schemeStatement } from "../../shared/seal/statements.ts";
import { sha256InTurns } from "../seal/digest.ts";
import { publicKeyPem } from "../seal/public-key.ts";
import { writeZip } from "../seal/zip.ts";
import { archiveGuide } from "./archive-guide.ts";

export interface ResultArchive {
  readonly round: { readonly id: string; readonly name: string };
  readonly scheme: Scheme;
  readonly form: ScoreForm;
  readonly ranking: Ranking;
  readonly decisions: readonly Decision[];
  /** Every signed result that arrived, superseded ones too: `jws` is the compact JWS as it was handed in. */
  readonly results: readonly {
    readonly expertName: string;
    readonly sequence: number;
    readonly digest: string;
    readonly jws: string;
  }[];
  /** 评审结论 the chair signed, superseded ones too: compact JWS. */
  readonly panels: readonly { readonly sequence: number; readonly digest: string; readonly jws: string }[];
  /** Manifests of the packs that were handed out: compact JWS. */
  readonly packs: readonly { readonly digest: string; readonly jws: string }[];
  /** Public keys of the experts and of the clerk. No secret is in them. */
  readonly identities: readonly PublicIdentity[];
  readonly audit: readonly AuditEntry[];
  /** Lists and tables that go with the archive, by name. */
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
  /** ISO instant written into the archive. */
  readonly at: string;
}

type Entry = readonly [name: string, bytes: Buffer];

/** 评审结果档案 as .zip: everything somebody needs to check the result again with other software, and a page that says how. */
export async function writeResultArchive(archive: ResultArchive): Promise<Buffer> {
  const entries = [
    ...archive.results.map(resultEntry),
    ...archive.panels.map(
      ({ digest, jws }): Entry => [`panel/${digest}.psc`, Buffer.from(`${jws.trim()}\n`)],
    ),
    ...archive.packs.map(({ digest, jws }): Entry => [`packs/${digest}.jws`, Buffer.from(`${jws.trim()}\n`)]),
    ...unique(archive.identities).flatMap(keyEntries),
    json("scheme.json", archive.scheme),
    json("form.json", archive.form),
    // The exact bytes whose SHA-256 a signed result names, so that a digest can be recomputed without this program.
    canonical("digests/scheme.statement.json", schemeStatement(archive.scheme)),
    canonical("digests/form.statement.json", formStatement(archive.form)),
    json("ranking.json", archive.ranking),
    json("decisions.json", archive.decisions),
    auditEntry(archive.audit),
    ...archive.files.map(({ name, bytes }): Entry => [`files/${name}`, bytes]),
  ].sort(([one], [other]) => (one < other ? -1 : 1));
  const guide: Entry = ["说明.txt", Buffer.from(`\ufeff${archiveGuide(archive)}`)];
  const all = [guide, ...entries];
  return writeZip([...all, await sums(all)], new Date(archive.at));
}

/** Named by digest: a name of a person in a file name would leak, and two people may share it. */
const resultEntry = ({ digest, jws }: ResultArchive["results"][number]): Entry => [
  `results/${digest}.psr`,
  Buffer.from(`${jws.trim()}\n`),
];

/** On one laptop a clerk can be an expert too: the same key comes twice and is written once. */
const unique = (identities: readonly PublicIdentity[]): PublicIdentity[] => [
  ...new Map(identities.map((identity) => [identity.keyId, PublicIdentity.parse(identity)])).values(),
];

const keyEntries = (identity: PublicIdentity): Entry[] => [
  json(`keys/${identity.keyId}.json`, identity),
  [`keys/${identity.keyId}.pem`, Buffer.from(publicKeyPem(identity))],
];

const json = (name: string, value: unknown): Entry => [
  name,
  Buffer.from(`${JSON.stringify(value, null, 2)}\n`),
];

const canonical = (name: string, value: unknown): Entry => [name, Buffer.from(canonicalText(value))];

/** Oldest first, one entry per line. */
function auditEntry(audit: readonly AuditEntry[]): Entry {
  const lines = [...audit]
    .sort((one, other) => one.seq - other.seq)
    .map((entry) => `${JSON.stringify(entry)}\n`);
  return ["audit.jsonl", Buffer.from(lines.join(""))];
}

/** The format of `sha256sum -c`. */
async function sums(entries: readonly Entry[]): Promise<Entry> {
  const lines: string[] = [];
  for (const [name, bytes] of entries) lines.push(`${await sha256InTurns(bytes)}  ${name}\n`);
  return ["SHA256SUMS", Buffer.from(lines.join(""))];
}
