import type { ReactNode } from "react";

/** Says what belongs here and offers the one action. */
export const EmptyState = ({
  title,
  hint,
  action,
  children,
}: {
  title: string;
  hint: string;
  action?: ReactNode;
  children?: ReactNode;
}) => (
  <div className="empty-state">
    <h2>{title}</h2>
    <p>{hint}</p>
    {children}
    {action && <div className="empty-state-action">{action}</div>}
  </div>
);
