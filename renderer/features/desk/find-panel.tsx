import { type KeyboardEvent, useEffect, useRef } from "react";
import { useCall } from "../../api/use-call.ts";
import { fileNameOf } from "../../ui/format.ts";
import { Answer } from "../../ui/loading.tsx";
import { SearchExcerpt } from "../../ui/search-excerpt.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { useRoom } from "./room-context.ts";
import { useMovers } from "./use-movers.ts";

export type FindScope = "file" | "dossier" | "all";

const SHOWN = 100;

/** Hits in one dossier or in all this expert may read, each in its context; arrow keys walk and open. */
export function FindPanel({
  round,
  submission,
  text,
  pane,
  at,
  onAt,
}: {
  round: string;
  /** `null`: all applicants of this expert. */
  submission: string | null;
  text: string;
  /** The pane the search was typed in. */
  pane: string;
  /** The hit opened last. */
  at: number | null;
  onAt: (hit: number) => void;
}) {
  const { t } = useWords();
  const { owner, onPassage, movers } = useRoom();
  const list = useRef<HTMLUListElement>(null);
  const found = useCall("search/find", { round, text, submission, expert: owner.expert, limit: SHOWN });
  const shown = found.data?.hits.length ?? 0;
  useEffect(() => {
    // Opening a hit beside draws the panes anew: the one who walks through the list goes on where they were.
    if (at === null || shown <= at) return;
    const button = list.current?.querySelectorAll("button")[at];
    if (document.activeElement === document.body) button?.focus();
    const frame = requestAnimationFrame(() => button?.scrollIntoView({ block: "nearest" }));
    return () => cancelAnimationFrame(frame);
  }, [at, shown]);
  const open = (index: number) => {
    const hit = found.data?.hits[index];
    if (hit === undefined) return;
    onAt(index);
    const { file, sha256, block } = hit;
    if (hit.submission !== null) onPassage(hit.submission, { file, sha256, block, text });
  };
  useMovers(movers, pane, {
    found: (by) => open(at === null ? 0 : (at + by + shown) % Math.max(shown, 1)),
  });
  const walk = (event: KeyboardEvent) => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const next = buttons.at(buttons.findIndex((button) => button.matches(":focus")) + by);
    next?.focus();
    next?.click();
  };
  return (
    <section className="find-panel" aria-label={t("desk.search.results")} data-part="find-panel">
      <Answer query={found}>
        {({ hits, total }) => (
          <>
            <p role="status" className="muted">
              {total === 0
                ? t("desk.find.none")
                : t("desk.search.count", {
                    total: String(total),
                    more: total > hits.length ? t("desk.search.first", { n: String(hits.length) }) : "",
                  })}
              {total > 0 && ` · ${t("desk.search.keys")}`}
            </p>
            <ul ref={list} onKeyDown={walk}>
              {hits.map((hit, index) => (
                <li key={`${hit.sha256} ${hit.block}`}>
                  <button type="button" aria-current={index === at || undefined} onClick={() => open(index)}>
                    <span className="muted">
                      {submission === null && `${hit.submissionName} · `}
                      {fileNameOf(hit.file)}
                    </span>{" "}
                    <SearchExcerpt hit={hit} />
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </Answer>
    </section>
  );
}
