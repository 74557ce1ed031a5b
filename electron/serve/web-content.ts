import { fail } from "../../shared/contract/result.ts";
import type { Locale } from "../../shared/text/define-words.ts";
import type { Program, ServedFile } from "../program.ts";
import { answer, sentence } from "./answer.ts";
import { fileResponse } from "./file-response.ts";
import { commonHeaders } from "./security-headers.ts";
import { decodePath, readStaticFile } from "./static-file.ts";

export interface WebContent {
  readonly program: Pick<Program, "acceptUpload" | "exportedFile" | "originalFile" | "embeddedPicture">;
  readonly rendererFolder: string;
  readonly locale: Locale;
}

export type WebHandler = (request: Request) => Promise<Response>;

/**
 * What the window loads, the same for `app://pingshen/` and for the local port: its files, exports and originals,
 * and the way in for dropped files. Who may ask is decided before.
 */
export function createWebHandler(content: WebContent): WebHandler {
  return async (request) => {
    const { pathname } = new URL(request.url);
    const reading = request.method === "GET" || request.method === "HEAD";
    if (pathname === "/upload")
      return request.method === "POST"
        ? upload(content, request)
        : sentence(405, "gate.method", content.locale);
    if (!reading) return sentence(405, "gate.method", content.locale);
    const response = await read(content, pathname);
    return request.method === "HEAD" ? withoutBody(response) : response;
  };
}

async function read(content: WebContent, pathname: string): Promise<Response> {
  if (pathname.startsWith("/files/")) {
    const file = findFile(content.program, pathname.split("/").slice(2).map(decodePath));
    return file === null ? sentence(404, "gate.not-found", content.locale) : fileResponse(file);
  }
  const file = await readStaticFile(content.rendererFolder, pathname);
  if (!file.found)
    return file.reason === "bad-path"
      ? sentence(400, "gate.bad-path", content.locale)
      : sentence(404, "gate.not-found", content.locale);
  return new Response(file.bytes, {
    headers: { ...commonHeaders, "content-type": file.type, "cache-control": file.cache },
  });
}

const isPlainName = (name: string): boolean => !/[\\/\0]|^\.\.?$/.test(name);
const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** `/files/export/<name>`, `/files/content/<round>/<sha256>` and `/files/picture/<round>/<sha256>/<name>`. */
function findFile(program: WebContent["program"], parts: readonly (string | null)[]): ServedFile | null {
  const [kind, first, second, third, ...more] = parts;
  if (!first || more.length > 0) return null;
  if (kind === "export" && second === undefined && isPlainName(first)) return program.exportedFile(first);
  if (!second || !isDigest(second)) return null;
  if (kind === "content" && third === undefined) return program.originalFile(first, second);
  if (kind === "picture" && third && isPlainName(third)) return program.embeddedPicture(first, second, third);
  return null;
}

/** The path is the file's place inside what was dropped, percent-encoded because a header is ASCII. */
async function upload(content: WebContent, request: Request): Promise<Response> {
  const path = decodePath(request.headers.get("x-file-path") ?? "");
  if (path === null || path === "") return answer(fail("bad-path", { path: "" }));
  return answer(await content.program.acceptUpload(path, request.body ?? emptyBody()));
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}

const withoutBody = (response: Response): Response =>
  new Response(null, { status: response.status, headers: response.headers });
