import { Button } from "antd";
import { useNavigate, useRouteError } from "react-router";
import { EmptyState } from "../ui/empty-state.tsx";
import { useWords } from "../ui/use-words.tsx";

export function BrokenPage() {
  const { t } = useWords();
  const error = useRouteError();
  const navigate = useNavigate();
  const code = error instanceof Error ? error.message : String(error);
  return (
    <EmptyState
      alone
      title={t("frame.broken")}
      hint={t("frame.brokenHint")}
      action={
        <Button type="primary" onClick={() => navigate("/")}>
          {t("frame.toRounds")}
        </Button>
      }
    >
      <code className="failure-code">{t("ui.code", { code })}</code>
    </EmptyState>
  );
}

export function MissingPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <EmptyState
      alone
      title={t("frame.notFound")}
      hint={t("frame.notFoundHint")}
      action={
        <Button type="primary" onClick={() => navigate("/")}>
          {t("frame.toRounds")}
        </Button>
      }
    />
  );
}
