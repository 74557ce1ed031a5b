import type { Scheme } from "../../../shared/scheme/scheme.ts";
import { useWords } from "../../ui/use-words.tsx";
import type { CheckedSubmission } from "./check-rows.ts";
import { Radar, RadarNumbers } from "./radar.tsx";
import { radarOf } from "./radar-axes.ts";

/** Every applicant of a group in small, with the same spokes, so that shapes can be compared. */
export function RadarGrid({ scheme, rows }: { scheme: Scheme; rows: readonly CheckedSubmission[] }) {
  const { t } = useWords();
  const radars = rows.map((submission) => ({ submission, radar: radarOf(scheme, submission, rows) }));
  const names = radars.reduce<readonly string[]>(
    (longest, { radar }) =>
      radar.axes.length > longest.length ? radar.axes.map(({ name }) => name) : longest,
    [],
  );
  const same = radars.every(({ radar }) => radar.axes.every(({ name }, index) => name === names[index]));
  return (
    <>
      <p className="muted">{t(`overview.radar.${radars[0]?.radar.scale ?? "threshold"}`)}</p>
      {same && (
        <p className="radar-key">
          {names.map((name, index) => (
            <span key={name}>
              <strong>{index + 1}</strong> {name}
            </span>
          ))}
        </p>
      )}
      <ul className="radar-grid">
        {radars.map(({ submission, radar }) => (
          <li key={submission.submission} className="card radar-card">
            <h2>
              {submission.number}. {submission.name || t("ui.nameless")}
            </h2>
            <Radar radar={radar} name={submission.name} />
            <RadarNumbers axes={radar.axes} named={!same} />
          </li>
        ))}
      </ul>
    </>
  );
}
