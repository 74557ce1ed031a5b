import { Link } from "react-router";
import { useCall } from "../../api/use-call.ts";
import { useWords } from "../../ui/use-words.tsx";
import { countStates } from "./clock-words.ts";

export const correctionsAddress = (round: string, submission?: string, rule?: string): string => {
  const query = new URLSearchParams({
    ...(submission === undefined ? {} : { of: submission }),
    ...(rule === undefined ? {} : { rule }),
  }).toString();
  return `/round/${encodeURIComponent(round)}/corrections${query === "" ? "" : `?${query}`}`;
};

/** How the letters of a round stand, in one line; nothing while none was sent. */
export function CorrectionLine({ round }: { round: string }) {
  const { t } = useWords();
  const clocks = useCall("correction/list", { round });
  if (!clocks.data || clocks.data.length === 0) return null;
  const counts = countStates(clocks.data);
  const parts = (["overdue", "waiting", "answered"] as const).flatMap((state) =>
    counts[state] > 0
      ? [t("letters.count", { state: t(`correction.state.${state}`), count: String(counts[state]) })]
      : [],
  );
  return (
    <p className={counts.overdue > 0 ? "clock-line clock-overdue" : "clock-line"}>
      <Link to={correctionsAddress(round)}>{t("letters.title")}</Link>
      {t("common.colon")}
      {parts.join(" · ")}
    </p>
  );
}
