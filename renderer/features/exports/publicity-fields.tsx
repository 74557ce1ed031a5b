import { Input } from "antd";
import type { PublicityTerms } from "../../../shared/contract/export.ts";
import { Field } from "../../ui/field.tsx";
import { useWords } from "../../ui/use-words.tsx";

const keys = ["from", "to", "contact", "phone", "address"] as const;

/** What the office knows and the program does not; left empty it stays a line to write on. */
export function PublicityFields({
  terms,
  onChange,
}: {
  terms: PublicityTerms;
  onChange: (terms: PublicityTerms) => void;
}) {
  const { t } = useWords();
  return (
    <div className="publicity-fields">
      {keys.map((key) => (
        <Field key={key} label={t(`exports.publicity.${key}`)} wide={key === "address"}>
          <Input
            value={terms[key]}
            maxLength={200}
            placeholder={t("exports.publicity.unset")}
            onChange={(event) => onChange({ ...terms, [key]: event.target.value })}
          />
        </Field>
      ))}
    </div>
  );
}
