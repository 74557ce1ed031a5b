import { Fragment } from "react";

/** A fingerprint in groups, large enough to be read aloud over the telephone. */
export function Fingerprint({ value, label }: { value: string; label: string }) {
  const groups = value.split(/[\s-]+/).filter((group) => group !== "");
  return (
    <p className="fingerprint">
      <span className="visually-hidden">{label}：</span>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups of one fixed text; two may be equal
        <Fragment key={index}>
          <span>{group}</span>{" "}
        </Fragment>
      ))}
    </p>
  );
}
