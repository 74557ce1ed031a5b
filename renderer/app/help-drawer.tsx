import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useLocation } from "react-router";
import { useCall } from "../api/use-call.ts";
import { Answer } from "../ui/loading.tsx";
import { useWords } from "../ui/use-words.tsx";
import { HelpPage } from "./help-page.tsx";
import { type HelpPlace, helpPlaceOf } from "./help-places.ts";

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

/** What the reader asked for; while nothing was asked for, the help follows the screen. */
type Wanted = HelpPlace | "list" | null;

export function HelpDrawer({ onClose }: { onClose: () => void }) {
  const { t, locale } = useWords();
  const { pathname } = useLocation();
  const [wanted, setWanted] = useState<Wanted>(null);
  const [seenAt, setSeenAt] = useState(pathname);
  if (seenAt !== pathname) {
    setSeenAt(pathname);
    setWanted(null);
  }
  const place = wanted ?? helpPlaceOf(pathname) ?? "list";
  const open = (page: string) => setWanted({ page, section: null });
  return (
    <aside
      className="drawer"
      aria-label={t("frame.help")}
      // A picture stands enlarged in a window of its own; closing that leaves the help open.
      onKeyDown={(event) =>
        event.key === "Escape" &&
        event.target instanceof Node &&
        event.currentTarget.contains(event.target) &&
        onClose()
      }
    >
      <div className="drawer-head">
        <h2>{t("frame.help")}</h2>
        {place !== "list" && (
          <Button type="link" onClick={() => setWanted("list")}>
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
      {locale === "en" && <p className="muted">{t("frame.helpLanguage")}</p>}
      {place === "list" ? (
        <HelpList onOpen={open} />
      ) : (
        <HelpPage id={place.page} section={place.section} onOpen={open} />
      )}
    </aside>
  );
}
