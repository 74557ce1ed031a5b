import type { StoredResult } from "../../../shared/contract/signed-result.ts";
import { useWords } from "../../ui/use-words.tsx";
import { fullInstant } from "./full-instant.ts";
import { PrintSheet } from "./print-sheet.tsx";
import type { SignProps } from "./sign-screen.tsx";

/**
 * One page per applicant with a line to sign on paper; only the printer sees it. It stands beside the screen, so that its height can be
 * measured before it is printed.
 */
export function PrintSheets({
  view,
  preview,
  signed,
  onAnnex,
}: SignProps & {
  readonly signed: StoredResult;
  /** Told for every applicant whether its comments need further pages. */
  readonly onAnnex: (submission: string, annex: boolean) => void;
}) {
  const { t, locale } = useWords();
  const { form } = view;
  if (form === null) return null;
  const { payload, names } = preview;
  const code = t("sign.print.code", {
    code: signed.shortCode,
    n: String(signed.sequence),
    time: fullInstant(signed.signedAt, locale),
  });
  return (
    <div className="print-sheets" aria-hidden="true">
      {payload.sheets.map((sheet) => (
        <PrintSheet
          key={sheet.submission}
          form={form}
          sheet={sheet}
          round={payload.round.name}
          applicant={names[sheet.submission] ?? sheet.submission}
          expert={payload.expert.name}
          code={code}
          onAnnex={onAnnex}
        />
      ))}
    </div>
  );
}
