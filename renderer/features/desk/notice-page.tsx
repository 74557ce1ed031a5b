import { Select } from "antd";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import { useCall } from "../../api/use-call.ts";
import { useWords } from "../../ui/use-words.tsx";
import { NoticeReader } from "./notice-reader.tsx";

interface Props {
  /** Of the round. */
  readonly scheme: Scheme;
  /** Whose text is read; `null`: what this round's notice asks for, in short. */
  readonly chosen: string | null;
  readonly pane: string;
  readonly active: string;
  readonly onChoose: (scheme: string | null) => void;
}

/** What the notice asks of a plan, and the text of every notice there is. */
export function NoticePage({ scheme, chosen, pane, active, onChoose }: Props) {
  const { t } = useWords();
  const list = useCall("scheme/list", {});
  const texts = (list.data ?? []).map(({ id, title }) => ({ value: id, label: t("notice.text", { title }) }));
  return (
    <>
      <div className="page-tools notice-tools">
        <Select
          className="notice-choice"
          aria-label={t("notice.choose")}
          value={chosen ?? ""}
          popupMatchSelectWidth={false}
          options={[{ value: "", label: t("notice.ofRound") }, ...texts]}
          onChange={(id) => onChoose(id === "" ? null : id)}
        />
      </div>
      {chosen === null ? (
        <InShort scheme={scheme} />
      ) : (
        <NoticeReader key={chosen} scheme={chosen} pane={pane} active={active} />
      )}
    </>
  );
}

/** With the sentences the notice says it in. */
function InShort({ scheme }: { scheme: Scheme }) {
  const { t } = useWords();
  return (
    <article className="table-page prose" data-part="text" tabIndex={-1}>
      <h2>{scheme.title}</h2>
      <p className="muted">
        {scheme.issuer} {scheme.documentNo}
      </p>
      <h3>{t("desk.notice.outline")}</h3>
      <ol>
        {scheme.outline.map((section) => (
          <li key={section.id}>
            <strong>{section.title}</strong>
            {section.targetChars !== null && (
              <span className="muted">
                {" "}
                {t("desk.notice.sectionTarget", { n: section.targetChars.toLocaleString("zh-CN") })}
              </span>
            )}
            <p>{section.source.quote}</p>
          </li>
        ))}
      </ol>
      <h3>{t("desk.notice.guidance")}</h3>
      <ol>
        {scheme.scoreSheet.items.map((item) => (
          <li key={item.id}>
            <strong>{item.name}</strong>
            <p>{item.guidance}</p>
          </li>
        ))}
      </ol>
    </article>
  );
}
