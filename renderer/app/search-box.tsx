import { Input, type InputRef, Modal } from "antd";
import { useDeferredValue, useRef, useState } from "react";
import { useNavigate } from "react-router";
import type { SearchHit } from "../../shared/contract/intake.ts";
import { useCall } from "../api/use-call.ts";
import { fileNameOf } from "../ui/format.ts";
import { Answer } from "../ui/loading.tsx";
import { SearchExcerpt } from "../ui/search-excerpt.tsx";
import { useWords } from "../ui/use-words.tsx";
import { usePreferences } from "./use-preferences.ts";

const SHOWN = 50;

function Hits({ round, text, onOpen }: { round: string; text: string; onOpen: (hit: SearchHit) => void }) {
  const { t } = useWords();
  const found = useCall("search/find", { round, text, submission: null, limit: SHOWN });
  return (
    <Answer query={found}>
      {({ hits, total }) =>
        total === 0 ? (
          <p>{t("frame.searchNone", { text })}</p>
        ) : (
          <>
            <p role="status">
              {t("frame.searchCount", { total: String(total), shown: String(hits.length) })}
            </p>
            <ul className="search-hits">
              {hits.map((hit) => (
                <li key={`${hit.sha256} ${hit.block} ${hit.excerpt} ${hit.start}`}>
                  <button type="button" onClick={() => onOpen(hit)}>
                    <span className="search-place">
                      {hit.submissionName || t("frame.searchOfRound")} · {fileNameOf(hit.file)}
                    </span>
                    <SearchExcerpt hit={hit} />
                  </button>
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Answer>
  );
}

/** Where a hit leads: an expert reads at the desk, a clerk in the intake. */
function addressOf(round: string, hit: SearchHit, role: string): string {
  const query = new URLSearchParams({ file: hit.sha256, block: hit.block });
  if (hit.submission) query.set("submission", hit.submission);
  return `/round/${encodeURIComponent(round)}/${role === "clerk" ? "intake" : "desk"}?${query}`;
}

export function SearchBox({
  open,
  round,
  onClose,
}: {
  open: boolean;
  round: string | null;
  onClose: () => void;
}) {
  const { t } = useWords();
  const { preferences } = usePreferences();
  const navigate = useNavigate();
  const field = useRef<InputRef>(null);
  const [typed, setTyped] = useState("");
  const text = useDeferredValue(typed.trim());
  const openHit = (hit: SearchHit) => {
    onClose();
    if (round) navigate(addressOf(round, hit, preferences.role));
  };
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      title={t("frame.search")}
      width="min(46rem, 94vw)"
      destroyOnHidden
      afterOpenChange={(shown) => shown && field.current?.focus({ cursor: "all" })}
    >
      <Input
        ref={field}
        value={typed}
        maxLength={100}
        allowClear
        aria-label={t("frame.searchHint")}
        placeholder={t("frame.searchHint")}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="search-results">
        {round === null && <p>{t("frame.searchNeedsRound")}</p>}
        {round !== null && text !== "" && <Hits round={round} text={text} onOpen={openHit} />}
      </div>
    </Modal>
  );
}
