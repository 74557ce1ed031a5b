import { Input } from "antd";
import { DecimalString } from "../../../shared/scheme/scheme.ts";
import { useWords } from "../../ui/use-words.tsx";

/** What is typed for a value: text until it is a decimal and, if given, a year. */
export interface TypedValue {
  readonly value: string;
  readonly year: string;
}

const tidy = (text: string): string => text.normalize("NFKC").replace(/[,\s]/g, "");

export interface ParsedValue {
  readonly value: string;
  readonly year: number | null;
}

/** The decimal string and year of what was typed, or `null` while it is not one. */
export function parseTyped(typed: TypedValue): ParsedValue | null {
  const value = tidy(typed.value);
  const year = tidy(typed.year);
  if (!DecimalString.safeParse(value).success || !/^((19|20)\d\d)?$/.test(year)) return null;
  return { value, year: year === "" ? null : Number(year) };
}

export function ValueFields({
  typed,
  unit,
  first = true,
  onChange,
}: {
  typed: TypedValue;
  unit: string;
  /** The first field of its form: the keyboard begins here. */
  first?: boolean;
  onChange: (typed: TypedValue) => void;
}) {
  const { t } = useWords();
  return (
    <div className="row">
      <Input
        className="value-field"
        value={typed.value}
        aria-label={t("intake.value", { unit })}
        placeholder={t("intake.value", { unit })}
        inputMode="decimal"
        autoFocus={first}
        onChange={(event) => onChange({ ...typed, value: event.target.value })}
      />
      <Input
        className="year-field"
        value={typed.year}
        aria-label={t("intake.year")}
        placeholder={t("intake.year")}
        inputMode="numeric"
        onChange={(event) => onChange({ ...typed, year: event.target.value })}
      />
    </div>
  );
}
