import { Button } from "antd";
import { useState } from "react";
import { useAct } from "../../api/use-act.ts";
import { Failure } from "../../ui/failure.tsx";
import { TextField } from "../../ui/field.tsx";
import { UploadButton } from "../../ui/upload-button.tsx";
import { useWords } from "../../ui/use-words.tsx";

/** The text of the notice comes to a scheme of one's own as a file or pasted; every source then leads into it. */
export function KeepNotice({ scheme }: { scheme: string }) {
  const { t } = useWords();
  const keep = useAct("notice/keep");
  const [text, setText] = useState("");
  return (
    <section className="stack" aria-label={t("schemes.keepNotice")}>
      <p className="muted">{t("schemes.keepNoticeHint")}</p>
      <div className="row">
        <UploadButton
          label={t("schemes.keepNoticeFile")}
          accept=".docx,.doc,.wps,.xlsx,.xls,.pdf,.txt"
          onUpload={(upload) => keep.mutate({ scheme, upload })}
        />
      </div>
      <TextField label={t("schemes.keepNoticeText")} value={text} lines={4} onChange={setText} />
      <div className="row">
        <Button
          disabled={text.trim() === ""}
          loading={keep.isPending}
          onClick={() => keep.mutate({ scheme, text }, { onSuccess: () => setText("") })}
        >
          {t("schemes.keepNoticeNow")}
        </Button>
      </div>
      <Failure error={keep.error} />
    </section>
  );
}
