import { Fragment } from "react";
import { useWords } from "./use-words.tsx";

/** A fingerprint in groups, large enough to be read aloud over the telephone. */
export function Fingerprint({ value, label }: { value: string; label: string }) {
  const { t } = useWords();
  const groups = value.split(/[\s-]+/).filter((group) => group !== "");
  return (
    <p className="fingerprint">
      <span className="visually-hidden">
        {label}
        {t("common.colon")}
      </span>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups of one fixed text; two may be equal
        <Fragment key={index}>
          <span>{group}</span>{" "}
        </Fragment>
      ))}
    </p>
  );
}
