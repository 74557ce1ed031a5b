import { type ReactNode, useId } from "react";

/** A label above its control, tied by id; the hint and the problem are read out with it. */
export function Labelled({
  label,
  problem,
  hint,
  children,
}: {
  label: string;
  problem?: string | null;
  hint?: string;
  children: (control: { id: string; "aria-describedby": string }) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, "aria-describedby": `${id}-hint ${id}-problem` })}
      <p id={`${id}-hint`} className="muted">
        {hint}
      </p>
      <p id={`${id}-problem`} className="field-problem" role={problem ? "alert" : undefined}>
        {problem}
      </p>
    </div>
  );
}
