import { Fragment, type ReactNode } from "react";
import { Group, Panel, Separator } from "react-resizable-panels";

export interface Pane {
  readonly id: string;
  readonly label: string;
  /** Share of the width at first, in percent. */
  readonly share: number;
  readonly content: ReactNode;
}

/** Panes side by side with borders that can be dragged or moved with the arrow keys. */
export const Panes = ({ panes }: { panes: readonly Pane[] }) => (
  <Group orientation="horizontal" className="panes">
    {panes.map((pane, index) => (
      <Fragment key={pane.id}>
        {index > 0 && <Separator className="panes-separator" aria-label={pane.label} />}
        <Panel id={pane.id} defaultSize={`${pane.share}%`} minSize="12%">
          <section className="pane-frame" aria-label={pane.label}>
            {pane.content}
          </section>
        </Panel>
      </Fragment>
    ))}
  </Group>
);
