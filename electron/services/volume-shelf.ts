import type { InspectedFile, InspectInput } from "../intake/inspect.ts";
import { isMailPiece, joinMails } from "../intake/volumes/join-mails.ts";
import { isRefusedVolume, joinedPart, joinVolumes } from "../intake/volumes/join-volumes.ts";

/** A source that was read, and what was in it. */
export interface ReadSource<Source> {
  readonly source: Source;
  readonly inspected: readonly InspectedFile[];
}

/**
 * Keeps the sources of an import that hold pieces of cut archives or mails until every piece has been looked for. They are stored
 * last: what is lost by a crash or by cancelling until then is read again by the next import.
 */
export class VolumeShelf<Source extends { readonly path: string }> {
  private readonly kept: ReadSource<Source>[] = [];

  /** True when the source has to wait. */
  keep(source: Source, inspected: readonly InspectedFile[]): boolean {
    const waits = inspected.some((file) => isRefusedVolume(file) || isMailPiece(file));
    if (waits) this.kept.push({ source, inspected });
    return waits;
  }

  /** The sources that waited, their pieces marked where they could be joined, then what they make. */
  async release(
    inspect: (input: InspectInput) => Promise<InspectedFile[]>,
  ): Promise<ReadSource<Source | { readonly path: string }>[]> {
    const files = this.kept.flatMap(({ inspected }) => inspected);
    const joined = [...joinVolumes(files), ...joinMails(files)];
    const places = new Map(
      joined.flatMap(({ parts, input }) => parts.map((part) => [part, input.path] as const)),
    );
    const mark = (file: InspectedFile): InspectedFile => {
      const place = places.get(file);
      return place === undefined ? file : joinedPart(file, place);
    };
    const results: ReadSource<Source | { readonly path: string }>[] = this.kept.map(
      ({ source, inspected }) => ({
        source,
        inspected: inspected.map(mark),
      }),
    );
    for (const { input } of joined)
      results.push({ source: { path: input.path }, inspected: await inspect(input) });
    this.kept.length = 0;
    return results;
  }
}
