import { type ReactNode, useId, useState } from "react";

/** Choose files, or drop them on the same place. Reachable by keyboard: it is a file input with a large label. */
export function FileDrop({
  label,
  hint,
  accept,
  multiple = false,
  busy,
  onFiles,
}: {
  label: string;
  hint: string;
  accept: string;
  multiple?: boolean;
  /** What is being done with the files; `null` when nothing. */
  busy: string | null;
  onFiles: (files: readonly File[]) => void;
}): ReactNode {
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the file input inside
    <div
      className={over ? "file-drop file-drop-over" : "file-drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (busy === null) onFiles([...event.dataTransfer.files]);
      }}
    >
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={busy !== null}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
      <label htmlFor={id}>{label}</label>
      <span className="muted" role="status">
        {busy ?? hint}
      </span>
    </div>
  );
}
