import { Fragment, useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { Group, Panel, Separator } from "react-resizable-panels";
import { useNavigate, useSearchParams } from "react-router";
import type { DeskEntry } from "../../../shared/contract/sheet.ts";
import type { Sheet } from "../../../shared/scoring/sheet.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { useWords } from "../../ui/use-words.tsx";
import { ApplicantBar, useStepApplicant } from "./applicant-bar.tsx";
import { deskAddress } from "./desk-address.ts";
import { type SheetOwner, useSheetEditor } from "./desk-session.ts";
import type { Find } from "./file-page.tsx";
import { KeyTable } from "./key-table.tsx";
import { nextUnfinished } from "./model/next-step.ts";
import type { NoteBook, NoteBookState } from "./model/note-book.ts";
import { changeLayout, type DeskLayout, freePane, paneForPage, paneForPassage } from "./model/pane-layout.ts";
import { NoteCard } from "./note-card.tsx";
import { PendingFindHint } from "./pending-find-hint.tsx";
import type { DeskProps } from "./reading-desk.tsx";
import { ReadingPane, type SectionWish } from "./reading-pane.tsx";
import { type IndicatorWish, type Room, RoomContext } from "./room-context.ts";
import { RoomTools } from "./room-tools.tsx";
import { ScoreSheet, type ScoreSheetHandle } from "./score-sheet.tsx";
import { type Passage, SelectionBar } from "./selection-bar.tsx";
import { useDeskKeys } from "./use-desk-keys.ts";
import { type FoundPlace, keepPlace, startPlace } from "./use-desk-place.ts";
import type { MoversOfRoom } from "./use-movers.ts";
import { useNotesOfRoom } from "./use-notes-of-room.ts";
import { useRoomActs } from "./use-room-acts.ts";
import { useWayBack } from "./use-way-back.ts";
import { useWidthInRem } from "./use-width-in-rem.ts";

interface Props extends DeskProps {
  readonly owner: SheetOwner;
  readonly sheet: Sheet;
  readonly entry: DeskEntry;
  readonly onRecuse: () => void;
  readonly found: FoundPlace;
  readonly notes: readonly [NoteBook, NoteBookState];
}

/** Below these widths (in rem) one pane is shown at a time, and the tools fold into a menu. */
const ROOM_FOR_TWO = 56;
const ROOM_FOR_TOOLS = 62;

/** Documents side by side, beside or above the score sheet. */
export function ReadingRoom(props: Props) {
  const { view, desk, owner, sheet, entry } = props;
  const { t } = useWords();
  const navigate = useNavigate();
  const addressed = useTargetFromAddress();
  const [editor, state] = useSheetEditor(owner, desk.form, sheet);
  const [layout, change] = useReducer(changeLayout, null, () =>
    startLayout(owner, props.found, addressed?.sha256 ?? null),
  );
  const [book, notes] = props.notes;
  const [item, setItem] = useState(desk.form.items[0]?.id ?? "");
  const lit = useRef(new Map<string, Passage>());
  const finds = useRef(new Map<string, Find>());
  const noting = useNotesOfRoom(book, lit.current);
  const [hint, setHint] = useState<string | null>(null);
  const [keysShown, setKeysShown] = useState(false);
  const sheetHandle = useRef<ScoreSheetHandle>(null);
  const room = useRef<HTMLDivElement>(null);
  const step = useStepApplicant(props);
  const movers = useRef<MoversOfRoom>(new Map());
  const way = useWayBack(room, change);
  const [indicator, setIndicator] = useState<IndicatorWish | null>(null);
  const width = useWidthInRem(room);
  const single = width > 0 && width < ROOM_FOR_TWO;
  const shown = single ? layout.panes.filter((pane) => pane.id === layout.active) : layout.panes;
  const { round, expert, submission } = owner;
  useEffect(
    () => keepPlace({ round, expert, submission }, (place) => ({ ...place, layout })),
    [layout, round, expert, submission],
  );
  useEffect(
    () => () => {
      void editor.flush();
      void book.flush();
    },
    [editor, book],
  );

  const finish = useCallback(async () => {
    const done = (await sheetHandle.current?.complete()) ?? false;
    if (!done) return;
    const next = nextUnfinished(desk.entries, owner.submission);
    navigate(deskAddress(view.id, desk.expert.id, next?.submission));
  }, [desk, owner.submission, navigate, view.id]);

  const others = useMemo(
    () => desk.entries.filter((other) => other.submission !== owner.submission && mayRead(other)),
    [desk.entries, owner.submission],
  );
  const [places, setPlaces] = useState<Readonly<Record<string, Evidence>>>(
    addressed === null ? {} : { [layout.active]: addressed },
  );
  const [section, setSection] = useState<SectionWish | null>(null);
  const addPane = () => {
    const unseen = others.find((other) => layout.panes.every((pane) => pane.whose !== other.submission));
    change({ do: "add-pane", whose: unseen?.submission ?? null, page: null });
  };
  const act = useRoomActs({
    owner,
    layout,
    change,
    room,
    sheet: sheetHandle,
    noting,
    editor,
    book,
    movers: movers.current,
    item,
    say: setHint,
    onStep: step,
    onFinish: () => void finish(),
    onKeys: () => setKeysShown(true),
    onAddPane: addPane,
    onBack: way.back,
  });
  useDeskKeys(act);
  const onIndicator = (submission: string, id: string) => {
    way.remember(layout);
    const whose = submission === owner.submission ? null : submission;
    const pane = paneForPage(layout, whose, "indicators");
    change({ do: "show", pane, whose, page: "indicators" });
    setIndicator((before) => ({ submission, indicator: id, wish: (before?.wish ?? 0) + 1 }));
  };
  const onPassage = (submission: string, evidence: Evidence) => {
    way.remember(layout);
    const whose = submission === owner.submission ? null : submission;
    const page = `file:${evidence.sha256}`;
    const pane = paneForPassage(layout, whose)?.id ?? freePane(layout) ?? layout.active;
    const known = layout.panes.some((candidate) => candidate.id === pane);
    change(known ? { do: "show", pane, whose, page } : { do: "add-pane", whose, page });
    setPlaces((before) => ({ ...before, [pane]: { ...evidence } }));
  };
  const shared: Room = {
    owner,
    entry,
    entries: desk.entries,
    form: desk.form,
    editor,
    locked: state.stored.state === "signed",
    book,
    notes,
    item,
    openNote: noting.openNote,
    onOpenNote: noting.setOpenNote,
    addNote: noting.addNote,
    onPassage,
    lit: lit.current,
    finds: finds.current,
    movers: movers.current,
    say: setHint,
    onIndicator,
    indicator,
    passageAtHand: noting.passageAtHand,
    linkTask: noting.linkTask,
    hosted: view.side === "host",
    onSelect: (passage) => {
      noting.setSelection(passage);
      if (passage !== null) setHint(null);
    },
  };
  const open = notes.notes.find((note) => note.id === noting.openNote);
  // On the page of notes the card stands already: it is not shown a second time below.
  const onPage = shown.some(
    (pane) => pane.page === "notes" && (pane.whose ?? owner.submission) === open?.submission,
  );
  const opened = onPage ? undefined : open;
  return (
    <RoomContext value={shared}>
      <div className="reading-room" ref={room}>
        <ApplicantBar {...props}>
          <RoomTools
            layout={layout}
            folded={width > 0 && width < ROOM_FOR_TOOLS}
            change={change}
            onAdd={addPane}
            onBack={way.depth === 0 ? null : way.back}
            onKeys={() => setKeysShown(true)}
          />
        </ApplicantBar>
        <Group
          key={layout.sheet}
          id="desk-outer"
          orientation={layout.sheet === "bottom" ? "vertical" : "horizontal"}
          className="desk-outer"
          {...sizesOf(layout.sizes[`outer-${layout.sheet}`])}
          onLayoutChanged={(sizes) => change({ do: "resize", group: `outer-${layout.sheet}`, sizes })}
        >
          <Panel id="reading" minSize="30%" className="desk-reading">
            <Group
              key={shown.map((pane) => pane.id).join("-")}
              id="desk-panes"
              orientation="horizontal"
              {...sizesOf(layout.sizes[`panes-${shown.length}`])}
              onLayoutChanged={(sizes) => change({ do: "resize", group: `panes-${shown.length}`, sizes })}
            >
              {shown.map((pane, index) => (
                <Fragment key={pane.id}>
                  {index > 0 && <Separator className="desk-separator" aria-label={t("desk.pane.resize")} />}
                  <Panel id={pane.id} minSize="15%">
                    <ReadingPane
                      view={view}
                      owner={owner}
                      entry={entry}
                      others={others}
                      pane={pane}
                      index={layout.panes.indexOf(pane)}
                      single={single}
                      layout={layout}
                      change={change}
                      place={places[pane.id] ?? null}
                      onPlace={(whose, evidence) => onPassage(whose, evidence)}
                      onShowPlace={(evidence) => {
                        way.remember(layout);
                        setPlaces((known) => ({ ...known, [pane.id]: { ...evidence } }));
                      }}
                      section={section}
                      onSection={(id) => setSection({ id, from: pane.id, wish: (section?.wish ?? 0) + 1 })}
                    />
                  </Panel>
                </Fragment>
              ))}
            </Group>
            <div className="note-dock">
              <PendingFindHint />
              {hint !== null && <p role="status">{hint}</p>}
              {noting.selection !== null && opened === undefined && (
                <SelectionBar passage={noting.selection} onLink={(passage) => noting.link(passage, item)} />
              )}
              {opened !== undefined && (
                <NoteCard key={opened.id} note={opened} focus onClose={() => noting.setOpenNote(null)} />
              )}
            </div>
          </Panel>
          {layout.sheet !== "hidden" && (
            <>
              <Separator className="desk-separator" aria-label={t("desk.pane.resizeSheet")} />
              <Panel
                id="sheet"
                defaultSize={layout.sheet === "bottom" ? "40%" : "32%"}
                minSize={layout.sheet === "bottom" ? "20%" : "22%"}
              >
                <ScoreSheet
                  ref={sheetHandle}
                  owner={owner}
                  desk={desk}
                  editor={editor}
                  state={state}
                  current={item}
                  onCurrent={setItem}
                  onFinish={() => void finish()}
                  onRecuse={props.onRecuse}
                />
              </Panel>
            </>
          )}
        </Group>
        <KeyTable open={keysShown} onClose={() => setKeysShown(false)} />
      </div>
    </RoomContext>
  );
}

/** An applicant is compared only after its own declaration: reading comes after 回避. */
const mayRead = (entry: DeskEntry): boolean => entry.state !== "not-declared" && entry.state !== "recused";

/** As this applicant was left; else as the one before, with its own first page. A file in the address is shown in the active pane. */
function startLayout(owner: SheetOwner, { place, own }: FoundPlace, file: string | null): DeskLayout {
  const layout = own ? place.layout : changeLayout(place.layout, { do: "change-applicant" });
  startPlace(owner, { ...place, layout });
  return file === null
    ? layout
    : changeLayout(layout, { do: "show", pane: layout.active, whose: null, page: `file:${file}` });
}

const sizesOf = (sizes: Readonly<Record<string, number>> | undefined) =>
  sizes === undefined ? {} : { defaultLayout: { ...sizes } };

/** A search hit or a link leads to a block of a file. */
function useTargetFromAddress(): Evidence | null {
  const [query] = useSearchParams();
  const file = query.get("file");
  const block = query.get("block");
  return useMemo(
    () => (file === null || block === null ? null : { file: "", sha256: file, block, text: "" }),
    [file, block],
  );
}
