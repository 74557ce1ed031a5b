import { Select } from "antd";
import { type KeyboardEvent, useRef } from "react";
import type { Dossier, DossierFile } from "../../../shared/submission/dossier.ts";
import { fileNameOf } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";
import { filePage, filesToRead, splitTabs } from "./model/pages-of.ts";

/** The documents of an applicant and the pages made from its facts; arrow keys walk between the tabs. */
export function PageTabs({
  dossier,
  page,
  most,
  compact,
  onShow,
}: {
  /** One list in place of the tabs. */
  compact: boolean;
  /** Most documents with a tab of their own; the others are in a list. */
  most: number;
  dossier: Dossier;
  page: string;
  onShow: (page: string) => void;
}) {
  const { t } = useWords();
  const row = useRef<HTMLDivElement>(null);
  const { tabs, more, hidden } = splitTabs(filesToRead(dossier), most, page);
  const label = (file: DossierFile): string => {
    const word = t(`desk.page.${file.kind}`);
    const same = tabs.filter((other) => other.kind === file.kind);
    return same.length > 1 ? `${word}${same.indexOf(file) + 1}` : word;
  };
  const kept = (kind: string): string => (page.startsWith(`${kind}:`) ? page : kind);
  const pages = [
    ...tabs.map((file) => ({
      id: filePage(file),
      label: label(file),
      title: fileNameOf(file.name),
      refused: file.status === "refused",
    })),
    { id: "indicators", label: t("desk.pane.indicators"), title: "", refused: false },
    { id: "projects", label: t("desk.pane.projects"), title: "", refused: false },
    { id: kept("notice"), label: t("desk.pane.notice"), title: "", refused: false },
    { id: "notes", label: t("note.page"), title: t("note.title"), refused: false },
    { id: "compare", label: t("compare.page"), title: t("compare.title"), refused: false },
    { id: kept("tasks"), label: t("desk.page.planTasks"), title: "", refused: false },
  ];
  if (compact) {
    const options = [
      ...filesToRead(dossier).map((file) => ({
        value: filePage(file),
        label: `${t(`desk.page.${file.kind}`)} ${fileNameOf(file.name)}`,
      })),
      { value: "indicators", label: t("desk.pane.indicators") },
      { value: "projects", label: t("desk.pane.projects") },
      { value: kept("notice"), label: t("desk.pane.notice") },
      { value: "notes", label: t("note.page") },
      { value: "compare", label: t("compare.page") },
      { value: kept("tasks"), label: t("desk.page.planTasks") },
    ];
    return (
      <div className="page-tabs">
        <Select
          className="page-choice"
          aria-label={t("desk.pane.pages")}
          value={page}
          options={options}
          popupMatchSelectWidth={false}
          onChange={onShow}
        />
      </div>
    );
  }
  const walk = (event: KeyboardEvent) => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by === 0 || event.ctrlKey || event.altKey) return;
    const buttons: Element[] = [...(row.current?.querySelectorAll("button") ?? [])];
    const at = document.activeElement === null ? -1 : buttons.indexOf(document.activeElement);
    const next = buttons[(at + by + buttons.length) % buttons.length];
    if (next instanceof HTMLElement) next.focus();
  };
  return (
    <div className="page-tabs">
      <div role="tablist" aria-label={t("desk.pane.pages")} ref={row} onKeyDown={walk}>
        {pages.map(({ id, label: word, title, refused }) => (
          <button
            key={id}
            type="button"
            role="tab"
            aria-selected={page === id}
            tabIndex={page === id || (hidden !== undefined && id === pages[0]?.id) ? 0 : -1}
            title={title}
            onClick={() => onShow(id)}
          >
            {refused && <span aria-hidden="true">✗ </span>}
            {word}
          </button>
        ))}
      </div>
      {more.length > 0 && (
        <Select
          className="page-more"
          aria-label={t("desk.page.more", { n: String(more.length) })}
          placeholder={t("desk.page.more", { n: String(more.length) })}
          value={hidden === undefined ? null : filePage(hidden)}
          options={more.map((file) => ({
            value: filePage(file),
            label: `${t(`desk.page.${file.kind}`)} ${fileNameOf(file.name)}`,
          }))}
          popupMatchSelectWidth={false}
          onChange={(value) => value !== null && onShow(value)}
        />
      )}
    </div>
  );
}
