import { createContext } from "react";

/** Where the pictures of a document are fetched from; `null`: its file is not at hand. */
export interface DocumentSource {
  readonly round: string;
  readonly sha256: string;
  /** The file is a picture itself. */
  readonly picture: boolean;
}

export const DocumentSourceContext = createContext<DocumentSource | null>(null);
