import type { CallName, Handlers, ParsedInputOf, ResultOf } from "../../shared/contract/index.ts";
import { type Failure, fail, succeed } from "../../shared/contract/result.ts";
import { applyRoundSettings } from "../../shared/scheme/apply-round-settings.ts";
import { checkRound } from "../../shared/scheme/check-round.ts";
import { deriveScheme } from "../../shared/scheme/derive-scheme.ts";
import { previewChanges } from "../../shared/scheme/preview-changes.ts";
import { proposeThresholds } from "../../shared/scheme/propose-thresholds.ts";
import type { Scheme } from "../../shared/scheme/scheme.ts";
import { problemSentence, schemeProblems, withLines } from "../../shared/scheme/scheme-problems.ts";
import { validateScheme } from "../../shared/scheme/validate-scheme.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import { lineOfFault } from "../../shared/text/json-lines.ts";
import { transact } from "../db/database.ts";
import { findRound } from "../db/rounds.ts";
import { listDossiers } from "../db/submissions.ts";
import { schemeDigest } from "../seal/digest.ts";
import { checkContext } from "./checks.ts";
import { type Context, notFound, preferencesOf, record } from "./context.ts";
import { fileNameOf, writeExport } from "./files.ts";
import { readUpload } from "./read-upload.ts";
import { schemeInForce } from "./rounds.ts";

type SchemeHandlers = Pick<Handlers, Extract<CallName, `scheme/${string}`>>;

export function createSchemeHandlers(context: Context): SchemeHandlers {
  const { schemes, ownSchemes } = context;
  return {
    "scheme/list": () => succeed([...schemes.values()].map((scheme) => headOf(context, scheme))),
    "scheme/get": ({ scheme }) => {
      const found = schemes.get(scheme);
      return found ? succeed(found) : notFound("scheme");
    },
    "scheme/list-refused": () =>
      succeed(ownSchemes.refused.map(({ file, problems }) => ({ file, problems: [...problems] }))),
    "scheme/list-versions": ({ scheme }) =>
      schemes.has(scheme)
        ? succeed(
            ownSchemes.versions(scheme).map((one) => ({
              id: one.id,
              version: one.version,
              digest: schemeDigest(one),
              title: one.title,
            })),
          )
        : notFound("scheme"),
    "scheme/derive": ({ scheme, ...notice }) => {
      const found = schemes.get(scheme);
      if (!found) return notFound("scheme");
      if (schemes.has(notice.id)) return fail("scheme-taken", { scheme: notice.id });
      return succeed(deriveScheme(found, notice));
    },
    "scheme/read-annex": (input) => readAnnex(context, input),
    "scheme/validate": ({ draft }) => succeed(schemeProblems(draft)),
    "scheme/save": ({ draft }) => save(context, draft, "scheme.save"),
    "scheme/import": (input) => importScheme(context, input.upload),
    "scheme/export": ({ scheme }) => exportScheme(context, scheme),
    "scheme/preview": ({ round, draft }) => preview(context, round, draft),
  };
}

const headOf = (context: Context, scheme: Scheme) => ({
  id: scheme.id,
  title: scheme.title,
  issuer: scheme.issuer,
  documentNo: scheme.documentNo,
  year: scheme.year,
  purpose: scheme.purpose ?? ("review" as const),
  evaluates: scheme.evaluation !== undefined,
  register: scheme.register?.id ?? null,
  hasBoard: (scheme.targets ?? []).length + (scheme.tasks ?? []).length > 0 || scheme.purpose === "plan",
  origin: context.ownSchemes.isOfPackage(scheme.id) ? ("package" as const) : ("own" as const),
});

async function readAnnex(
  context: Context,
  input: ParsedInputOf<"scheme/read-annex">,
): Promise<ResultOf<"scheme/read-annex">> {
  const scheme = input.scheme === null ? null : (context.schemes.get(input.scheme) ?? null);
  const read = await readUpload(context, input.upload);
  if (!read.ok) return read;
  const proposals = proposeThresholds(read.value, scheme);
  return proposals.length === 0
    ? fail("nothing-found", { file: read.value.file })
    : succeed({ proposals, ...read.value });
}

type Invalid = Failure<"scheme-invalid">;

/** A draft that is a scheme, or what is wrong with it in words. `text`: of the file it came in, to say the line. */
function accept(context: Context, draft: unknown, text?: string): { ok: true; value: Scheme } | Invalid {
  const valid = validateScheme(draft);
  if (valid.ok) return valid;
  const problems = text === undefined ? schemeProblems(draft) : withLines(schemeProblems(draft), text);
  const [first] = problems;
  const { locale } = preferencesOf(context);
  return fail("scheme-invalid", {
    ...valid.params,
    ...(first?.line === undefined ? {} : { line: String(first.line) }),
    count: String(Math.max(1, problems.length)),
    sentence: first ? problemSentence(locale, draft, first) : (valid.params.reason ?? ""),
  });
}

function save(
  context: Context,
  draft: unknown,
  action: "scheme.save" | "scheme.import",
  text?: string,
): ResultOf<"scheme/save"> {
  const valid = accept(context, draft, text);
  if (!valid.ok) return valid;
  const { id } = valid.value;
  if (context.ownSchemes.isOfPackage(id)) return fail("scheme-of-package", { scheme: id });
  const scheme = context.ownSchemes.save(valid.value);
  const digest = schemeDigest(scheme);
  transact(context.db, () =>
    record(context, action, null, { scheme: id, version: String(scheme.version), digest }),
  );
  return succeed({ scheme, digest });
}

async function importScheme(context: Context, upload: string): Promise<ResultOf<"scheme/import">> {
  const [found] = context.uploads.find([upload]) ?? [];
  if (!found) return fail("unknown-upload");
  const bytes = await context.uploads.read(found);
  context.uploads.discard([upload]);
  const text = Buffer.from(bytes)
    .toString("utf8")
    .replace(/^\ufeff/, "");
  let draft: unknown;
  try {
    draft = JSON.parse(text);
  } catch {
    const { locale } = preferencesOf(context);
    const line = String(lineOfFault(text) ?? 1);
    return fail("not-json", { file: found.path, line, where: say(locale, "scheme.line", { line }) });
  }
  return save(context, draft, "scheme.import", text);
}

function exportScheme(context: Context, id: string): ResultOf<"scheme/export"> {
  const scheme = context.schemes.get(id);
  if (!scheme) return notFound("scheme");
  const file = writeExport(context, {
    round: null,
    name: `${fileNameOf(scheme.id)}-v${scheme.version}.json`,
    bytes: Buffer.from(`${JSON.stringify(scheme, null, 2)}\n`),
    action: "scheme.export",
  });
  return succeed({ file, digest: schemeDigest(scheme) });
}

/** What the clerk entered for the round also holds under the draft, as far as the draft leaves it open. */
function preview(context: Context, id: string, draft: unknown): ResultOf<"scheme/preview"> {
  const round = findRound(context.db, id);
  if (!round) return notFound("round");
  const valid = accept(context, draft);
  if (!valid.ok) return valid;
  const dossiers = listDossiers(context.db, id);
  const needed = checkContext(context, round);
  const before = checkRound(schemeInForce(round), dossiers, needed);
  const after = checkRound(applyRoundSettings(valid.value, round.settings), dossiers, needed);
  return succeed(previewChanges(before, after));
}
