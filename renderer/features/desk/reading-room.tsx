import { Fragment, useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { Group, Panel, Separator } from "react-resizable-panels";
import { useNavigate, useSearchParams } from "react-router";
import type { DeskEntry } from "../../../shared/contract/review.ts";
import type { Sheet } from "../../../shared/scoring/sheet.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { useWords } from "../../ui/use-words.tsx";
import { ApplicantBar, useStepApplicant } from "./applicant-bar.tsx";
import { deskAddress } from "./desk-address.ts";
import { type SheetOwner, useSheetEditor } from "./desk-session.ts";
import type { Find } from "./file-page.tsx";
import { KeyTable } from "./key-table.tsx";
import type { DeskAction } from "./model/desk-keys.ts";
import { nextUnfinished } from "./model/next-step.ts";
import type { NoteBook, NoteBookState } from "./model/note-book.ts";
import { changeLayout, type DeskLayout, freePane, paneForPassage } from "./model/pane-layout.ts";
import { NoteCard } from "./note-card.tsx";
import type { DeskProps } from "./reading-desk.tsx";
import { ReadingPane, type SectionWish } from "./reading-pane.tsx";
import { type Room, RoomContext } from "./room-context.ts";
import { RoomTools } from "./room-tools.tsx";
import { ScoreSheet, type ScoreSheetHandle } from "./score-sheet.tsx";
import { type Passage, SelectionBar } from "./selection-bar.tsx";
import { useDeskKeys } from "./use-desk-keys.ts";
import { type FoundPlace, keepPlace, startPlace } from "./use-desk-place.ts";
import { useNotesOfRoom } from "./use-notes-of-room.ts";
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

  const waiting = useRef<((handle: ScoreSheetHandle) => void) | null>(null);
  const withSheet = (use: (handle: ScoreSheetHandle) => void) => {
    if (sheetHandle.current !== null) return use(sheetHandle.current);
    waiting.current = use;
    change({ do: "place-sheet", sheet: "right" });
  };
  useEffect(() => {
    const use = waiting.current;
    if (layout.sheet === "hidden" || use === null || sheetHandle.current === null) return;
    waiting.current = null;
    use(sheetHandle.current);
  }, [layout.sheet]);
  const act = (action: DeskAction) => {
    switch (action.do) {
      case "next-applicant":
      case "previous-applicant":
        return step(action.do === "next-applicant" ? 1 : -1);
      case "next-pane":
      case "previous-pane":
        change({ do: "move-active", by: action.do === "next-pane" ? 1 : -1 });
        return;
      case "find":
        if (focusIn(room.current, layout.active, "find")) return;
        change({ do: "show-text", pane: layout.active });
        requestAnimationFrame(() => focusIn(room.current, layout.active, "find"));
        return;
      case "comment": {
        const passage = noting.passageAtHand();
        if (passage === null) return withSheet((handle) => handle.act(action));
        return noting.addNote(passage.submission, passage.evidence, []);
      }
      case "link": {
        const passage = noting.passageAtHand();
        if (passage !== null) noting.link(passage, item);
        return setHint(passage === null ? t("note.selectFirst") : null);
      }
      case "leave-field":
        if (document.activeElement?.closest(".note-dock")) noting.setOpenNote(null);
        focusIn(room.current, layout.active, "text");
        return;
      case "keys":
        return setKeysShown(true);
      case "save":
        void book.retry();
        return void editor.retry();
      case "complete-and-next":
        return withSheet(() => void finish());
      default:
        withSheet((handle) => handle.act(action));
    }
  };

  useDeskKeys(act);

  const others = useMemo(
    () => desk.entries.filter((other) => other.submission !== owner.submission && mayRead(other)),
    [desk.entries, owner.submission],
  );
  const [places, setPlaces] = useState<Readonly<Record<string, Evidence>>>(
    addressed === null ? {} : { [layout.active]: addressed },
  );
  const [section, setSection] = useState<SectionWish | null>(null);
  const onPassage = (submission: string, evidence: Evidence) => {
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
    onSelect: (passage) => {
      noting.setSelection(passage);
      setHint(null);
    },
  };
  const opened = notes.notes.find((note) => note.id === noting.openNote);
  return (
    <RoomContext value={shared}>
      <div className="reading-room" ref={room}>
        <ApplicantBar {...props}>
          <RoomTools
            layout={layout}
            folded={width > 0 && width < ROOM_FOR_TOOLS}
            change={change}
            onAdd={() => change({ do: "add-pane", whose: others[0]?.submission ?? null, page: null })}
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
                      onShowPlace={(evidence) =>
                        setPlaces((known) => ({ ...known, [pane.id]: { ...evidence } }))
                      }
                      section={section}
                      onSection={(id) => setSection({ id, from: pane.id, wish: (section?.wish ?? 0) + 1 })}
                    />
                  </Panel>
                </Fragment>
              ))}
            </Group>
            <div className="note-dock">
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

function focusIn(room: HTMLElement | null, pane: string, part: "find" | "text"): boolean {
  const inside = part === "find" ? "[data-part='find'] input" : ".doc-scroll, [data-part='text']";
  const target = room?.querySelector(`[data-pane="${pane}"]`)?.querySelector<HTMLElement>(inside);
  target?.focus();
  return target instanceof HTMLElement;
}
