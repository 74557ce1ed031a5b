import { Segmented } from "antd";
import { Fragment, type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { Group, Panel, Separator } from "react-resizable-panels";

export interface Pane {
  readonly id: string;
  readonly label: string;
  /** Share of the width at first, in percent. */
  readonly share: number;
  readonly content: ReactNode;
}

/** Narrower than this, in rem of the chosen type size, panes are shown one at a time. */
const ROOM_REM = 56;

const remOf = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

function useRoomy(element: RefObject<HTMLElement | null>): boolean {
  const [roomy, setRoomy] = useState(true);
  useEffect(() => {
    const room = element.current;
    if (!room) return;
    const observer = new ResizeObserver(() => setRoomy(room.clientWidth >= ROOM_REM * remOf()));
    observer.observe(room);
    return () => observer.disconnect();
  }, [element]);
  return roomy;
}

const Framed = ({ pane }: { pane: Pane }) => (
  <section className="pane-frame" aria-label={pane.label}>
    {pane.content}
  </section>
);

function SideBySide({ panes }: { panes: readonly Pane[] }) {
  return (
    <Group orientation="horizontal" className="panes">
      {panes.map((pane, index) => (
        <Fragment key={pane.id}>
          {index > 0 && <Separator className="panes-separator" aria-label={pane.label} />}
          <Panel id={pane.id} defaultSize={`${pane.share}%`} minSize="12%">
            <Framed pane={pane} />
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}

function OneAtATime({ panes, lead, turn }: { panes: readonly Pane[]; lead: string; turn: unknown }) {
  const [shown, setShown] = useState(lead);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn leads there again, also to the same pane
  useEffect(() => setShown(lead), [lead, turn]);
  const pane = panes.find((known) => known.id === shown);
  return (
    <>
      <Segmented
        block
        className="panes-switch"
        value={shown}
        onChange={setShown}
        options={panes.map(({ id, label }) => ({ value: id, label }))}
      />
      {pane && <Framed pane={pane} />}
    </>
  );
}

/**
 * Panes side by side with borders that can be dragged or moved with the arrow keys; one at a time where large type
 * leaves no room. `lead` is the pane to show then, again with every new `turn`.
 */
export function Panes({ panes, lead, turn }: { panes: readonly Pane[]; lead: string; turn: unknown }) {
  const room = useRef<HTMLDivElement>(null);
  const roomy = useRoomy(room);
  return (
    <div ref={room} className="panes-room">
      {roomy ? <SideBySide panes={panes} /> : <OneAtATime panes={panes} lead={lead} turn={turn} />}
    </div>
  );
}
