import type { ServedFile } from "../program.ts";
import { pictureType } from "./content-type.ts";
import { commonHeaders, foreignFilePolicy } from "./security-headers.ts";

/** A file that is saved, not opened: what a stranger sent must never become a page of ours. Pictures may be shown. */
export function fileResponse(file: ServedFile): Response {
  const picture = pictureType(file.bytes);
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      ...commonHeaders,
      "content-security-policy": foreignFilePolicy,
      "content-type": picture ?? "application/octet-stream",
      "content-length": String(file.bytes.length),
      "content-disposition": `${picture === null ? "attachment" : "inline"}; ${fileNameParameters(file.name)}`,
      "cache-control": "no-store",
    },
  });
}

/** RFC 6266: the plain name for old readers, the UTF-8 one (RFC 5987) for a name in Chinese. */
function fileNameParameters(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? "";
  const plain = base.replace(/[^\x20-\x7e]|["%\\]/g, "_") || "file";
  const encoded = encodeURIComponent(base.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}
