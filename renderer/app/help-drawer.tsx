import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import Markdown from "react-markdown";
import remarkGfm from "remark-gfm";
import { useCall } from "../api/use-call.ts";
import { Answer } from "../ui/loading.tsx";
import { useWords } from "../ui/use-words.tsx";

function HelpPage({ id, onOpen }: { id: string; onOpen: (id: string) => void }) {
  const page = useCall("help/read", { id });
  return (
    <Answer query={page}>
      {({ markdown }) => (
        <div className="prose">
          <Markdown
            remarkPlugins={[remarkGfm]}
            components={{ a: ({ href, children }) => helpLink(href, children, onOpen), img: () => null }}
          >
            {markdown}
          </Markdown>
        </div>
      )}
    </Answer>
  );
}

/** A help page links only to other help pages; nothing here leads out of the program. */
function helpLink(href: string | undefined, children: React.ReactNode, onOpen: (id: string) => void) {
  const id = /^(?:\.\/)?([\w-]+)(?:\.md)?$/.exec(href ?? "")?.[1];
  if (!id) return <span>{children}</span>;
  return (
    <Button type="link" className="inline-link" onClick={() => onOpen(id)}>
      {children}
    </Button>
  );
}

function HelpList({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useWords();
  const list = useCall("help/list", {});
  return (
    <Answer query={list}>
      {(pages) =>
        pages.length === 0 ? (
          <p>{t("frame.helpNone")}</p>
        ) : (
          <ul className="help-list">
            {pages.map((page) => (
              <li key={page.id}>
                <Button type="link" className="inline-link" onClick={() => onOpen(page.id)}>
                  {page.title}
                </Button>
              </li>
            ))}
          </ul>
        )
      }
    </Answer>
  );
}

export function HelpDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const [page, setPage] = useState<string | null>(null);
  return (
    <aside
      className="drawer"
      aria-label={t("frame.help")}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <div className="drawer-head">
        <h2>{t("frame.help")}</h2>
        {page !== null && (
          <Button type="link" onClick={() => setPage(null)}>
            {t("frame.helpList")}
          </Button>
        )}
        <Button
          type="text"
          icon={<CloseOutlined />}
          aria-label={t("frame.close")}
          onClick={onClose}
          autoFocus
        />
      </div>
      {page === null ? <HelpList onOpen={setPage} /> : <HelpPage id={page} onOpen={setPage} />}
    </aside>
  );
}
