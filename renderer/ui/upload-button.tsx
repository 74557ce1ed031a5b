import { Button } from "antd";
import { useId, useRef, useState } from "react";
import { CallFailure } from "../api/call.ts";
import { upload } from "../api/transport.ts";
import { Failure } from "./failure.tsx";

/** Takes one file from the computer into the program; what is done with it is the caller's matter. */
export function UploadButton({
  label,
  accept,
  primary = false,
  disabled = false,
  onUpload,
}: {
  label: string;
  accept: string;
  primary?: boolean;
  disabled?: boolean;
  onUpload: (upload: string, name: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const send = async (file: File): Promise<void> => {
    setBusy(true);
    setError(null);
    const sent = await upload(file, file.name);
    setBusy(false);
    if (sent.ok) onUpload(sent.value.upload, file.name);
    else setError(new CallFailure(sent.code, sent.params));
  };
  return (
    <>
      <input
        ref={input}
        id={id}
        type="file"
        className="visually-hidden"
        accept={accept}
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void send(file);
          // The same file may be chosen again after it was changed.
          event.target.value = "";
        }}
      />
      <Button
        type={primary ? "primary" : "default"}
        loading={busy}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <Failure error={error} />
    </>
  );
}
