import { Button, Select } from "antd";
import { type Dispatch, useEffect, useRef, useState } from "react";
import type { OutputOf } from "../../../shared/contract/index.ts";
import type { DeskEntry } from "../../../shared/contract/sheet.ts";
import type { Dossier } from "../../../shared/submission/dossier.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { useCall } from "../../api/use-call.ts";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { ComparePage } from "./compare-page.tsx";
import type { SheetOwner } from "./desk-session.ts";
import { FilePage, type Find } from "./file-page.tsx";
import { IndicatorsPage } from "./indicators-page.tsx";
import { filePage, filesToRead, ownPages, pageToShow } from "./model/pages-of.ts";
import type { DeskLayout, LayoutChange, Pane } from "./model/pane-layout.ts";
import { NotesPage } from "./notes-page.tsx";
import { NoticePage } from "./notice-page.tsx";
import { PageTabs } from "./page-tabs.tsx";
import { ProjectsPage } from "./projects-page.tsx";
import { useRoom } from "./room-context.ts";
import { TasksPage } from "./tasks-page.tsx";
import { useMovers } from "./use-movers.ts";
import { useWidthInRem } from "./use-width-in-rem.ts";

/** A pane narrower than this (in rem) has lists in place of its tabs and section buttons. */
const ROOM_FOR_TABS = 25;

/** A section of the outline that a pane was asked to show; `wish` counts, so that the same one can be asked again. */
export interface SectionWish {
  readonly id: string;
  readonly from: string;
  readonly wish: number;
}

export interface PaneProps {
  readonly view: OutputOf<"round/get">;
  readonly owner: SheetOwner;
  readonly entry: DeskEntry;
  readonly others: readonly DeskEntry[];
  readonly pane: Pane;
  readonly index: number;
  /** Only the active pane is on the screen: the others are reached from its head. */
  readonly single: boolean;
  readonly layout: DeskLayout;
  readonly change: Dispatch<LayoutChange>;
  readonly place: Evidence | null;
  /** Shows a place of an applicant in the pane that suits best. */
  readonly onPlace: (submission: string, evidence: Evidence) => void;
  /** Shows a place in this pane. */
  readonly onShowPlace: (evidence: Evidence) => void;
  readonly section: SectionWish | null;
  readonly onSection: (id: string) => void;
}

/** One reading pane: whose documents, which one, and the document. */
export function ReadingPane(props: PaneProps) {
  const { entry, owner, others, pane, index, layout, change } = props;
  const { t } = useWords();
  const whose =
    pane.whose !== null && others.some((other) => other.submission === pane.whose) ? pane.whose : null;
  const submission = whose ?? owner.submission;
  const dossier = useCall("submission/get", { submission });
  const active = layout.panes.length > 1 && layout.active === pane.id;
  const root = useRef<HTMLElement>(null);
  const width = useWidthInRem(root);
  const compact = width > 0 && width < ROOM_FOR_TABS;
  return (
    <section
      ref={root}
      className={active ? "reading-pane reading-pane-active" : "reading-pane"}
      data-pane={pane.id}
      data-submission={submission}
      aria-label={t("desk.pane", { i: String(index + 1) })}
      onFocus={() => layout.active !== pane.id && change({ do: "activate", pane: pane.id })}
      onPointerDown={() => layout.active !== pane.id && change({ do: "activate", pane: pane.id })}
    >
      {/* A pane that is left alone still says whose papers it shows, when they are not those of the applicant being scored. */}
      {(layout.panes.length > 1 || whose !== null) && (
        <header className="pane-head">
          {props.single && <PaneSwitch layout={layout} change={change} />}
          <Select
            aria-label={t("desk.pane.whose")}
            className="pane-whose"
            value={whose ?? ""}
            options={[
              { value: "", label: `${t("desk.pane.current")}${t("common.colon")}${entry.name}` },
              ...others.map((other) => ({
                value: other.submission,
                label: t("desk.pane.compare", { name: other.name }),
              })),
            ]}
            onChange={(value) =>
              change({ do: "show", pane: pane.id, whose: value === "" ? null : value, page: null })
            }
          />
          {layout.panes.length > 1 && (
            <Button
              type="text"
              aria-label={`${t("desk.pane.close")} ${index + 1}`}
              title={`${t("desk.pane.close")}（X）`}
              onClick={() => change({ do: "close-pane", pane: pane.id })}
            >
              ✕
            </Button>
          )}
        </header>
      )}
      <Answer query={dossier}>
        {(found) => <DossierPages {...props} whose={whose} dossier={found} compact={compact} />}
      </Answer>
    </section>
  );
}

/** Which of the panes is on the screen, when there is room for one. */
function PaneSwitch({ layout, change }: Pick<PaneProps, "layout" | "change">) {
  const { t } = useWords();
  return (
    <span className="segments">
      {layout.panes.map((pane, index) => (
        <button
          key={pane.id}
          type="button"
          aria-label={t("desk.pane", { i: String(index + 1) })}
          aria-pressed={pane.id === layout.active}
          onClick={() => change({ do: "activate", pane: pane.id })}
        >
          {index + 1}
        </button>
      ))}
    </span>
  );
}

function DossierPages(props: PaneProps & { whose: string | null; dossier: Dossier; compact: boolean }) {
  const { view, pane, change, dossier, whose, section, layout, onShowPlace } = props;
  const page = pageToShow(dossier, pane.page);
  const { finds, movers } = useRoom();
  const [find, setKept] = useState<Find>(finds.get(pane.id) ?? { text: "", scope: "file", at: null });
  const setFind = (next: Find) => {
    finds.set(pane.id, next);
    setKept(next);
  };
  const show = (next: string) => change({ do: "show", pane: pane.id, whose, page: next });

  useMovers(movers, pane.id, {
    page: (by) => {
      const pages = [...filesToRead(dossier).map(filePage), ...ownPages];
      const at = pages.findIndex((known) => known === page || page.startsWith(`${known}:`));
      const next = pages[(at + by + pages.length) % pages.length];
      if (next !== undefined) show(next);
    },
  });

  const wish = section?.wish ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: one wish moves a pane once, whatever else changes.
  useEffect(() => {
    if (section === null || (section.from !== pane.id && !(layout.aligned && page.startsWith("file:"))))
      return;
    const found = dossier.outline.find((entry) => entry.section === section.id);
    if (found === undefined) return;
    if (page !== `file:${found.evidence.sha256}`) show(`file:${found.evidence.sha256}`);
    onShowPlace(found.evidence);
  }, [wish]);

  const fileOfPage = dossier.files.find((file) => `file:${file.sha256}` === page);
  const placeHere = props.place !== null && `file:${props.place.sha256}` === page ? props.place : null;
  return (
    <>
      <PageTabs
        dossier={dossier}
        page={page}
        most={props.compact ? 0 : layout.panes.length > 1 ? 2 : 4}
        compact={props.compact}
        onShow={show}
      />
      <div className="pane-body" role="tabpanel" aria-label={fileOfPage?.name ?? page}>
        {page === "indicators" && (
          <IndicatorsPage
            view={view}
            dossier={dossier}
            onPlace={(evidence) => props.onPlace(dossier.submission, evidence)}
            others={[props.entry, ...props.others].filter(
              (other) => other.submission !== dossier.submission && other.state !== "recused",
            )}
          />
        )}
        {page === "projects" && (
          <ProjectsPage
            dossier={dossier}
            onPlace={(evidence) => props.onPlace(dossier.submission, evidence)}
          />
        )}
        {page === "notes" && <NotesPage dossier={dossier} />}
        {page === "compare" && <ComparePage />}
        {page.split(":")[0] === "notice" && (
          <NoticePage
            scheme={view.scheme}
            chosen={page.split(":")[1] ?? null}
            pane={pane.id}
            active={layout.active}
            onChoose={(id) => show(id === null ? "notice" : `notice:${id}`)}
          />
        )}
        {page.split(":")[0] === "tasks" && (
          <TasksPage
            dossier={dossier}
            chosen={page.split(":")[1] ?? null}
            onChoose={(id) => show(`tasks:${id}`)}
            onPlace={(evidence) => props.onPlace(dossier.submission, evidence)}
          />
        )}
        {fileOfPage !== undefined && (
          <FilePage
            key={`${dossier.submission}/${page}`}
            {...props}
            file={fileOfPage}
            find={find}
            onFind={setFind}
            place={placeHere}
            onOpenFile={(sha256) => show(`file:${sha256}`)}
          />
        )}
      </div>
    </>
  );
}
