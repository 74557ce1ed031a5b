import { type DragEvent, type ReactNode, useState } from "react";
import { useWords } from "../../ui/use-words.tsx";
import { droppedFiles, type PickedFile } from "./dropped-files.ts";

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes("Files");

/** Takes files dropped anywhere on it; says so while something is held over it. */
export function DropZone({
  disabled,
  onDrop,
  children,
}: {
  disabled: boolean;
  onDrop: (files: PickedFile[]) => void;
  children: ReactNode;
}) {
  const { t } = useWords();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) void droppedFiles(event.dataTransfer).then(onDrop);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the buttons are the keyboard's
    <div
      className="drop-zone"
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(!disabled);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={drop}
    >
      {children}
      {over && <div className="drop-veil">{t("intake.drop")}</div>}
    </div>
  );
}
