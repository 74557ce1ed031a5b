import { Button } from "antd";
import { useCallback, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import type { OutputOf } from "../../../shared/contract/index.ts";
import { useCall } from "../../api/use-call.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ChoiceField } from "../../ui/field.tsx";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { LibraryTabs } from "../schemes/library-tabs.tsx";
import { NoticeText } from "../schemes/notice-text.tsx";
import { schemeAddress } from "../schemes/scheme-address.ts";
import { TargetBoard } from "./target-board.tsx";
import { TaskList } from "./task-list.tsx";

type Board = OutputOf<"plan/get-board">;

/** A sentence asked for again scrolls again: each asking is an object of its own. */
interface Asked {
  readonly quote: string;
}

function Plan({ scheme, own, board }: { scheme: string; own: boolean; board: Board }) {
  const { t } = useWords();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [text, setText] = useState(false);
  const links = useCall("plan/list-links", { scheme });
  const show = useCallback((quote: string) => {
    setAsked({ quote });
    setText(true);
  }, []);
  return (
    <>
      <div className="row">
        <Button aria-expanded={text} onClick={() => setText(!text)}>
          {t("schemes.notice")}
        </Button>
        <span className="muted">{t("plan.quoteHint")}</span>
      </div>
      <div className={text ? "beside" : undefined}>
        <div className="beside-main">
          {board.rows.length + board.tasks.length === 0 && (
            <p className="unset-note">◌ {t("schemes.emptyPlan")}</p>
          )}
          {board.rows.length > 0 && <TargetBoard scheme={scheme} rows={board.rows} onQuote={show} />}
          {board.tasks.length > 0 && <TaskList tasks={board.tasks} links={links.data ?? []} onQuote={show} />}
        </div>
        {text && <NoticeText scheme={scheme} asked={asked} own={own} />}
      </div>
    </>
  );
}

function ChosenPlan({ schemes }: { schemes: OutputOf<"scheme/list"> }) {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  // Plans first: another document may set a target or two as well.
  const plans = schemes
    .filter(({ hasBoard }) => hasBoard)
    .toSorted((one, other) => Number(other.purpose === "plan") - Number(one.purpose === "plan"));
  const chosen = plans.find(({ id }) => id === params.get("scheme")) ?? plans[0];
  const board = useCall("plan/get-board", chosen ? { scheme: chosen.id } : null);
  if (!chosen) return <EmptyState alone title={t("plan.noneTitle")} hint={t("plan.noneHint")} />;
  return (
    <>
      <div className="screen-head">
        <div>
          <h1>{chosen.title}</h1>
          <p className="muted">
            {chosen.issuer} {chosen.documentNo}
          </p>
        </div>
        <div className="row">
          {plans.length > 1 && (
            <ChoiceField
              label={t("library.plan")}
              value={chosen.id}
              choices={plans.map(({ id, title }) => ({ value: id, label: title }))}
              onChange={(scheme) => setParams({ scheme }, { replace: true })}
            />
          )}
          <Button onClick={() => navigate(schemeAddress(chosen.id))}>{t("plan.openScheme")}</Button>
        </div>
      </div>
      <Answer query={board}>
        {(known) => <Plan key={chosen.id} scheme={chosen.id} own={chosen.origin === "own"} board={known} />}
      </Answer>
    </>
  );
}

export function PlanScreen() {
  const schemes = useCall("scheme/list", {});
  return (
    <div className="screen">
      <LibraryTabs />
      <Answer query={schemes}>{(known) => <ChosenPlan schemes={known} />}</Answer>
    </div>
  );
}
