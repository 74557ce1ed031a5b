import type { WrittenFile } from "../../shared/contract/app.ts";
import { exportAddress } from "../api/file-addresses.ts";
import { useWords } from "./use-words.tsx";

/** A file the program wrote: its name to fetch it by, where it lies, and its digest. */
export function WrittenNote({ file }: { file: WrittenFile }) {
  const { t } = useWords();
  return (
    <div className="written-note" role="status">
      ✓ {t("library.written")}{" "}
      <a href={exportAddress(file.name)} download={file.name}>
        {file.name}
      </a>
      <div className="muted">
        <code>{file.path}</code>
      </div>
      <div className="muted">
        SHA-256 <code className="digest">{file.sha256}</code>
      </div>
    </div>
  );
}
