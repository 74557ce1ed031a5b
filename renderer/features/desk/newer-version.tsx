import { useState } from "react";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import { useCall } from "../../api/use-call.ts";
import { useWords } from "../../ui/use-words.tsx";
import { VersionDifference } from "../intake/versions.tsx";

/** Says that the papers on the desk are a newer version than the first ones, and what differs when both are here. */
export function NewerVersion({
  submission,
  version,
  scheme,
}: {
  submission: string;
  version: number;
  scheme: Scheme;
}) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const query = useCall("submission/get-versions", version > 1 ? { submission } : null);
  const before = query.data?.find((known) => known.version < version);
  if (version === 1) return null;
  const words = t("intake.version", { version: String(version) });
  if (!before) return <span className="muted">{words}</span>;
  return (
    <details className="versions" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("versions.newer", { after: String(version), before: String(before.version) })}</summary>
      {open && (
        <VersionDifference submission={submission} before={before.version} after={version} scheme={scheme} />
      )}
    </details>
  );
}
