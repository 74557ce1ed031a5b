import { useWords } from "../../ui/use-words.tsx";
import { DataAndAbout } from "./data-and-about.tsx";
import { Identities } from "./identities.tsx";
import { Look, Person } from "./person.tsx";

export function SettingsScreen() {
  const { t } = useWords();
  return (
    <div className="screen">
      <h1>{t("app.settings")}</h1>
      <Person />
      <Look />
      <Identities />
      <DataAndAbout />
    </div>
  );
}
