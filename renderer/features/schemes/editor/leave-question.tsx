import { Button, Modal } from "antd";
import type { Blocker } from "react-router";
import { useWords } from "../../../ui/use-words.tsx";

/** Leaving would lose what was not saved: said before it happens. */
export function LeaveQuestion({ blocker }: { blocker: Blocker }) {
  const { t } = useWords();
  if (blocker.state !== "blocked") return null;
  return (
    <Modal
      open
      title={t("editor.leaveTitle")}
      onCancel={() => blocker.reset()}
      footer={
        <>
          <Button onClick={() => blocker.proceed()}>{t("editor.leaveAnyway")}</Button>
          <Button type="primary" onClick={() => blocker.reset()}>
            {t("editor.stay")}
          </Button>
        </>
      }
    >
      {t("editor.leaveText")}
    </Modal>
  );
}
