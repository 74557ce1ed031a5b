import { Button } from "antd";
import { useState } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import type { OutputOf } from "../../../shared/contract/index.ts";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import { useAct } from "../../api/use-act.ts";
import { useCall } from "../../api/use-call.ts";
import { Failure } from "../../ui/failure.tsx";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { WrittenNote } from "../../ui/written-note.tsx";
import { DeriveForm } from "./derive-form.tsx";
import { LibraryTabs } from "./library-tabs.tsx";
import { NoticeText } from "./notice-text.tsx";
import { editorAddress } from "./scheme-address.ts";
import { DeliveryPart, GradingPart, ListPart } from "./scheme-grades.tsx";
import {
  Definitions,
  Demands,
  EvaluationPart,
  Pairs,
  Points,
  ScoreSheet,
  Thresholds,
} from "./scheme-parts.tsx";
import { PlanParts } from "./scheme-plan.tsx";
import type { SchemeHead } from "./schemes-screen.tsx";
import { unsetPlaces } from "./unset-places.ts";

type Version = OutputOf<"scheme/list-versions">[number];

/** What is open, in words: an unset number is never computed with. */
function UnsetNote({ scheme }: { scheme: Scheme }) {
  const { t } = useWords();
  const { thresholds, maxima, deadline, definitions } = unsetPlaces(scheme);
  const notes = [
    ...(thresholds > 0 ? [t("schemes.unset.thresholds", { count: String(thresholds) })] : []),
    ...(maxima > 0 ? [t("schemes.unset.maxima", { count: String(maxima) })] : []),
    ...(deadline ? [t("schemes.unset.deadline")] : []),
    ...(definitions > 0 ? [t("schemes.unset.definitions", { count: String(definitions) })] : []),
  ];
  if (notes.length === 0 || (scheme.purpose ?? "review") !== "review") return null;
  return (
    <p className="unset-note">
      ◌ {t("schemes.unset")} {notes.join(t("common.comma"))}
    </p>
  );
}

function Versions({ versions }: { versions: readonly Version[] }) {
  const { t } = useWords();
  if (versions.length === 0) return null;
  return (
    <section className="section">
      <h2>{t("schemes.versions")}</h2>
      <p className="muted">{t("schemes.versionsHint")}</p>
      <ul className="rule-list">
        {versions.map((version) => (
          <li key={version.version}>
            {t("schemes.version", { version: String(version.version) })}{" "}
            <code className="digest">{version.digest}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Export({ scheme }: { scheme: Scheme }) {
  const { t } = useWords();
  const act = useAct("scheme/export");
  return (
    <>
      <Button loading={act.isPending} onClick={() => act.mutate({ scheme: scheme.id })}>
        {t("schemes.export")}
      </Button>
      <Failure error={act.error} />
      {act.data && <WrittenNote file={act.data.file} />}
    </>
  );
}

function Shown({ scheme, schemes }: { scheme: Scheme; schemes: readonly SchemeHead[] }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { state } = useLocation();
  const [deriving, setDeriving] = useState(false);
  const [notice, setNotice] = useState(false);
  const versions = useCall("scheme/list-versions", { scheme: scheme.id });
  const own = schemes.find(({ id }) => id === scheme.id)?.origin === "own";
  const { saved, notKept = [] } = (state ?? {}) as { saved?: string; notKept?: readonly string[] };
  return (
    <>
      <div className="screen-head">
        <div>
          <h1>{scheme.title}</h1>
          <p className="muted round-facts">
            <span>{scheme.issuer}</span>
            <span>{scheme.documentNo === "" ? t("schemes.noNumber") : scheme.documentNo}</span>
            <span>
              {scheme.id} · {t("schemes.version", { version: String(scheme.version) })}
            </span>
          </p>
        </div>
        <div className="row">
          <Button aria-expanded={notice} onClick={() => setNotice(!notice)}>
            {t("schemes.notice")}
          </Button>
          <Export scheme={scheme} />
          <Button onClick={() => setDeriving(true)}>{t("schemes.deriveThis")}</Button>
          {own && (
            <Button type="primary" onClick={() => navigate(editorAddress(scheme.id))}>
              {t("schemes.edit")}
            </Button>
          )}
        </div>
      </div>
      {saved !== undefined && (
        <p role="status">
          ✓ {t("schemes.saved", { version: String(scheme.version) })} <code className="digest">{saved}</code>
        </p>
      )}
      {notKept.length > 0 && <p role="alert">{t("schemes.notKept", { files: notKept.join("、") })}</p>}
      {deriving && <DeriveForm schemes={schemes} from={scheme.id} onCancel={() => setDeriving(false)} />}
      {!own && <p className="muted">{t("schemes.ofPackage")}</p>}
      {(scheme.purpose ?? "review") === "review" && <p className="muted">{t("schemes.frozenHint")}</p>}
      <UnsetNote scheme={scheme} />
      <div className={notice ? "beside" : undefined}>
        <div className="beside-main">
          <ListPart scheme={scheme} />
          <PlanParts scheme={scheme} />
          <Pairs scheme={scheme} />
          <Thresholds scheme={scheme} />
          <Demands scheme={scheme} />
          <DeliveryPart scheme={scheme} />
          <Definitions scheme={scheme} />
          <ScoreSheet scheme={scheme} />
          <Points scheme={scheme} />
          <GradingPart grading={scheme.grading} />
          <EvaluationPart scheme={scheme} />
          <Versions versions={versions.data ?? []} />
        </div>
        {notice && <NoticeText scheme={scheme.id} own={own} />}
      </div>
    </>
  );
}

export function SchemeScreen() {
  const { scheme = "" } = useParams();
  const known = useCall("scheme/get", { scheme });
  const list = useCall("scheme/list", {});
  return (
    <div className="screen">
      <LibraryTabs />
      <Answer query={known}>
        {(one) => (
          <Answer query={list}>{(schemes) => <Shown key={one.id} scheme={one} schemes={schemes} />}</Answer>
        )}
      </Answer>
    </div>
  );
}
