import { Button } from "antd";
import { useState } from "react";
import { FieldFault, TextField } from "../../../ui/field.tsx";
import { useWords } from "../../../ui/use-words.tsx";

/** Part of a notice pasted whole: what is read from it is added, to be looked at one by one. */
export function PasteForm({
  title,
  hint,
  textLabel,
  takeLabel,
  nothing,
  onTake,
  onCancel,
}: {
  title: string;
  hint: string;
  textLabel: string;
  takeLabel: string;
  /** What to say when nothing was read. */
  nothing?: string;
  /** `false`: nothing was read, and what was pasted stays. */
  onTake: (text: string, place: string) => boolean;
  onCancel: () => void;
}) {
  const { t } = useWords();
  const [text, setText] = useState("");
  const [place, setPlace] = useState("");
  const [empty, setEmpty] = useState(false);
  return (
    <section className="card stack" aria-label={title}>
      <p className="muted">{hint}</p>
      <TextField
        label={t("editor.place")}
        hint={t("editor.placeHint")}
        value={place}
        wide
        onChange={setPlace}
      />
      <TextField label={textLabel} value={text} lines={6} wide onChange={setText} />
      {empty && nothing !== undefined && (
        <p role="alert">
          <FieldFault text={nothing} />
        </p>
      )}
      <div className="row">
        <Button
          type="primary"
          disabled={text.trim() === "" || place.trim() === ""}
          onClick={() => setEmpty(!onTake(text, place.trim()))}
        >
          {takeLabel}
        </Button>
        <Button onClick={onCancel}>{t("ui.cancel")}</Button>
      </div>
    </section>
  );
}
