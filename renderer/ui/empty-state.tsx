import type { ReactNode } from "react";

/** Says what belongs here and offers the one action. */
export const EmptyState = ({
  title,
  hint,
  action,
  children,
  alone = false,
}: {
  title: string;
  hint: string;
  action?: ReactNode;
  children?: ReactNode;
  /** It stands in place of the whole screen: its title is the heading of the page. */
  alone?: boolean;
}) => (
  <div className="empty-state">
    {alone ? <h1>{title}</h1> : <h2>{title}</h2>}
    <p>{hint}</p>
    {children}
    {action && <div className="empty-state-action">{action}</div>}
  </div>
);
