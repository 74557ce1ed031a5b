import { Button, Checkbox } from "antd";
import type { Dispatch } from "react";
import { useWords } from "../../ui/use-words.tsx";
import { type DeskLayout, type LayoutChange, MOST_PANES, sheetPlaces } from "./model/pane-layout.ts";

/** What changes the look of the desk: another pane, the place of the score sheet, the keys. */
export function RoomTools({
  folded,
  ...tools
}: Parameters<typeof ToolRow>[0] & {
  /** Large type leaves no room for a row of tools. */
  folded: boolean;
}) {
  const { t } = useWords();
  if (!folded) return <ToolRow {...tools} />;
  return (
    <details className="room-menu">
      <summary>{t("desk.tools")}</summary>
      <ToolRow {...tools} />
    </details>
  );
}

function ToolRow({
  layout,
  change,
  onAdd,
  onBack,
  onKeys,
}: {
  layout: DeskLayout;
  change: Dispatch<LayoutChange>;
  onAdd: () => void;
  /** `null`: nothing was jumped from. */
  onBack: (() => void) | null;
  onKeys: () => void;
}) {
  const { t } = useWords();
  const words = {
    right: "desk.sheet.placeRight",
    bottom: "desk.sheet.placeBottom",
    hidden: "desk.sheet.placeHidden",
  } as const;
  return (
    <div className="room-tools">
      {onBack !== null && (
        <Button onClick={onBack} title={`${t("desk.back")}（B）`} aria-label={t("desk.back")}>
          ↩
        </Button>
      )}
      {layout.panes.length > 1 && (
        <Checkbox
          checked={layout.aligned}
          title={`${t("desk.pane.alignHelp")}（A）`}
          onChange={(event) => change({ do: "align", aligned: event.target.checked })}
        >
          {t("desk.pane.align")}
        </Checkbox>
      )}
      <Button onClick={onAdd} title="P" disabled={layout.panes.length >= MOST_PANES}>
        {t("desk.pane.add")}
      </Button>
      <fieldset className="segments">
        <legend className="visually-hidden">{t("desk.sheet.place")}</legend>
        <span aria-hidden="true" className="muted">
          {t("desk.sheet")}
        </span>
        {sheetPlaces.map((place) => (
          <button
            key={place}
            type="button"
            aria-pressed={layout.sheet === place}
            onClick={() => change({ do: "place-sheet", sheet: place })}
          >
            {t(words[place])}
          </button>
        ))}
      </fieldset>
      <Button onClick={onKeys} title="?">
        {t("desk.keys")}
      </Button>
    </div>
  );
}
