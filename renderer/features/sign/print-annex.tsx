import { useWords } from "../../ui/use-words.tsx";
import { isLong, longComments, type PrintProps } from "./print-sheet.tsx";

/** The words a page had no room for; whose they are stands on top of every page. */
export function PrintAnnex({ form, sheet, applicant, expert, code }: PrintProps) {
  const { t } = useWords();
  const remark = isLong(sheet.remark) ? [{ name: t("sign.print.remark"), words: sheet.remark }] : [];
  return (
    <article className="print-annex">
      <table>
        <thead>
          <tr>
            <th>
              {t("sign.print.annex", { applicant, expert })}
              <p className="print-code">{code}</p>
            </th>
          </tr>
        </thead>
        <tbody>
          {[...longComments(form, sheet), ...remark].map(({ name, words }) => (
            <tr key={name}>
              <td>
                <strong>{name}</strong>
                <p className="print-words">{words}</p>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
