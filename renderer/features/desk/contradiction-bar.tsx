import { useState } from "react";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import type { DocumentMark } from "../../ui/document/document-mark.ts";
import { useWords } from "../../ui/use-words.tsx";
import { distinctPlaces } from "./model/indicator-values.ts";

/** How many places of this file contradict others, and the way from one to the next. */
export function ContradictionBar({
  marks,
  onShow,
}: {
  marks: readonly DocumentMark[];
  onShow: (evidence: Evidence) => void;
}) {
  const { t } = useWords();
  const [next, setNext] = useState(0);
  const places = distinctPlaces(marks.flatMap((mark) => (mark.kind === "finding" ? [mark.evidence] : [])));
  if (places.length === 0) return null;
  const show = () => {
    const place = places[next % places.length];
    setNext((next % places.length) + 1);
    if (place !== undefined) onShow(place);
  };
  return (
    <p className="contradiction-bar">
      <span aria-hidden="true">≠ </span>
      {t("finding.inDocument", { n: String(places.length) })}{" "}
      <button type="button" className="link-button" onClick={show}>
        {t("finding.next")}
      </button>
    </p>
  );
}
