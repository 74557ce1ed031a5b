import type { Handlers, ResultOf } from "../../shared/contract/index.ts";
import { fail, succeed } from "../../shared/contract/result.ts";
import type { Scheme } from "../../shared/scheme/scheme.ts";
import type { Dossier } from "../../shared/submission/dossier.ts";
import { findReading, readContent } from "../db/contents.ts";
import { findExpert, listAssignedTo, saveExpert } from "../db/experts.ts";
import { insertPack } from "../db/results.ts";
import { findDossier } from "../db/submissions.ts";
import { type PackContents, packExtension } from "../seal/pack-contents.ts";
import { isFitPlan, planLimits } from "../seal/pack-plans.ts";
import { writePack } from "../seal/write-pack.ts";
import { aliasesOf, unitsOf } from "./conflicts.ts";
import { type Context, notFound, type OpenRound, openRound } from "./context.ts";
import { fileNameOf, writeExport } from "./files.ts";
import { openSigner } from "./identities.ts";
import { readNotice } from "./notices.ts";
import { openUploaded } from "./open-pack.ts";

export function createPackHandlers(context: Context): Pick<Handlers, "pack/make" | "pack/open"> {
  return {
    "pack/make": (input) => makePack(context, input),
    "pack/open": ({ upload }) => openUploaded(context, upload),
  };
}

async function makePack(
  context: Context,
  input: Parameters<Handlers["pack/make"]>[0],
): Promise<ResultOf<"pack/make">> {
  const { db, ports } = context;
  const round = openRound(context, input.round);
  if (!round.ok) return round;
  if (round.value.side !== "host") return fail("wrong-state");
  const expert = findExpert(db, input.round, input.expert);
  if (!expert) return notFound("expert");
  if (!expert.identity) return fail("not-enrolled", { expert: expert.name });
  const dossiers = listAssignedTo(db, expert.id).flatMap((submission) => findDossier(db, submission) ?? []);
  if (dossiers.length === 0) return fail("nothing-assigned", { expert: expert.name });
  const signer = await openSigner(context, input.keyId, input.passphrase);
  if (!signer.ok) return signer;
  const madeAt = ports.now();
  const person = {
    id: expert.id,
    name: expert.name,
    key: expert.identity.keyId,
    units: unitsOf(expert),
  };
  const written = await writePack(contentsOf(context, round.value, person, dossiers, madeAt), signer.value);
  const file = writeExport(
    context,
    {
      round: input.round,
      name: `${fileNameOf(round.value.name)}-${fileNameOf(expert.name)}${packExtension}`,
      bytes: written.bytes,
      action: "pack.write",
      detail: { expert: expert.name, submissions: String(dossiers.length), digest: written.digest },
    },
    () => {
      insertPack(
        db,
        input.round,
        { digest: written.digest, expert: expert.id, manifest: written.manifest, madeAt },
        dossiers,
      );
      saveExpert(db, input.round, { ...expert, packedAt: madeAt });
    },
  );
  return succeed({ file, digest: written.digest, submissions: dossiers.length });
}

function contentsOf(
  context: Context,
  round: OpenRound,
  expert: PackContents["expert"],
  dossiers: readonly Dossier[],
  madeAt: string,
): PackContents {
  const documents = new Map<string, NonNullable<ReturnType<typeof findReading>>["document"] & object>();
  const files = new Map<string, Buffer>();
  for (const { sha256 } of dossiers.flatMap((dossier) => dossier.files)) {
    const document = findReading(context.db, round.id, sha256)?.document;
    const bytes = readContent(context.db, sha256);
    if (document) documents.set(sha256, document);
    if (bytes) files.set(sha256, Buffer.from(bytes));
  }
  return {
    round: { id: round.id, name: round.name },
    scheme: round.frozenScheme,
    form: round.form,
    rule: round.settings.rule,
    expert,
    aliases: aliasesOf(context, round),
    madeAt,
    dossiers,
    documents,
    files,
    notice: ownNotice(context, round.frozenScheme),
    ...ownPlans(context),
  };
}

/** Plans of the clerk's own, those of the latest years first where there are more than a pack may hold. */
function ownPlans(context: Context): Pick<PackContents, "plans"> {
  const plans = [...context.schemes.values()]
    .filter((scheme) => !context.ownSchemes.isOfPackage(scheme.id) && isFitPlan(scheme))
    .toSorted((one, other) => other.year - one.year || (one.id < other.id ? -1 : 1))
    .slice(0, planLimits.plans)
    .map((scheme) => {
      const notice = ownNotice(context, scheme);
      return { scheme, ...(notice ? { notice } : {}) };
    });
  return plans.length === 0 ? {} : { plans };
}

/** A notice of the clerk's own scheme goes along; those of the program are on the expert's laptop. */
function ownNotice(context: Context, scheme: Scheme): PackContents["notice"] {
  if (context.ownSchemes.isOfPackage(scheme.id)) return undefined;
  const read = readNotice(context, scheme.id);
  return read.ok ? { title: read.value.title, document: read.value.document } : undefined;
}
