import { Button, Modal } from "antd";
import { useEffect } from "react";
import { useBlocker } from "react-router";
import { draftsOfScreens, useSaveState } from "../api/save-state.ts";
import { useWords } from "../ui/use-words.tsx";

/** Leaving a screen would lose what was not saved on it: said before it happens. */
export function LeaveQuestion() {
  const { t } = useWords();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      draftsOfScreens() > 0 && currentLocation.pathname !== nextLocation.pathname,
  );
  const { unsaved } = useSaveState();
  // What was being stored when the question came is stored now: there is nothing left to ask.
  useEffect(() => {
    if (unsaved === 0 && draftsOfScreens() === 0 && blocker.state === "blocked") blocker.proceed();
  }, [unsaved, blocker]);
  if (blocker.state !== "blocked") return null;
  return (
    <Modal
      open
      title={t("frame.leaveTitle")}
      onCancel={() => blocker.reset()}
      footer={
        <>
          <Button onClick={() => blocker.proceed()}>{t("frame.leaveAnyway")}</Button>
          <Button type="primary" onClick={() => blocker.reset()}>
            {t("frame.stay")}
          </Button>
        </>
      }
    >
      {t("frame.leaveText")}
    </Modal>
  );
}
