import type { KeyboardEvent } from "react";
import { useWords } from "../use-words.tsx";
import type { SheetGroup } from "./sheet-groups.ts";

interface Props {
  readonly groups: readonly SheetGroup[];
  readonly sheet: number;
  readonly onSheet: (index: number) => void;
}

const moves: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 };

/** The sheets of a workbook, at the lower edge as in the program they come from. */
export function SheetTabs({ groups, sheet, onSheet }: Props) {
  const { t } = useWords();
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = event.ctrlKey || event.altKey ? undefined : moves[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = (sheet + by + groups.length) % groups.length;
    onSheet(next);
    event.currentTarget.querySelectorAll<HTMLElement>("[role='tab']")[next]?.focus();
  };
  return (
    <div className="sheet-tabs" role="tablist" aria-label={t("look.sheets")} onKeyDown={onKeyDown}>
      {groups.map(({ name, hidden }, index) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={index === sheet}
          tabIndex={index === sheet ? 0 : -1}
          onClick={() => onSheet(index)}
        >
          {name}
          {hidden && `（${t("doc.hiddenSheet")}）`}
        </button>
      ))}
    </div>
  );
}
