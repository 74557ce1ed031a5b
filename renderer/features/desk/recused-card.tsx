import { Button } from "antd";
import { useNavigate } from "react-router";
import type { OutputOf } from "../../../shared/contract/index.ts";
import type { DeskEntry } from "../../../shared/contract/sheet.ts";
import type { Sheet } from "../../../shared/scoring/sheet.ts";
import { useAct } from "../../api/use-act.ts";
import { Failure } from "../../ui/failure.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { deskAddress } from "./desk-address.ts";
import type { SheetOwner } from "./desk-session.ts";
import { groundWords } from "./ground-words.ts";
import { nextUnfinished } from "./model/next-step.ts";

export function RecusedCard({
  owner,
  sheet,
  entry,
  desk,
  onDeclared,
}: {
  owner: SheetOwner;
  sheet: Sheet;
  entry: DeskEntry;
  desk: OutputOf<"desk/list">;
  onDeclared: (sheet: Sheet) => void;
}) {
  const { t, tryWord } = useWords();
  const navigate = useNavigate();
  const declare = useAct("desk/declare");
  const next = nextUnfinished(desk.entries, owner.submission);
  return (
    <section className="card declare-card" aria-labelledby="recused-title">
      <h1 id="recused-title">⊘ {t("desk.recused.title")}</h1>
      <p>
        <strong>{entry.name}</strong>
      </p>
      {sheet.recusal !== null && (
        <p>
          {t("desk.recused.text", {
            ground: groundWords(tryWord, sheet.recusal.ground),
            reason: sheet.recusal.reason,
          })}
        </p>
      )}
      <p className="muted">{t("desk.recused.removed")}</p>
      {sheet.state === "signed" && <p className="muted">{t("desk.sheet.signed")}</p>}
      <Failure error={declare.error} />
      <div className="card-actions">
        {next !== null && (
          <Button
            type="primary"
            size="large"
            onClick={() => navigate(deskAddress(owner.round, owner.expert, next.submission))}
          >
            {t("desk.recused.next")}
          </Button>
        )}
        {sheet.state !== "signed" && (
          <Button
            size="large"
            loading={declare.isPending}
            onClick={() => declare.mutate({ ...owner, recusal: null }, { onSuccess: onDeclared })}
          >
            {t("desk.recused.undo")}
          </Button>
        )}
      </div>
    </section>
  );
}
