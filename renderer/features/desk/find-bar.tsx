import { Button } from "antd";
import { useDeferredValue } from "react";
import { useCall } from "../../api/use-call.ts";
import { fileNameOf } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";

interface Props {
  readonly round: string;
  readonly submission: string;
  readonly sha256: string;
  readonly wanted: string;
  readonly at: number;
  readonly hits: number;
  readonly onWanted: (text: string) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onOpenFile: (sha256: string) => void;
}

/** Find as you type; Enter next, Shift+Enter previous. */
export function FindBar({
  round,
  submission,
  sha256,
  wanted,
  at,
  hits,
  onWanted,
  onStep,
  onOpenFile,
}: Props) {
  const { t } = useWords();
  const text = wanted.trim();
  return (
    <search className="find-bar" data-part="find">
      <input
        type="search"
        value={wanted}
        maxLength={100}
        aria-label={t("desk.find")}
        placeholder={`${t("desk.find.placeholder")}（F）`}
        onChange={(event) => onWanted(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onStep(event.shiftKey ? -1 : 1);
        }}
      />
      {text !== "" && (
        <>
          <span role="status" className="muted">
            {hits === 0 ? t("desk.find.none") : t("desk.find.count", { i: String(at + 1), n: String(hits) })}
          </span>
          <Button
            type="text"
            aria-label={t("desk.find.previous")}
            disabled={hits === 0}
            onClick={() => onStep(-1)}
          >
            ↑
          </Button>
          <Button
            type="text"
            aria-label={t("desk.find.next")}
            disabled={hits === 0}
            onClick={() => onStep(1)}
          >
            ↓
          </Button>
          <Elsewhere {...{ round, submission, sha256, text, onOpenFile }} />
        </>
      )}
    </search>
  );
}

/** The same words in the other documents of this applicant, by file. */
function Elsewhere({
  round,
  submission,
  sha256,
  text,
  onOpenFile,
}: Pick<Props, "round" | "submission" | "sha256" | "onOpenFile"> & { text: string }) {
  const { t } = useWords();
  const asked = useDeferredValue(text);
  const found = useCall("search/find", { round, text: asked, submission, limit: 200 });
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
