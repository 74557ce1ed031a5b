import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { useCall } from "../../api/use-call.ts";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";

function Doctor() {
  const { t, tryWord } = useWords();
  const result = useCall("app/doctor", {});
  return (
    <Answer query={result}>
      {({ healthy, checks }) => (
        <div role="status">
          <p>
            <strong className={healthy ? "arrival-ok" : "arrival-refused"}>
              {healthy ? `✓ ${t("app.doctorHealthy")}` : `✗ ${t("app.doctorSick")}`}
            </strong>
          </p>
          <ul className="plain-list doctor">
            {checks.map((check) => (
              <li key={check.name}>
                <span>
                  {check.ok ? `✓ ${t("app.doctor.ok")}` : `✗ ${t("app.doctor.bad")}`} ·{" "}
                  {tryWord(`doctor.${check.name}`, check.name)}
                </span>
                <span className="muted">{check.detail}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Answer>
  );
}

export function DataAndAbout() {
  const { t } = useWords();
  const state = useCall("app/get-state", {});
  const [asked, setAsked] = useState(false);
  return (
    <Answer query={state}>
      {(app) => (
        <>
          <section className="section">
            <h2>{t("app.data")}</h2>
            <dl className="folders">
              <dt>{t("app.dataFolder")}</dt>
              <dd>
                <code>{app.dataFolder}</code>
              </dd>
              <dt>{t("app.exportFolder")}</dt>
              <dd>
                <code>{app.exportFolder}</code>
              </dd>
            </dl>
            <p>
              <Link to="/settings/records">{t("records.all")} →</Link>
            </p>
            {asked ? <Doctor /> : <Button onClick={() => setAsked(true)}>{t("app.doctor")}</Button>}
          </section>
          <section className="section">
            <h2>{t("app.about")}</h2>
            <p>
              {t("app.name")} · {t("app.version", { version: app.version })} · {t(`app.way.${app.way}`)}
            </p>
            <p className="muted">{t("app.offline")}</p>
          </section>
        </>
      )}
    </Answer>
  );
}
