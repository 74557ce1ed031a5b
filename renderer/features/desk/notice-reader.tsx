import { Button } from "antd";
import { useMemo, useState } from "react";
import type { OutputOf } from "../../../shared/contract/index.ts";
import { useCall } from "../../api/use-call.ts";
import { DocumentView } from "../../ui/document/document-view.tsx";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { findInDocument } from "./model/find-hits.ts";
import { useRoom } from "./room-context.ts";
import { useMovers } from "./use-movers.ts";
import { usePendingFind } from "./use-pending-find.ts";

interface Props {
  readonly scheme: string;
  readonly pane: string;
  readonly active: string;
}

/** A notice is no file of a round: its digest is never looked up. */
const noDigest = "0".repeat(64);

/** The text of a notice, to read and to look for words in. */
export function NoticeReader(props: Props) {
  const notice = useCall("notice/get", { scheme: props.scheme });
  return <Answer query={notice}>{(found) => <Reader {...props} notice={found} />}</Answer>;
}

function Reader({ notice, pane, active }: Props & { notice: OutputOf<"notice/get"> }) {
  const { t } = useWords();
  const { movers } = useRoom();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const { document, title } = notice;
  const hits = useMemo(
    () => (text.trim() === "" ? [] : findInDocument(document, text, { name: title, sha256: noDigest })),
    [document, text, title],
  );
  const find = (words: string) => {
    setText(words);
    setAt(0);
  };
  const step = (by: 1 | -1) => hits.length > 0 && setAt((at + by + hits.length) % hits.length);
  useMovers(movers, pane, { found: step });
  usePendingFind(pane, active, find);
  return (
    <>
      <search className="find-bar notice-find" data-part="find">
        <input
          type="search"
          value={text}
          maxLength={100}
          aria-label={t("notice.find")}
          placeholder={`${t("desk.find.placeholder")}（F）`}
          onChange={(event) => find(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            step(event.shiftKey ? -1 : 1);
          }}
        />
        {text.trim() !== "" && (
          <>
            <span role="status" className="muted">
              {hits.length === 0
                ? t("desk.find.none")
                : t("desk.find.count", { i: String(at + 1), n: String(hits.length) })}
            </span>
            <Button
              type="text"
              aria-label={t("desk.find.previous")}
              disabled={hits.length === 0}
              onClick={() => step(-1)}
            >
              ↑
            </Button>
            <Button
              type="text"
              aria-label={t("desk.find.next")}
              disabled={hits.length === 0}
              onClick={() => step(1)}
            >
              ↓
            </Button>
          </>
        )}
      </search>
      <DocumentView
        document={document}
        file={title}
        sha256={noDigest}
        highlight={hits[at] ?? null}
        label={t("schemes.noticeLabel", { title })}
      />
    </>
  );
}
