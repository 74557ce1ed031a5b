import "./desk.css";
import { useSearchParams } from "react-router";
import type { OutputOf } from "../../../shared/contract/index.ts";
import { useRound, useRoundId } from "../../app/use-round.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { ChooseExpert } from "./choose-expert.tsx";
import { deskAddress } from "./desk-address.ts";
import { DeskList } from "./desk-list.tsx";
import { ReadingDesk } from "./reading-desk.tsx";
import { useDeskList, useSeat } from "./seat.ts";

/** The expert's desk: who sits here, my applicants, one of them being read and scored. */
export function DeskScreen() {
  const round = useRoundId();
  const view = useRound(round);
  return <Answer query={view}>{(found) => <DeskOfRound view={found} />}</Answer>;
}

function DeskOfRound({ view }: { view: OutputOf<"round/get"> }) {
  const { t } = useWords();
  const expert = useSeat(view);
  if (view.state !== "open") return <EmptyState title={t("desk.notOpen")} hint={t("desk.notOpenHelp")} />;
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
