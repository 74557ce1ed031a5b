import { Button } from "antd";
import { type KeyboardEvent, type ReactNode, useDeferredValue } from "react";
import { useCall } from "../../api/use-call.ts";
import { fileNameOf } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";
import type { Find } from "./file-page.tsx";
import type { FindScope } from "./find-panel.tsx";

interface Props {
  readonly find: Find;
  readonly at: number;
  readonly hits: number;
  /** Rows of the file are still to come, in which more may be found. */
  readonly incomplete: boolean;
  readonly onFind: (find: Find) => void;
  readonly onStep: (by: 1 | -1) => void;
  /** What else was found. */
  readonly children?: ReactNode;
}

/** Find as you type; Enter next, Shift+Enter previous; beyond the file, Enter and ↓ lead into the list. */
export function FindBar({ find, at, hits, incomplete, onFind, onStep, children }: Props) {
  const { t } = useWords();
  const wide = find.scope !== "file";
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const into = wide && (event.key === "Enter" || event.key === "ArrowDown");
    if (!into && event.key !== "Enter") return;
    event.preventDefault();
    if (!into) return onStep(event.shiftKey ? -1 : 1);
    const first = event.currentTarget
      .closest("[data-pane]")
      ?.querySelector<HTMLElement>("[data-part='find-panel'] button");
    first?.focus();
    first?.click();
  };
  return (
    <search className="find-bar" data-part="find">
      <input
        type="search"
        value={find.text}
        maxLength={100}
        aria-label={t("desk.find")}
        placeholder={`${t("desk.find.placeholder")}（F）`}
        onChange={(event) => onFind({ ...find, text: event.target.value, at: null })}
        onKeyDown={onKey}
      />
      {find.text.trim() !== "" && (
        <>
          <select
            aria-label={t("desk.search.scope")}
            value={find.scope}
            onChange={(event) => onFind({ ...find, scope: scopeOf(event.target.value), at: null })}
          >
            <option value="file">{t("desk.search.file")}</option>
            <option value="dossier">{t("desk.search.dossier")}</option>
            <option value="all">{t("desk.search.all")}</option>
          </select>
          {!wide && <Steps at={at} hits={hits} incomplete={incomplete} onStep={onStep} />}
          {children}
        </>
      )}
    </search>
  );
}

const scopeOf = (value: string): FindScope => (value === "dossier" || value === "all" ? value : "file");

function Steps({ at, hits, incomplete, onStep }: Pick<Props, "at" | "hits" | "incomplete" | "onStep">) {
  const { t } = useWords();
  return (
    <>
      <span role="status" className="muted">
        {hits > 0 && t("desk.find.count", { i: String(at + 1), n: String(hits) })}
        {hits === 0 && !incomplete && t("desk.find.none")}
        {incomplete && t("desk.find.loading")}
      </span>
      <Button
        type="text"
        aria-label={t("desk.find.previous")}
        disabled={hits === 0}
        onClick={() => onStep(-1)}
      >
        ↑
      </Button>
      <Button type="text" aria-label={t("desk.find.next")} disabled={hits === 0} onClick={() => onStep(1)}>
        ↓
      </Button>
    </>
  );
}

/** The same words in the other documents of this applicant, by file. */
export function FoundElsewhere({
  round,
  submission,
  sha256,
  text,
  onOpenFile,
}: {
  readonly round: string;
  readonly submission: string;
  readonly sha256: string;
  readonly text: string;
  readonly onOpenFile: (sha256: string) => void;
}) {
  const { t } = useWords();
  const asked = useDeferredValue(text);
  const found = useCall("search/find", asked === "" ? null : { round, text: asked, submission, limit: 200 });
  const others = Object.entries(
    Object.groupBy(
      (found.data?.hits ?? []).filter((hit) => hit.sha256 !== sha256),
      (hit) => hit.sha256,
    ),
  );
  if (others.length === 0) return null;
  return (
    <span className="find-elsewhere">
      {others.map(([digest, hits]) => (
        <button key={digest} type="button" className="link-button" onClick={() => onOpenFile(digest)}>
          {fileNameOf(hits?.[0]?.file ?? "")}（{hits?.length ?? 0}）
        </button>
      ))}
      <span className="visually-hidden">
        {t("desk.find.elsewhere", {
          n: String(others.reduce((sum, [, hits]) => sum + (hits?.length ?? 0), 0)),
        })}
      </span>
    </span>
  );
}
