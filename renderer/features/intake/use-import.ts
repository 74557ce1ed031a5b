import { useState } from "react";
import type { JobState } from "../../../shared/contract/app.ts";
import type { Params } from "../../../shared/contract/result.ts";
import type { CallFailure } from "../../api/call.ts";
import { upload } from "../../api/transport.ts";
import { useAct } from "../../api/use-act.ts";
import { useJob, useStartedJob } from "../../api/use-job.ts";
import type { PickedFile } from "./dropped-files.ts";

/** A file that never reached the program, with why. */
export interface NotAccepted {
  readonly path: string;
  readonly code: string;
  readonly params: Params;
}

export interface ImportState {
  readonly run: (files: readonly PickedFile[]) => Promise<void>;
  /** Follows an import that was started otherwise. */
  readonly follow: (job: string) => void;
  readonly uploading: { readonly done: number; readonly total: number } | null;
  readonly job: JobState | null;
  readonly failure: CallFailure | null;
  readonly notAccepted: readonly NotAccepted[];
  /** Something was handed over that holds no file: an empty folder, a piece of text. */
  readonly nothing: boolean;
  readonly busy: boolean;
}

/** Hands files to the program one after another, then starts the import and follows it. */
export function useImport(round: string): ImportState {
  const start = useAct("intake/start-import");
  const [uploading, setUploading] = useState<ImportState["uploading"]>(null);
  const [notAccepted, setNotAccepted] = useState<readonly NotAccepted[]>([]);
  const [nothing, setNothing] = useState(false);
  const [job, setJob] = useStartedJob(`import ${round}`);
  const followed = useJob(job);
  const run = async (files: readonly PickedFile[]): Promise<void> => {
    setNothing(files.length === 0);
    if (files.length === 0) return;
    setNotAccepted([]);
    const uploads: string[] = [];
    for (const [index, picked] of files.entries()) {
      setUploading({ done: index, total: files.length });
      const answer = await upload(picked.file, picked.path);
      if (answer.ok) uploads.push(answer.value.upload);
      else {
        const refused = { path: picked.path, code: answer.code, params: answer.params };
        setNotAccepted((known) => [...known, refused]);
      }
    }
    setUploading(null);
    if (uploads.length > 0) start.mutate({ round, uploads }, { onSuccess: (started) => setJob(started.job) });
  };
  return {
    run,
    follow: setJob,
    uploading,
    job: followed.state,
    failure: start.error ?? followed.failure,
    notAccepted,
    nothing,
    busy: uploading !== null || start.isPending || followed.state?.state === "running",
  };
}
