import { QuestionCircleOutlined, SearchOutlined } from "@ant-design/icons";
import { useIsMutating } from "@tanstack/react-query";
import { Button } from "antd";
import { useSaveState } from "../api/save-state.ts";
import { useCall } from "../api/use-call.ts";
import { formatClock } from "../ui/format.ts";
import { useWords } from "../ui/use-words.tsx";
import { LookControls } from "./look-controls.tsx";
import { usePreferences } from "./use-preferences.ts";

function SaveNote() {
  const { t } = useWords();
  const { unsaved, savedAt } = useSaveState();
  const writing = useIsMutating() > 0;
  const words = writing
    ? t("frame.saving")
    : unsaved > 0
      ? t("frame.unsaved", { count: String(unsaved) })
      : savedAt
        ? t("frame.saved", { time: formatClock(savedAt) })
        : t("frame.savedNever");
  return (
    <span className={unsaved > 0 && !writing ? "save-note save-note-unsaved" : "save-note"} role="status">
      {words}
    </span>
  );
}

function Whereabouts({ round }: { round: string | null }) {
  const { t } = useWords();
  const { preferences } = usePreferences();
  const view = useCall("round/get", round === null ? null : { round });
  const shown = round === null ? undefined : view.data;
  return (
    <p className="whereabouts">
      <strong title={shown?.name}>{shown?.name ?? t("frame.noRound")}</strong>
      {shown && <span className="whereabouts-scheme">{shown.schemeId}</span>}
      <span className="whereabouts-role">{t(`role.${preferences.role}`)}</span>
    </p>
  );
}

export function TopLine({
  round,
  onSearch,
  onHelp,
  helpOpen,
}: {
  round: string | null;
  onSearch: () => void;
  onHelp: () => void;
  helpOpen: boolean;
}) {
  const { t } = useWords();
  return (
    <header className="top-line">
      <Whereabouts round={round} />
      <SaveNote />
      <Button icon={<SearchOutlined />} onClick={onSearch} className="top-search">
        {t("frame.search")} <kbd>Ctrl K</kbd>
      </Button>
      <LookControls />
      <Button
        type="text"
        icon={<QuestionCircleOutlined />}
        onClick={onHelp}
        aria-expanded={helpOpen}
        title="F1"
      >
        {t("frame.help")}
      </Button>
    </header>
  );
}
