import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { OutputOf } from "../../../shared/contract/index.ts";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import { isSameContent } from "../../../shared/submission/diff-dossiers.ts";
import type { Dossier } from "../../../shared/submission/dossier.ts";
import { useCall } from "../../api/use-call.ts";
import { fileNameOf, formatDecimal, formatInstant } from "../../ui/format.ts";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { identityWord } from "./fact-words.ts";

type Diff = OutputOf<"submission/diff">;
type Version = OutputOf<"submission/get-versions">[number];

const shapes = { added: "＋", removed: "－", changed: "≠" } as const;

function Line({ change, children }: { change: keyof typeof shapes; children: ReactNode }) {
  const { t } = useWords();
  return (
    <li className={`version-${change}`}>
      <span className="muted">
        <span aria-hidden="true">{shapes[change]}</span> {t(`versions.${change}`)}
      </span>{" "}
      {children}
    </li>
  );
}

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul className="plain-list version-list">{children}</ul>
    </>
  );
}

/** `2,900 → 3,000`; nothing on one side is said in a word. */
function FromTo({ before, after }: { before: string; after: string }) {
  const { t } = useWords();
  return (
    <>
      <s>{before || t("versions.nothing")}</s> → <strong>{after || t("versions.nothing")}</strong>
    </>
  );
}

const valuesOf = (side: Diff["facts"][number]["before"]): string =>
  side.map(({ value }) => formatDecimal(value)).join("、");

function FactParts({ diff, scheme }: { diff: Diff; scheme: Scheme }) {
  const words = useWords();
  const { t } = words;
  const nameOf = (key: string): string => scheme.indicators.find(({ id }) => id === key)?.name ?? key;
  return (
    <>
      <Part title={t("versions.identity")} count={diff.identity.length}>
        {diff.identity.map(({ field, before, after }) => (
          <Line key={field} change="changed">
            {t(`identityField.${field}`)}{" "}
            <FromTo
              before={before === null ? "" : identityWord(words, field, before)}
              after={after === null ? "" : identityWord(words, field, after)}
            />
          </Line>
        ))}
      </Part>
      <Part title={t("versions.facts")} count={diff.facts.length}>
        {diff.facts.map((fact) => (
          <Line key={`${fact.key} ${fact.role} ${fact.year}`} change={fact.change}>
            {nameOf(fact.key)} {fact.year ?? ""}{" "}
            <FromTo before={valuesOf(fact.before)} after={valuesOf(fact.after)} /> {fact.unit}
          </Line>
        ))}
      </Part>
    </>
  );
}

function PaperParts({ diff }: { diff: Diff }) {
  const { t } = useWords();
  const { totalChars, statedTotals } = diff;
  const chars = (side: Diff["sections"][number]["before"]): string =>
    side === null ? "" : t("intake.chars", { count: formatDecimal(String(side.chars)) });
  return (
    <>
      <Part title={t("versions.projects")} count={diff.projects.length}>
        {diff.projects.map((project, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two projects may have one name; the list never changes its order
          <Line key={index} change={project.change}>
            {project.name}
            {project.fields.map(({ field, before, after }) => (
              <div key={field}>
                {t(`versions.field.${field}`)} <FromTo before={before} after={after} />
              </div>
            ))}
          </Line>
        ))}
      </Part>
      <Part title={t("versions.totals")} count={statedTotals ? 1 : 0}>
        {statedTotals && (
          <Line change="changed">
            <FromTo
              before={statedTotals.before.map(formatDecimal).join("、")}
              after={statedTotals.after.map(formatDecimal).join("、")}
            />
          </Line>
        )}
      </Part>
      <Part title={t("versions.sections")} count={diff.sections.length + Number(totalChars !== null)}>
        {diff.sections.map((section) => (
          <Line
            key={`${section.section} ${(section.after ?? section.before)?.title}`}
            change={section.change}
          >
            {(section.after ?? section.before)?.title}{" "}
            <FromTo before={chars(section.before)} after={chars(section.after)} />
          </Line>
        ))}
        {totalChars && (
          <Line change="changed">
            {t("versions.length")}{" "}
            <FromTo
              before={formatDecimal(String(totalChars.before))}
              after={formatDecimal(String(totalChars.after))}
            />
          </Line>
        )}
      </Part>
      <Part title={t("versions.files")} count={diff.files.length}>
        {diff.files.map((file) => (
          <Line key={file.sha256} change={file.change}>
            {fileNameOf(file.name)}
          </Line>
        ))}
      </Part>
    </>
  );
}

/** What differs between a version and the one before it. */
export function VersionDifference({
  submission,
  before,
  after,
  scheme,
}: {
  submission: string;
  before: number;
  after: number;
  scheme: Scheme;
}) {
  const { t } = useWords();
  const query = useCall("submission/diff", { submission, before, after });
  const title = t("versions.difference", { before: String(before), after: String(after) });
  return (
    <section className="version-diff" aria-label={title}>
      <h3>{title}</h3>
      <Answer query={query}>
        {(diff) =>
          isSameContent(diff) ? (
            <p>{t("versions.same")}</p>
          ) : (
            <>
              <FactParts diff={diff} scheme={scheme} />
              <PaperParts diff={diff} />
            </>
          )
        }
      </Answer>
    </section>
  );
}

function VersionRow({
  version,
  current,
  onCompare,
}: {
  version: Version;
  current: boolean;
  onCompare: () => void;
}) {
  const { t, tryWord } = useWords();
  const reason = tryWord(`versions.reason.${version.reason}`, version.reason);
  return (
    <li>
      <strong>{t("intake.version", { version: String(version.version) })}</strong>{" "}
      {current && <span className="muted">{t("versions.current")} </span>}
      {reason} <span className="muted">{formatInstant(version.createdAt)}</span>{" "}
      <code title={version.digest}>{version.digest.slice(0, 8)}</code>
      {version.sheets > 0 && <> · {t("versions.sheets", { count: String(version.sheets) })}</>}{" "}
      {version.version > 1 && (
        <Button size="small" onClick={onCompare}>
          {t("versions.compare")}
        </Button>
      )}
    </li>
  );
}

function VersionList({ dossier, scheme }: { dossier: Dossier; scheme: Scheme }) {
  const { t } = useWords();
  const query = useCall("submission/get-versions", { submission: dossier.submission });
  const [compared, setCompared] = useState(dossier.version);
  return (
    <section aria-label={t("versions.title")}>
      <Answer query={query}>
        {(versions) => (
          <ul className="plain-list version-list">
            {versions.map((version) => (
              <VersionRow
                key={version.version}
                version={version}
                current={version.version === dossier.version}
                onCompare={() => setCompared(version.version)}
              />
            ))}
          </ul>
        )}
      </Answer>
      {compared > 1 && (
        <VersionDifference
          submission={dossier.submission}
          before={compared - 1}
          after={compared}
          scheme={scheme}
        />
      )}
    </section>
  );
}

/** Which versions there are and what changed; open by itself where a supplement came. */
export function Versions({ dossier, scheme }: { dossier: Dossier; scheme: Scheme }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details className="versions" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t("versions.open")} ({dossier.version})
      </summary>
      {open && <VersionList key={dossier.version} dossier={dossier} scheme={scheme} />}
    </details>
  );
}
