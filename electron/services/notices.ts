import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Handlers, ParsedInputOf, ResultOf } from "../../shared/contract/index.ts";
import { type Failure, fail, succeed } from "../../shared/contract/result.ts";
import { noticeDocument } from "../../shared/scheme/notice-document.ts";
import type { Block, Document } from "../../shared/submission/document.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import { transact } from "../db/database.ts";
import { insertNotice, type KeptNotice, listNotices, listNoticeTitles } from "../db/notices.ts";
import { actorOf, type Context, notFound, record } from "./context.ts";
import { sha256Of } from "./files.ts";
import { readUpload } from "./read-upload.ts";

type NoticeHandlers = Pick<Handlers, "notice/get" | "notice/list" | "notice/keep">;

export function createNoticeHandlers(context: Context): NoticeHandlers {
  return {
    "notice/get": ({ scheme }) => readNotice(context, scheme),
    "notice/list": () => succeed(listAll(context)),
    "notice/keep": (input) => keep(context, input),
  };
}

const folderOf = (context: Context): string => join(context.ports.resourcesFolder, "schemes", "notices");

function listAll(context: Context) {
  const folder = folderOf(context);
  const packaged = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".txt"))
        .map((name) => name.slice(0, -".txt".length))
    : [];
  const ofPackage = packaged.flatMap((id) => {
    const scheme = context.schemes.get(id);
    return scheme ? [{ scheme: id, title: scheme.title, origin: "package" as const }] : [];
  });
  const own = listNoticeTitles(context.db).map(({ scheme, title }) => ({
    scheme,
    title: context.schemes.get(scheme)?.title ?? title,
    origin: "own" as const,
  }));
  return [...ofPackage.toSorted((one, other) => (one.scheme < other.scheme ? -1 : 1)), ...own];
}

/** Several files as one document: each under its name, with ids of its own. */
function joined(notices: readonly KeptNotice[]): Document {
  const [only, ...others] = notices;
  if (only && others.length === 0) return only.document;
  return {
    blocks: notices.flatMap(({ file, document }, index): Block[] => [
      { kind: "heading", id: `f${index + 1}`, level: 1, text: file },
      ...document.blocks.map((block) => ({ ...block, id: `f${index + 1}-${block.id}` })),
    ]),
  };
}

export function readNotice(context: Context, id: string): ResultOf<"notice/get"> {
  const scheme = context.schemes.get(id);
  const kept = listNotices(context.db, id);
  const title = scheme?.title ?? kept.at(-1)?.title;
  if (title === undefined) return notFound("scheme");
  const file = join(folderOf(context), `${id}.txt`);
  if (context.ownSchemes.isOfPackage(id) && existsSync(file))
    return succeed({ scheme: id, title, document: noticeDocument(readFileSync(file, "utf8")) });
  return kept.length === 0
    ? fail("notice-missing", { scheme: id })
    : succeed({ scheme: id, title, document: joined(kept) });
}

type Given = { readonly file: string; readonly sha256: string; readonly document: Document };
type Ungiven = Failure<"unknown-upload" | "unreadable" | "nothing-found">;

async function given(
  context: Context,
  { upload, text, read }: ParsedInputOf<"notice/keep">,
): Promise<{ ok: true; value: Given } | Ungiven> {
  if (upload !== null) return readUpload(context, upload);
  if (read !== null) return succeed(read);
  const document = noticeDocument(text);
  const file = say("zh", "notice.typed");
  return document.blocks.length === 0
    ? fail("nothing-found", { file })
    : succeed({ file, sha256: sha256Of(text), document });
}

async function keep(context: Context, input: ParsedInputOf<"notice/keep">): Promise<ResultOf<"notice/keep">> {
  const scheme = context.schemes.get(input.scheme);
  if (!scheme) return notFound("scheme");
  if (context.ownSchemes.isOfPackage(scheme.id)) return fail("scheme-of-package", { scheme: scheme.id });
  const found = await given(context, input);
  if (!found.ok) return found;
  const { file, sha256, document } = found.value;
  const notice = { scheme: scheme.id, title: scheme.title, file, sha256, document };
  transact(context.db, () => {
    insertNotice(context.db, context.ports.newId(), {
      ...notice,
      by: actorOf(context),
      at: context.ports.now(),
    });
    record(context, "notice.keep", null, { scheme: scheme.id, title: scheme.title, file, sha256 });
  });
  return readNotice(context, scheme.id) as ResultOf<"notice/keep">;
}
