import { Link } from "react-router";
import { useWords } from "../../ui/use-words.tsx";
import { DataAndAbout } from "./data-and-about.tsx";
import { Identities } from "./identities.tsx";
import { Look, Person } from "./person.tsx";
import { VerifyFile } from "./verify-file.tsx";

export function SettingsScreen() {
  const { t } = useWords();
  return (
    <div className="screen">
      <h1>{t("app.settings")}</h1>
      <Person />
      <Look />
      <Identities />
      <VerifyFile />
      <section className="section">
        <h2>{t("library.open")}</h2>
        <p>
          <Link to="/library">{t("library.open")}</Link>{" "}
          <span className="muted">{t("library.openHint")}</span>
        </p>
      </section>
      <DataAndAbout />
    </div>
  );
}
