import type JSZip from "jszip";
import { NotDrawn } from "./not-drawn.ts";

/** Larger than any dossier; a file that unfolds to more is not drawn. */
const MOST_BYTES = 300 * 1024 * 1024;
const MOST_TEXT_BYTES = 60 * 1024 * 1024;

interface Packed {
  readonly size: number;
  readonly deflated: boolean;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const isPart = (value: unknown): value is Uint8Array<ArrayBuffer> => value instanceof Uint8Array;

/** As the package holds the file; `null` where the library does not say. */
function packedOf(file: JSZip.JSZipObject): Packed | null {
  const data: unknown = Reflect.get(file, "_data");
  if (typeof data !== "object" || data === null) return null;
  const bytes: unknown = Reflect.get(data, "compressedContent");
  const size: unknown = Reflect.get(data, "uncompressedSize");
  const way: unknown = Reflect.get(data, "compression");
  if (!isPart(bytes) || typeof size !== "number" || typeof way !== "object" || way === null) return null;
  const magic: unknown = Reflect.get(way, "magic");
  if (magic !== "\x08\x00" && magic !== "\x00\x00") return null;
  return { size, deflated: magic === "\x08\x00", bytes };
}

/** Sizes as the package declares them: nothing is unfolded to find out. */
export function refuseLarge(zip: JSZip): void {
  let all = 0;
  for (const [name, file] of Object.entries(zip.files)) {
    const size = packedOf(file)?.size ?? 0;
    all += size;
    if (all > MOST_BYTES || (/\.xml$/i.test(name) && size > MOST_TEXT_BYTES)) throw new NotDrawn("too-large");
  }
}

/** Ends a file that unfolds to more than it declared. */
function limit(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let all = 0;
  return new TransformStream({
    transform: (chunk, controller) => {
      all += chunk.byteLength;
      if (all > MOST_TEXT_BYTES) controller.error(new NotDrawn("too-large"));
      else controller.enqueue(chunk);
    },
  });
}

/** What a file of the package holds, unfolded by the browser beside the window's own work. */
async function unfolded(file: JSZip.JSZipObject): Promise<Response> {
  const packed = packedOf(file);
  if (packed === null) return new Response(await file.async("arraybuffer"));
  const stream = new Blob([packed.bytes]).stream();
  if (!packed.deflated) return new Response(stream);
  return new Response(stream.pipeThrough(new DecompressionStream("deflate-raw")).pipeThrough(limit()));
}

export const textOfPart = async (file: JSZip.JSZipObject): Promise<string> => (await unfolded(file)).text();

export const bytesOfPart = async (file: JSZip.JSZipObject): Promise<ArrayBuffer> =>
  (await unfolded(file)).arrayBuffer();
