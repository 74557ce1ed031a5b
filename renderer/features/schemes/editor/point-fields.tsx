import { Button } from "antd";
import type { Point } from "../../../../shared/scheme/scheme.ts";
import { ChoiceField, TextField } from "../../../ui/field.tsx";
import { useWords } from "../../../ui/use-words.tsx";
import { noSource, removeAt, replaceAt } from "./draft-scheme.ts";
import { MeasureFields } from "./measure-fields.tsx";
import { pointKinds, withKind } from "./point-draft.ts";
import { SourceFields } from "./source-fields.tsx";

/** Where the notice contradicts itself or leaves something open, shown with the point wherever it is answered. */
function Notes({ point, at, onChange }: { point: Point; at: string; onChange: (point: Point) => void }) {
  const { t } = useWords();
  const { notes } = point;
  return (
    <>
      {notes.map((note, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: notes have no id and are edited in place
        <div key={index} className="nested-item">
          <TextField
            label={t("editor.note")}
            value={note.text}
            at={`${at}.notes[${index}].text`}
            lines={2}
            wide
            onChange={(text) => onChange({ ...point, notes: replaceAt(notes, index, { ...note, text }) })}
          />
          <SourceFields
            at={`${at}.notes[${index}].source`}
            source={note.source}
            onChange={(source) => onChange({ ...point, notes: replaceAt(notes, index, { ...note, source }) })}
          />
          <Button size="small" onClick={() => onChange({ ...point, notes: removeAt(notes, index) })}>
            {t("editor.removeNamed", { name: t("editor.note") })}
          </Button>
        </div>
      ))}
      <Button
        size="small"
        onClick={() => onChange({ ...point, notes: [...notes, { text: "", source: noSource }] })}
      >
        {t("editor.addNote")}
      </Button>
    </>
  );
}

/** Everything about one evaluation point. */
export function PointFields({
  point,
  at,
  onChange,
}: {
  point: Point;
  at: string;
  onChange: (point: Point) => void;
}) {
  const { t } = useWords();
  return (
    <div className="stack">
      <div className="field-grid">
        <TextField
          label={t("editor.pointText")}
          value={point.text}
          at={`${at}.text`}
          lines={2}
          wide
          onChange={(text) => onChange({ ...point, text })}
        />
        <TextField
          label={t("editor.pointGroup")}
          value={point.group}
          at={`${at}.group`}
          onChange={(group) => onChange({ ...point, group })}
        />
        <ChoiceField
          label={t("editor.pointKind")}
          value={point.kind}
          at={`${at}.kind`}
          choices={pointKinds.map((value) => ({ value, label: t(`editor.pointKind.${value}`) }))}
          onChange={(kind) => onChange(withKind(point, kind))}
        />
      </div>
      {point.measure !== null && (
        <MeasureFields
          measure={point.measure}
          at={`${at}.measure`}
          onChange={(measure) => onChange({ ...point, measure })}
        />
      )}
      <SourceFields
        at={`${at}.source`}
        source={point.source}
        onChange={(source) => onChange({ ...point, source })}
      />
      <Notes point={point} at={at} onChange={onChange} />
    </div>
  );
}
