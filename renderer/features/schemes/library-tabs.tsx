import { NavLink } from "react-router";
import { useWords } from "../../ui/use-words.tsx";

const places = [
  { to: "/library/schemes", label: "library.schemes" },
  { to: "/library/register", label: "library.register" },
  { to: "/library/evaluation", label: "library.evaluation" },
  { to: "/library/plan", label: "library.plan" },
] as const;

/** Schemes, register and plans: what every round draws on. */
export function LibraryTabs() {
  const { t } = useWords();
  return (
    <nav className="library-tabs" aria-label={t("library.label")}>
      {places.map(({ to, label }) => (
        <NavLink key={to} to={to}>
          {t(label)}
        </NavLink>
      ))}
    </nav>
  );
}
