import { Button } from "antd";
import type { ReactNode } from "react";
import { FieldFault } from "../../../ui/field.tsx";
import { useOwnProblem } from "../../../ui/field-problems.ts";
import { useWords } from "../../../ui/use-words.tsx";

/** One entry of a list of the scheme, with the ways to move and remove it. */
export function ItemFrame({
  name,
  at,
  onRemove,
  onUp,
  children,
}: {
  name: string;
  /** Place of the entry, where something can be wrong with the whole of it. */
  at?: string;
  onRemove: () => void;
  onUp?: (() => void) | undefined;
  children: ReactNode;
}) {
  const { t } = useWords();
  const fault = useOwnProblem(at);
  return (
    <fieldset className="card item-frame" data-field={at}>
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
      {fault !== undefined && <FieldFault text={fault} />}
      {children}
    </fieldset>
  );
}
