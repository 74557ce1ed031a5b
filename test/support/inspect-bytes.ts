import { type InspectedFile, inspectFile } from "../../electron/intake/inspect.ts";
import { defaultLimits, type IntakeLimits } from "../../electron/intake/limits.ts";
import type { Block } from "../../shared/submission/document.ts";

export const inspectBytes = (
  path: string,
  bytes: Uint8Array | string,
  limits: Partial<IntakeLimits> = {},
): Promise<InspectedFile[]> =>
  inspectFile(
    { path, bytes: Buffer.from(bytes), provenance: {} },
    { scheme: null, limits: { ...defaultLimits, ...limits } },
  );

export async function inspectOne(
  path: string,
  bytes: Uint8Array | string,
  limits: Partial<IntakeLimits> = {},
): Promise<InspectedFile> {
  const [first] = await inspectBytes(path, bytes, limits);
  if (!first) throw new Error("inspectFile gave nothing");
  return first;
}

export const blocksOf = (file: InspectedFile): readonly Block[] => file.document?.blocks ?? [];

/** One line per block: `h1 text`, `p text`, `table 3x2 r1c1=text r1c2+1x2=text`, `image name`. */
export const outlineOf = (file: InspectedFile): string[] =>
  blocksOf(file).map((block) => {
    if (block.kind === "heading") return `h${block.level} ${block.text}`;
    if (block.kind === "paragraph") return `p ${block.text}`;
    if (block.kind === "image") return `image ${block.name}`;
    const cells = block.cells.map((cell) => {
      const span = cell.rowSpan > 1 || cell.columnSpan > 1 ? `+${cell.rowSpan}x${cell.columnSpan}` : "";
      return `r${cell.row}c${cell.column}${span}=${cell.text}`;
    });
    return [`table ${block.rows}x${block.columns}`, ...cells].join(" ");
  });

export const codesOf = (file: InspectedFile): string[] => file.messages.map((message) => message.code);

/** `name status code` per file: what became of everything that was inside. */
export const verdictsOf = (files: readonly InspectedFile[]): string[] =>
  files.map((file) => [file.file, file.status, file.error?.code].filter(Boolean).join(" "));
