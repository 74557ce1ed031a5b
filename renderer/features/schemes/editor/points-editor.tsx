import { Button, Segmented } from "antd";
import { useState } from "react";
import type { Point, SubjectId } from "../../../../shared/scheme/scheme.ts";
import { useWords } from "../../../ui/use-words.tsx";
import { freshId, noSource, removeAt, replaceAt } from "./draft-scheme.ts";
import { EntryLine } from "./entry-line.tsx";
import { ItemFrame } from "./item-frame.tsx";
import { PasteForm } from "./paste-form.tsx";
import { pointsFromText } from "./point-draft.ts";
import { PointFields } from "./point-fields.tsx";
import type { SectionProps } from "./section-props.ts";

function Points({
  draft,
  change,
  subject,
  open,
  onOpen,
}: Pick<SectionProps, "draft" | "change"> & {
  subject: SubjectId;
  open: string | null;
  onOpen: (point: string | null) => void;
}) {
  const { t } = useWords();
  const { points } = draft;
  const [pasting, setPasting] = useState(false);
  const ids = points.map(({ id }) => id);
  const own = points.flatMap((point, index) => (point.subject === subject ? [{ point, index }] : []));
  const put = (index: number, point: Point): void => change({ points: replaceAt(points, index, point) });
  const add = (): void => {
    const id = freshId(`${subject}-own`, ids);
    const group = own.at(-1)?.point.group ?? "";
    const point: Point = {
      id,
      subject,
      group,
      text: "",
      kind: "whether",
      measure: null,
      notes: [],
      source: noSource,
    };
    change({ points: [...points, point] });
    onOpen(id);
  };
  const up = (place: number): void => {
    const here = own[place];
    const before = own[place - 1];
    if (!here || !before) return;
    change({ points: replaceAt(replaceAt(points, here.index, before.point), before.index, here.point) });
  };
  return (
    <div className="stack">
      {own.length === 0 && <p className="muted">{t("editor.noPoints")}</p>}
      {own.map(({ point, index }, place) => (
        <div key={point.id}>
          {point.group !== own[place - 1]?.point.group && <h3 className="point-group">{point.group}</h3>}
          <EntryLine
            text={point.text === "" ? t("editor.newPoint") : point.text}
            kind={t(`point.kind.${point.kind}`)}
            number={place + 1}
            at={`points[${index}]`}
            open={open === point.id}
            onOpen={() => onOpen(open === point.id ? null : point.id)}
          />
          {open === point.id && (
            <ItemFrame
              name={point.text === "" ? t("editor.newPoint") : point.text}
              onUp={place > 0 ? () => up(place) : undefined}
              onRemove={() => change({ points: removeAt(points, index) })}
            >
              <PointFields point={point} at={`points[${index}]`} onChange={(next) => put(index, next)} />
            </ItemFrame>
          )}
        </div>
      ))}
      <div className="row">
        <Button className="add-button" onClick={add}>
          {t("editor.addPoint")}
        </Button>
        {!pasting && <Button onClick={() => setPasting(true)}>{t("editor.pastePoints")}</Button>}
      </div>
      {pasting && (
        <PasteForm
          title={t("editor.pastePoints")}
          hint={t("editor.pasteHint")}
          textLabel={t("editor.pasteText")}
          takeLabel={t("editor.pasteTake")}
          onTake={(text, where) => {
            change({ points: [...points, ...pointsFromText(text, subject, where, ids)] });
            setPasting(false);
            return true;
          }}
          onCancel={() => setPasting(false)}
        />
      )}
    </div>
  );
}

/** `points[3].text` → 3. */
const indexOf = (place: string | null): number => Number(/^points\[(\d+)\]/.exec(place ?? "")?.[1] ?? -1);

/** The questions of the evaluation, one list for each type of applicant. */
export function PointsEditor(props: SectionProps) {
  const { t } = useWords();
  const { subjects, points } = props.draft;
  const [chosen, setChosen] = useState<SubjectId | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const [seen, setSeen] = useState<string | null>(null);
  if (props.wanted !== seen) {
    setSeen(props.wanted);
    const point = points[indexOf(props.wanted)];
    if (point) {
      setChosen(point.subject);
      setOpen(point.id);
    }
  }
  const subject = subjects.find(({ id }) => id === chosen)?.id ?? subjects[0]?.id;
  if (subject === undefined) return <p className="muted">{t("editor.subjectsFirst")}</p>;
  return (
    <>
      <p className="muted">{t("editor.pointsHint")}</p>
      <Segmented<SubjectId>
        value={subject}
        onChange={setChosen}
        options={subjects.map(({ id, name }) => ({
          value: id,
          label: `${name} ${points.filter((point) => point.subject === id).length}`,
        }))}
      />
      <Points
        key={subject}
        draft={props.draft}
        change={props.change}
        subject={subject}
        open={open}
        onOpen={setOpen}
      />
    </>
  );
}
