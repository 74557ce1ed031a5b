import { Button, Input } from "antd";
import { useState } from "react";
import type { OutputOf } from "../../../shared/contract/index.ts";
import type { DirectionRanking } from "../../../shared/scoring/ranking.ts";
import { useAct } from "../../api/use-act.ts";
import { Failure } from "../../ui/failure.tsx";
import { Labelled } from "../../ui/labelled.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { moveInOrder } from "./model/tie-order.ts";

interface Props {
  readonly view: OutputOf<"round/get">;
  readonly direction: DirectionRanking;
  readonly tie: NonNullable<DirectionRanking["openTie"]>;
}

/** A tie across the cut line stops the list until the panel has decided: an order, a reason, a name. */
export function TieCard({ view, direction, tie }: Props) {
  const { t } = useWords();
  const [order, setOrder] = useState<readonly string[]>(tie.submissions);
  const [reason, setReason] = useState("");
  const [by, setBy] = useState("");
  const [tried, setTried] = useState(false);
  const decide = useAct("ranking/decide");
  const name = (submission: string): string =>
    direction.rows.find((row) => row.submission === submission)?.name ?? submission;
  const list = (submissions: readonly string[]): string => submissions.map(name).join("、");
  const submit = () => {
    setTried(true);
    if (reason.trim() === "" || by.trim() === "") return;
    decide.mutate({
      round: view.id,
      direction: direction.direction,
      order: [...order],
      reason: reason.trim(),
      by: by.trim(),
    });
  };
  const id = `tie-${direction.direction}`;
  return (
    <section className="card tie-card stack" aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        ={" "}
        {t("panel.tieCard", {
          direction: t(`rankGroup.${direction.direction}`),
          n: String(tie.submissions.length),
          score: tie.score,
          seats: String(tie.seatsLeft),
        })}
      </h3>
      <p>{t("panel.tieCard.help")}</p>
      {direction.provisional && (
        <p className="notice-warn" role="note">
          {t("panel.tieCard.provisional")}
        </p>
      )}
      <ol className="tie-order" aria-label={t("panel.tieCard.order")}>
        {order.map((submission, index) => (
          <li key={submission}>
            <span className="tie-name">{name(submission)}</span>
            <span className={index < tie.seatsLeft ? "tie-in" : "tie-out"}>
              {index < tie.seatsLeft ? `✓ ${t("panel.tieCard.in")}` : `– ${t("panel.tieCard.out")}`}
            </span>
            <Button
              aria-label={t("panel.tieCard.up", { name: name(submission) })}
              disabled={index === 0}
              onClick={() => setOrder(moveInOrder(order, submission, -1))}
            >
              ↑
            </Button>
            <Button
              aria-label={t("panel.tieCard.down", { name: name(submission) })}
              disabled={index === order.length - 1}
              onClick={() => setOrder(moveInOrder(order, submission, 1))}
            >
              ↓
            </Button>
          </li>
        ))}
      </ol>
      <Labelled
        label={t("panel.tieCard.reason")}
        problem={tried && reason.trim() === "" ? t("panel.tieCard.reasonMissing") : null}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            value={reason}
            maxLength={1000}
            autoSize={{ minRows: 2, maxRows: 6 }}
            placeholder={t("panel.tieCard.reasonHint")}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Labelled>
      <Labelled
        label={t("panel.tieCard.by")}
        problem={tried && by.trim() === "" ? t("panel.tieCard.byMissing") : null}
      >
        {(control) => (
          <Input
            {...control}
            value={by}
            maxLength={40}
            autoComplete="off"
            className="short-input"
            onChange={(event) => setBy(event.target.value)}
          />
        )}
      </Labelled>
      <p className="consequence">
        {t("panel.tieCard.consequence", {
          in: list(order.slice(0, tie.seatsLeft)) || "–",
          out: list(order.slice(tie.seatsLeft)) || "–",
        })}
      </p>
      <Failure error={decide.error} />
      <div>
        <Button type="primary" size="large" loading={decide.isPending} onClick={submit}>
          {t("panel.tieCard.confirm")}
        </Button>
      </div>
    </section>
  );
}
