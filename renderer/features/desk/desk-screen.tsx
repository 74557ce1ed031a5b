import "./desk.css";
import { useEffect } from "react";
import { useSearchParams } from "react-router";
import type { OutputOf } from "../../../shared/contract/index.ts";
import { useAct } from "../../api/use-act.ts";
import { useRound, useRoundId } from "../../app/use-round.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { ChooseExpert } from "./choose-expert.tsx";
import { deskAddress } from "./desk-address.ts";
import { DeskList } from "./desk-list.tsx";
import { useOtherWindows } from "./other-windows.ts";
import { ReadingDesk } from "./reading-desk.tsx";
import { useDeskList, useSeat } from "./seat.ts";
import { useEarlyFind } from "./use-early-find.ts";

/** The expert's desk: who sits here, my applicants, one of them being read and scored. */
export function DeskScreen() {
  const round = useRoundId();
  const view = useRound(round);
  const [query] = useSearchParams();
  useEarlyFind(query.get("submission") !== null);
  return <Answer query={view}>{(found) => <DeskOfRound view={found} />}</Answer>;
}

function DeskOfRound({ view }: { view: OutputOf<"round/get"> }) {
  const { t } = useWords();
  const expert = useSeat(view);
  if (view.state !== "open")
    return <EmptyState alone title={t("desk.notOpen")} hint={t("desk.notOpenHelp")} />;
  if (expert === null) {
    return (
      <ChooseExpert
        round={view.id}
        title={t("desk.chooseExpert")}
        address={(id) => deskAddress(view.id, id)}
        action={(name) => t("desk.sitHere", { name })}
      />
    );
  }
  return <DeskOfExpert view={view} expert={expert} />;
}

function DeskOfExpert({ view, expert }: { view: OutputOf<"round/get">; expert: string }) {
  const [query] = useSearchParams();
  const list = useDeskList(view.id, expert);
  const submission = query.get("submission");
  useDrawnOrder(view.id, expert, list.data?.orderDrawnAt);
  useOtherWindows(view.id, expert);
  return (
    <Answer query={list}>
      {(desk) =>
        submission !== null && desk.entries.some((entry) => entry.submission === submission) ? (
          <ReadingDesk key={submission} view={view} desk={desk} submission={submission} />
        ) : (
          <DeskList view={view} desk={desk} />
        )
      }
    </Answer>
  );
}

/** The first time an expert sits down, the order of the applicants is drawn; it stays the same from then on. */
function useDrawnOrder(round: string, expert: string, drawnAt: string | null | undefined): void {
  const { mutate } = useAct("desk/draw-order");
  useEffect(() => {
    if (drawnAt === null) mutate({ round, expert });
  }, [round, expert, drawnAt, mutate]);
}
