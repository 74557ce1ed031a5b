import type { Document } from "../../shared/submission/document.ts";
import type { Extraction } from "../../shared/submission/fact.ts";
import { searchRows } from "../../shared/submission/search-rows.ts";
import type { InspectedFile } from "./inspected-file.ts";
import type { SentFile } from "./worker-protocol.ts";

/** For the way out of a reading thread. */
export function prepareFile({ document, extraction, ...file }: InspectedFile): InspectedFile | SentFile {
  if (document === null || extraction === null) return { ...file, document, extraction };
  const prepared = {
    kind: extraction.kind,
    document: JSON.stringify(document),
    extraction: JSON.stringify(extraction),
    searchRows: searchRows(document),
  };
  return { ...file, prepared };
}

/** The same file on the other side; its objects are made when they are asked for. */
export function receiveFile(file: InspectedFile | SentFile): InspectedFile {
  if ("document" in file) return file;
  const { prepared } = file;
  let document: Document | undefined;
  let extraction: Extraction | undefined;
  return {
    ...file,
    get document(): Document {
      document ??= JSON.parse(prepared.document) as Document;
      return document;
    },
    get extraction(): Extraction {
      extraction ??= JSON.parse(prepared.extraction) as Extraction;
      return extraction;
    },
  };
}
