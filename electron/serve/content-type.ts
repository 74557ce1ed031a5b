import { extname } from "node:path";

/** The kinds of file a window is made of; anything else in the folder is not served. */
const windowTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".ico": "image/x-icon",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".bcmap": "application/octet-stream",
  ".pfb": "application/octet-stream",
};

export const windowContentType = (path: string): string | undefined =>
  windowTypes[extname(path).toLowerCase()];

/** Pictures that may be shown in the window; SVG is left out because it can carry scripts. */
const pictures: readonly { type: string; matches: (bytes: Uint8Array) => boolean }[] = [
  { type: "image/png", matches: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]) },
  { type: "image/jpeg", matches: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]) },
  { type: "image/gif", matches: (bytes) => startsWith(bytes, [0x47, 0x49, 0x46, 0x38]) },
  { type: "image/bmp", matches: (bytes) => startsWith(bytes, [0x42, 0x4d]) && bytes.length > 26 },
];

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((value, index) => bytes[index] === value);

/** By content, never by the sender's file name. `null`: not a picture. */
export const pictureType = (bytes: Uint8Array): string | null =>
  pictures.find((picture) => picture.matches(bytes))?.type ?? null;
