import { Button } from "antd";
import { type InputHTMLAttributes, useRef } from "react";
import { failureSentence } from "../../../shared/text/failure-sentence.ts";
import { Failure } from "../../ui/failure.tsx";
import { JobProgress } from "../../ui/progress.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { pickedFrom } from "./dropped-files.ts";
import type { ImportState } from "./use-import.ts";

/** React has no typed attribute for choosing folders. */
const folderChoice = { webkitdirectory: "" } as InputHTMLAttributes<HTMLInputElement>;

export function ImportButtons({ importing, primary }: { importing: ImportState; primary: boolean }) {
  const { t } = useWords();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    const picked = pickedFrom(input.files);
    // Emptied, so that choosing the same file again is a change.
    input.value = "";
    void importing.run(picked);
  };
  return (
    <>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={t("intake.filesInput")}
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={folder}
        type="file"
        hidden
        aria-label={t("intake.folderInput")}
        {...folderChoice}
        onChange={(event) => take(event.currentTarget)}
      />
      <Button
        type={primary ? "primary" : "default"}
        disabled={importing.busy}
        onClick={() => files.current?.click()}
      >
        {t("intake.chooseFiles")}
      </Button>
      <Button disabled={importing.busy} onClick={() => folder.current?.click()}>
        {t("intake.chooseFolder")}
      </Button>
    </>
  );
}

/** What is happening to the files just handed over, and what came of it. */
export function ImportProgress({ importing }: { importing: ImportState }) {
  const { t, locale } = useWords();
  const { uploading, job, failure, notAccepted, nothing } = importing;
  const result = job?.state === "done" ? job.result : null;
  return (
    <div className="import-progress">
      {uploading && (
        <p role="status">
          {t("intake.uploading", { done: String(uploading.done), total: String(uploading.total) })}
        </p>
      )}
      {nothing && <p role="alert">{t("intake.nothing")}</p>}
      {job && <JobProgress state={job} />}
      {job?.state === "cancelled" && <p>{t("intake.cancelledHint")}</p>}
      {result && (
        <p role="status">
          {result.files === 0
            ? t("intake.finishedNone")
            : t("intake.finished", {
                files: String(result.files),
                submissions: String(result.submissions),
                refused: String(result.refused),
              })}
        </p>
      )}
      <Failure error={failure} />
      {notAccepted.length > 0 && (
        <ul role="alert" className="not-accepted">
          {notAccepted.map((refused) => (
            <li key={refused.path}>
              {t("intake.notAccepted", {
                name: refused.path,
                reason: failureSentence(locale, refused.code, refused.params),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
