import { Button, Checkbox } from "antd";
import { useState } from "react";
import type { OutputOf } from "../../../shared/contract/index.ts";
import { BaseLevel } from "../../../shared/register/base.ts";
import type { ImportQuestion, ProposedBase } from "../../../shared/register/propose-bases.ts";
import { useDraft } from "../../api/save-state.ts";
import { useAct } from "../../api/use-act.ts";
import { useAsk } from "../../api/use-ask.ts";
import { ColumnHeads } from "../../ui/column-heads.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Failure } from "../../ui/failure.tsx";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { UploadButton } from "../../ui/upload-button.tsx";
import { useWords } from "../../ui/use-words.tsx";
import {
  type Answers,
  canTake,
  confirmGeneral,
  final,
  isAnswered,
  openGeneral,
  startAnswers,
} from "./import-answers.ts";

/** What the file does not say of its rows and holds for all of them. */
interface Common {
  readonly register: string;
  readonly level: BaseLevel;
  readonly province: string;
  readonly batch: string;
}

const isReady = (common: Common): boolean => common.register.trim() !== "";

function Row({
  row,
  number,
  answers,
  onChange,
}: {
  row: ProposedBase;
  number: number;
  answers: Answers;
  onChange: (answers: Answers) => void;
}) {
  const { t } = useWords();
  const toggle = (code: ImportQuestion["code"], yes: boolean): void =>
    onChange({
      ...answers,
      confirmed: yes ? [...answers.confirmed, code] : answers.confirmed.filter((one) => one !== code),
    });
  return (
    <tr>
      <th scope="row">
        <Checkbox
          checked={answers.include}
          disabled={!canTake(row)}
          aria-label={t("bases.include", { number: String(number), name: row.name })}
          onChange={({ target }) => onChange({ ...answers, include: target.checked })}
        />{" "}
        {number}
      </th>
      <td>
        <span className="wrapping">{row.name === "" ? row.evidence.text : row.name}</span>
      </td>
      <td>{row.direction === null ? "–" : t(`direction.${row.direction}`)}</td>
      <td>{row.subject === null ? "–" : t(`subject.${row.subject}`)}</td>
      <td>{row.city === "" ? "–" : row.city}</td>
      <td>{row.batch === "" ? "–" : row.batch}</td>
      <td>
        {row.questions.map(({ code, about }) => (
          <div key={code}>
            {final.has(code) ? (
              <span className="status status-not-met">✗ {t(`register.question.${code}`, { about })}</span>
            ) : (
              <Checkbox
                checked={answers.confirmed.includes(code)}
                disabled={!answers.include}
                onChange={({ target }) => toggle(code, target.checked)}
              >
                ? {t(`register.question.${code}`, { about })} · {t("bases.confirm")}
              </Checkbox>
            )}
          </div>
        ))}
      </td>
    </tr>
  );
}

type Read = OutputOf<"register/read-list">;

function Rows({ read, common, onDone }: { read: Read; common: Common; onDone: () => void }) {
  const { t } = useWords();
  const add = useAct("register/add");
  const [answers, setAnswers] = useState<readonly Answers[]>(() => read.rows.map(startAnswers));
  useDraft(1);
  const entries = read.rows.map((row, index) => ({ row, answer: answers[index] ?? startAnswers(row) }));
  const taken = entries.filter(({ answer }) => answer.include);
  const open = entries.filter(({ row, answer }) => !isAnswered(row, answer)).length;
  const general = openGeneral(read.rows, answers);
  const noBatch = taken.some(({ row }) => row.batch === "") && common.batch.trim() === "";
  const store = (): void =>
    add.mutate(
      {
        rows: taken.map(({ row, answer }) => ({
          details: {
            register: common.register.trim(),
            name: row.name,
            level: common.level,
            direction: row.direction,
            subject: row.subject,
            province: common.province.trim(),
            city: row.city,
            batch: row.batch === "" ? common.batch.trim() : row.batch,
            source: `${read.file} ${row.evidence.cell ?? row.evidence.block}`,
          },
          confirmed: [...answer.confirmed],
        })),
      },
      { onSuccess: onDone },
    );
  return (
    <div className="stack">
      {read.mismatches.map((mismatch) => (
        <p key={mismatch.heading} className="status-to-confirm">
          ?{" "}
          {t("bases.mismatch", {
            heading: mismatch.heading,
            stated: String(mismatch.stated),
            found: String(mismatch.found),
          })}
        </p>
      ))}
      <p role="status">
        {t("bases.toTake", {
          taken: String(taken.length),
          total: String(entries.length),
          open: String(open),
        })}
      </p>
      {general > 1 && (
        <p>
          <Button onClick={() => setAnswers(confirmGeneral(read.rows, answers))}>
            {t("bases.confirmAll", { count: String(general) })}
          </Button>
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <section className="table-scroll import-rows" aria-label={t("bases.importRows")} tabIndex={0}>
        <table>
          <ColumnHeads
            columns={[
              t("bases.take"),
              t("scheme.field.name"),
              t("scheme.field.direction"),
              t("scheme.field.subject"),
              t("bases.city"),
              t("bases.batch"),
              t("bases.questions"),
            ]}
          />
          <tbody>
            {entries.map(({ row, answer }, index) => (
              <Row
                // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one reading never change their order
                key={index}
                row={row}
                number={index + 1}
                answers={answer}
                onChange={(next) =>
                  setAnswers(entries.map((entry, at) => (at === index ? next : entry.answer)))
                }
              />
            ))}
          </tbody>
        </table>
      </section>
      {noBatch && <p className="muted">{t("bases.batchNeeded")}</p>}
      <div className="row">
        <Button
          type="primary"
          disabled={taken.length === 0 || open > 0 || noBatch}
          loading={add.isPending}
          onClick={store}
        >
          {t("bases.addRows", { count: String(taken.length) })}
        </Button>
        <Button onClick={onDone}>{t("ui.cancel")}</Button>
      </div>
      <Failure error={add.error} />
    </div>
  );
}

/** Reads a list of bases and asks about every row that is not clear; nothing is stored before the clerk says so. */
export function ImportList({ onDone }: { onDone: () => void }) {
  const { t } = useWords();
  const read = useAsk("register/read-list");
  const [common, setCommon] = useState<Common>({ register: "", level: "province", province: "", batch: "" });
  const set = (part: Partial<Common>): void => setCommon({ ...common, ...part });
  return (
    <section className="card stack" aria-label={t("bases.import")}>
      <h2>{t("bases.import")}</h2>
      <p className="muted">{t("bases.importHint")}</p>
      <div className="field-grid">
        <TextField
          label={t("bases.intoList")}
          hint={t("bases.intoListHint")}
          value={common.register}
          onChange={(register) => set({ register })}
        />
        <ChoiceField
          label={t("bases.level")}
          value={common.level}
          choices={BaseLevel.options.map((value) => ({ value, label: t(`register.level.${value}`) }))}
          onChange={(level) => set({ level })}
        />
        <TextField
          label={t("scheme.field.province")}
          value={common.province}
          onChange={(province) => set({ province })}
        />
        <TextField label={t("bases.batch")} value={common.batch} onChange={(batch) => set({ batch })} />
      </div>
      <div className="row">
        <UploadButton
          label={t("bases.chooseList")}
          accept=".xlsx,.xls,.docx,.doc"
          primary
          disabled={!isReady(common)}
          onUpload={(upload) => read.mutate({ upload, register: common.register.trim() })}
        />
        {!read.data && <Button onClick={onDone}>{t("ui.cancel")}</Button>}
      </div>
      <Failure error={read.error} />
      {read.data &&
        (read.data.rows.length === 0 ? (
          <EmptyState title={t("bases.nothingRead")} hint={t("bases.importHint")} />
        ) : (
          <Rows
            key={`${read.data.file} ${read.submittedAt}`}
            read={read.data}
            common={common}
            onDone={onDone}
          />
        ))}
    </section>
  );
}
