import "../desk/desk.css";
import "./sign.css";
import { useCallback, useState } from "react";
import type { OutputOf } from "../../../shared/contract/index.ts";
import { useCall } from "../../api/use-call.ts";
import { useRound, useRoundId } from "../../app/use-round.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { ChooseExpert } from "../desk/choose-expert.tsx";
import { signAddress } from "../desk/desk-address.ts";
import { useDeskList, useSeat } from "../desk/seat.ts";
import { PrintSheets } from "./print-sheets.tsx";
import { Receipt } from "./receipt.tsx";
import { SignForm } from "./sign-form.tsx";
import { SignTable } from "./sign-table.tsx";
import { SignWarnings } from "./sign-warnings.tsx";
import { WithdrawnNote } from "./withdrawn-note.tsx";

export interface SignProps {
  readonly view: OutputOf<"round/get">;
  readonly expert: string;
  readonly preview: OutputOf<"result/preview">;
}

/** Everything that will be signed, on one page, and the signature. */
export function SignScreen() {
  const round = useRoundId();
  const view = useRound(round);
  return <Answer query={view}>{(found) => <SignOfRound view={found} />}</Answer>;
}

function SignOfRound({ view }: { view: OutputOf<"round/get"> }) {
  const { t } = useWords();
  const expert = useSeat(view);
  if (view.state !== "open")
    return <EmptyState alone title={t("desk.notOpen")} hint={t("desk.notOpenHelp")} />;
  if (expert === null) {
    return (
      <ChooseExpert
        round={view.id}
        title={t("sign.chooseExpert")}
        address={(id) => signAddress(view.id, id)}
        action={(name) => t("sign.byName", { name })}
      />
    );
  }
  return <SignOfExpert key={expert} view={view} expert={expert} />;
}

function SignOfExpert({ view, expert }: Pick<SignProps, "view" | "expert">) {
  const preview = useCall("result/preview", { round: view.id, expert });
  const desk = useDeskList(view.id, expert);
  return (
    <Answer query={desk}>
      {({ entries }) => (
        <Answer query={preview}>
          {(found) => (
            <SignPage
              view={view}
              expert={expert}
              preview={found}
              locked={entries.length > 0 && entries.every((entry) => entry.state === "signed")}
            />
          )}
        </Answer>
      )}
    </Answer>
  );
}

/** `locked`: every sheet is signed. A signature in force with open sheets is one that is being replaced. */
function SignPage(props: SignProps & { readonly locked: boolean }) {
  const { preview, locked } = props;
  const { t } = useWords();
  const [receipt, setReceipt] = useState<OutputOf<"result/sign"> | null>(null);
  const [annexes, setAnnexes] = useState<ReadonlySet<string>>(new Set());
  const onAnnex = useCallback(
    (submission: string, annex: boolean) =>
      setAnnexes((known) => {
        if (known.has(submission) === annex) return known;
        return new Set(annex ? [...known, submission] : [...known].filter((other) => other !== submission));
      }),
    [],
  );
  const { payload, signed } = preview;
  if (payload.sheets.length === 0 && preview.warnings.length === 0 && signed === null)
    return <EmptyState alone title={t("sign.nothing")} hint={t("sign.nothingHelp")} />;
  if (locked && signed !== null && signed.withdraws === null) {
    return (
      <section className="screen sign-screen" aria-labelledby="sign-title">
        <h1 id="sign-title">
          {t("sign.receipt")}
          {t("common.colon")}
          {payload.expert.name}
        </h1>
        <Receipt {...props} signed={signed} fresh={receipt} annexes={annexes.size} />
        <SignTable {...props} sequence={signed.sequence} signed />
        <PrintSheets {...props} signed={signed} onAnnex={onAnnex} />
      </section>
    );
  }
  return (
    <section className="screen sign-screen" aria-labelledby="sign-title">
      <h1 id="sign-title">
        {t("sign.title")}
        {t("common.colon")}
        {payload.expert.name}
      </h1>
      <p className="sign-lead">{t("sign.lead")}</p>
      {signed !== null && signed.withdraws !== null && (
        <WithdrawnNote round={props.view.id} withdrawal={signed} />
      )}
      {signed !== null && signed.withdraws === null && (
        <p className="notice-warn" role="note">
          {t("sign.replaces", { n: String(signed.sequence), code: signed.shortCode })}
        </p>
      )}
      <SignWarnings {...props} />
      <SignTable {...props} sequence={payload.sequence} />
      <SignForm {...props} onSigned={setReceipt} />
    </section>
  );
}
