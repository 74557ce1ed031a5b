import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { dossierDigest, formDigest, schemeDigest, sha256Hex } from "../../electron/seal/digest.ts";
import type { Signer } from "../../electron/seal/keys.ts";
import type { PackContents } from "../../electron/seal/pack-contents.ts";
import { makeIdentity } from "../../electron/seal/public-key.ts";
import { Scheme } from "../../shared/scheme/scheme.ts";
import type { MergeContext } from "../../shared/seal/judge-result.ts";
import type { ResultPayload } from "../../shared/seal/payloads.ts";
import { Dossier } from "../../shared/submission/dossier.ts";
import { scoreForm } from "./score-form.ts";

/** A key without passphrase, for tests that are not about passphrases. */
export function makeSigner(name: string): Signer {
  const { privateKey } = generateKeyPairSync("ed25519");
  return { identity: makeIdentity(name, privateKey.export({ format: "jwk" }).x ?? ""), privateKey };
}

export const scheme = Scheme.parse(
  JSON.parse(readFileSync(new URL("../../resources/schemes/hunan-2021.json", import.meta.url), "utf8")),
);
export const form = scoreForm({ basis: "40", plan: "60" });

const fileBytes = Buffer.from("实施方案的内容");

const read = (value: string) => ({
  value,
  state: "confirmed",
  readValue: value,
  evidence: null,
  correction: null,
});

export function makeDossier(submission: string, version = 1, name = "湘潭经开区𠮷"): Dossier {
  const dossier = Dossier.parse({
    submission,
    number: 1,
    version,
    digest: "",
    identity: { name: read(name), city: read("湘潭市"), subject: read("region"), direction: read("lean") },
    receivedAt: "2021-11-20T08:00:00Z",
    sender: "a@example.cn",
    files: [
      {
        sha256: sha256Hex(fileBytes),
        name: "实施方案.docx",
        bytes: fileBytes.length,
        kind: "plan",
        status: "ok",
        error: null,
        messages: [],
        provenance: [{ path: "实施方案.docx" }],
      },
    ],
    facts: [
      {
        id: "f1",
        read: null,
        state: "typed",
        key: "lean-firms",
        value: "52",
        unit: "个",
        role: "value",
        correction: { by: "李经办", at: "2021-11-21T00:00:00Z", reason: "电话核实" },
      },
    ],
    projects: [],
    statedTotals: [],
    outline: [],
    totalChars: 5000,
  });
  return { ...dossier, digest: dossierDigest(dossier) };
}

export const dossiers = [makeDossier("s1"), makeDossier("s2", 2, "望城经开区"), makeDossier("s3")];

export const packContents = (key: string): PackContents => ({
  round: { id: "r1", name: "湖南 2021 示例" },
  scheme,
  form,
  rule: { method: "trimmed", decimals: 2, minimumSheets: 3, seats: { lean: 1 } },
  expert: { id: "e1", name: "王五", key },
  madeAt: "2021-11-29T02:00:00.000Z",
  dossiers,
  documents: new Map([[sha256Hex(fileBytes), { blocks: [{ kind: "paragraph", id: "b1", text: "内容" }] }]]),
  files: new Map([[sha256Hex(fileBytes), fileBytes]]),
});

/** A good result: s1 and s2 scored, s3 recused. */
export const resultPayload = (key: string, more: Partial<ResultPayload> = {}): ResultPayload => ({
  type: "pingshen/result",
  format: 1,
  round: { id: "r1", name: "湖南 2021 示例" },
  scheme: { id: scheme.id, digest: schemeDigest(scheme) },
  form: { digest: formDigest(form) },
  expert: { id: "e1", name: "王五", key },
  sequence: 1,
  signedAt: "2021-11-30T03:00:00.000Z",
  sheets: dossiers.map(({ submission, version, digest }, index) =>
    index === 2
      ? {
          submission,
          version,
          dossier: digest,
          recusal: { ground: "adviser", reason: "顾问" },
          items: [],
          remark: "",
          total: null,
        }
      : {
          submission,
          version,
          dossier: digest,
          recusal: null,
          items: [
            { item: "basis", score: "35.5", comment: "扎实，“双创”氛围好" },
            { item: "plan", score: "50", comment: "" },
          ],
          remark: "建议推荐 😀",
          total: "85.5",
        },
  ),
  ...more,
});

export const mergeContext = (key: string, more: Partial<MergeContext> = {}): MergeContext => ({
  round: { id: "r1", name: "湖南 2021 示例" },
  scheme: { digest: schemeDigest(scheme) },
  form: { digest: formDigest(form), form },
  experts: [
    { id: "e1", name: "王五", key },
    { id: "e2", name: "赵六", key: null },
  ],
  assignments: dossiers.map(({ submission }) => ({ expert: "e1", submission })),
  dossiers,
  merged: [],
  ...more,
});
