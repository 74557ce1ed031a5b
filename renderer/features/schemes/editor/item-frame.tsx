import { Button } from "antd";
import type { ReactNode } from "react";
import { useWords } from "../../../ui/use-words.tsx";

/** One entry of a list of the scheme, with the ways to move and remove it. */
export function ItemFrame({
  name,
  onRemove,
  onUp,
  children,
}: {
  name: string;
  onRemove: () => void;
  onUp?: (() => void) | undefined;
  children: ReactNode;
}) {
  const { t } = useWords();
  return (
    <fieldset className="card item-frame">
      <legend>{name}</legend>
      <div className="item-acts">
        {onUp && (
          <Button size="small" aria-label={t("editor.upNamed", { name })} onClick={onUp}>
            ↑
          </Button>
        )}
        <Button size="small" aria-label={t("editor.removeNamed", { name })} onClick={onRemove}>
          {t("ui.remove")}
        </Button>
      </div>
      {children}
    </fieldset>
  );
}
