import { Button, Modal } from "antd";
import { useState } from "react";
import type { SheetChange } from "../../../shared/contract/desk.ts";
import { useCall } from "../../api/use-call.ts";
import { formatDecimal, formatInstant } from "../../ui/format.ts";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { useRoom } from "./room-context.ts";

/** Everything that was changed on this sheet, with its time, from the audit trail. */
export function SheetHistory() {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const { entry } = useRoom();
  return (
    <>
      <Button type="link" data-part="history" title="H" onClick={() => setOpen(true)}>
        {t("history.open")}
      </Button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        footer={null}
        width="min(44rem, 94vw)"
        title={t("history.title", { name: entry.name })}
        destroyOnHidden
      >
        <Changes />
      </Modal>
    </>
  );
}

function Changes() {
  const { t } = useWords();
  const { owner } = useRoom();
  const history = useCall("desk/history", owner);
  return (
    <Answer query={history}>
      {(changes) =>
        changes.length === 0 ? (
          <p>{t("history.none")}</p>
        ) : (
          <div className="history-scroll">
            <table className="plain-table" aria-label={t("history.open")}>
              <thead>
                <tr>
                  <th scope="col">{t("history.at")}</th>
                  <th scope="col">{t("history.what")}</th>
                </tr>
              </thead>
              <tbody>
                {changes.map((change) => (
                  <tr key={change.seq}>
                    <td className="nowrap">{formatInstant(change.at)}</td>
                    <td>
                      <ChangeWords change={change} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )
      }
    </Answer>
  );
}

function ChangeWords({ change }: { change: SheetChange }) {
  const { t } = useWords();
  const { form } = useRoom();
  const item = form.items.find(({ id }) => id === change.item)?.name ?? change.item ?? "";
  const shown = (score: string) => (score === "" ? t("history.unscored") : formatDecimal(score));
  const head = {
    score:
      change.from === change.to
        ? t("history.scoreSame", { item })
        : t("history.score", { item, from: shown(change.from), to: shown(change.to) }),
    remark: t("history.remark"),
    declare:
      change.to === "none"
        ? t("history.declared")
        : change.from === ""
          ? t("history.recused")
          : t("history.recusedAfter", { total: formatDecimal(change.from) }),
    complete: change.to === "true" ? t("history.complete") : t("history.reopened"),
  }[change.change];
  return (
    <>
      {head}
      {change.text !== "" && <p className="muted">{change.text}</p>}
    </>
  );
}
