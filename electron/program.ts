import type { CallName, InputOf, ResultOf } from "../shared/contract/index.ts";
import type { Result } from "../shared/contract/result.ts";

/** A file the window may fetch: an export, or the original of an imported file. */
export interface ServedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The program without a way in: what main.ts, serve.ts and cli.ts put a window, a port or a shell around. */
export interface Program {
  /** The only door for callers outside this process: everything is `unknown` until its schema accepted it. */
  dispatch(name: string, input: unknown): Promise<Result<unknown>>;
  /** The typed door for code of our own (CLI, demo). */
  call<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<ResultOf<Name>>;
  /** Stores an upload under a new id, streaming, within limits (`too-large`, `bad-path`, `too-many`). */
  acceptUpload(path: string, body: AsyncIterable<Uint8Array>): Promise<Result<{ upload: string }>>;
  exportedFile(name: string): ServedFile | null;
  originalFile(round: string, sha256: string): ServedFile | null;
  /** A picture inside an imported file, by the name of its image block. */
  embeddedPicture(round: string, sha256: string, name: string): ServedFile | null;
  /** Changes the window said are not stored yet. */
  unsaved(): number;
  close(): Promise<void>;
}
