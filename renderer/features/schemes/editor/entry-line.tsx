import { useFieldProblem } from "../../../ui/field-problems.ts";

/** Dozens of entries stand in one list: a line each, and the one being changed opened. */
export function EntryLine({
  text,
  kind,
  number,
  at,
  open,
  onOpen,
}: {
  text: string;
  /** What is said of it beside its text. */
  kind: string;
  number: number;
  at: string;
  open: boolean;
  onOpen: () => void;
}) {
  const problem = useFieldProblem(at);
  return (
    <button type="button" className="point-line" aria-expanded={open} data-field={at} onClick={onOpen}>
      <span className="point-line-number">{number}</span>
      <span className="point-line-text">{text}</span>
      <span className="muted">{kind}</span>
      {problem !== undefined && <span className="field-fault">! {problem}</span>}
    </button>
  );
}
