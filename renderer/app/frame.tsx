import { useCallback, useState } from "react";
import { Outlet } from "react-router";
import { useWords } from "../ui/use-words.tsx";
import { HelpDrawer } from "./help-drawer.tsx";
import { LeaveQuestion } from "./leave-question.tsx";
import { Rail } from "./rail.tsx";
import { SearchBox } from "./search-box.tsx";
import { TopLine } from "./top-line.tsx";
import { useFrameKeys } from "./use-frame-keys.ts";
import { usePreferences } from "./use-preferences.ts";
import { useCurrentRound } from "./use-round.ts";
import { useTellUnsaved } from "./use-tell-unsaved.ts";

/** Everything around a screen: rail, top line, search and help. */
export function Frame() {
  const { t } = useWords();
  const { preferences } = usePreferences();
  const round = useCurrentRound();
  const [help, setHelp] = useState(false);
  const [search, setSearch] = useState(false);
  const toggleHelp = useCallback(() => setHelp((open) => !open), []);
  const openSearch = useCallback(() => setSearch(true), []);
  useFrameKeys({ toggleHelp, openSearch });
  useTellUnsaved();
  return (
    <div className="frame">
      <button type="button" className="skip-link" onClick={focusContent}>
        {t("frame.skip")}
      </button>
      <TopLine round={round} onSearch={openSearch} onHelp={toggleHelp} helpOpen={help} />
      <Rail role={preferences.role} round={round} />
      <main id="content" className="content" tabIndex={-1}>
        <Outlet />
      </main>
      <LeaveQuestion />
      {help && <HelpDrawer onClose={() => setHelp(false)} />}
      <SearchBox open={search} round={round} onClose={() => setSearch(false)} />
    </div>
  );
}

const focusContent = (): void => document.getElementById("content")?.focus();
