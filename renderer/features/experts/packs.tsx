import { Button, Input, Select } from "antd";
import { useMemo, useState } from "react";
import { useNavigate } from "react-router";
import type { Expert } from "../../../shared/contract/expert.ts";
import type { Identity } from "../../../shared/contract/identity.ts";
import type { OutputOf } from "../../../shared/contract/index.ts";
import { exportAddress } from "../../api/file-addresses.ts";
import { useAct } from "../../api/use-act.ts";
import { useCall } from "../../api/use-call.ts";
import { usePreferences } from "../../app/use-preferences.ts";
import { CreateIdentity } from "../../ui/create-identity.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Failure } from "../../ui/failure.tsx";
import { Fingerprint } from "../../ui/fingerprint.tsx";
import { formatInstant } from "../../ui/format.ts";
import { Answer } from "../../ui/loading.tsx";
import { useWords, type WordsInUse } from "../../ui/use-words.tsx";

type Made = OutputOf<"pack/make">;

const canPack = (expert: Expert): boolean => expert.keyId !== null && expert.assigned > 0;

const whyNot = ({ t }: WordsInUse, expert: Expert): string =>
  expert.keyId === null ? t("experts.notEnrolled") : t("assign.load", { count: "0" });

const columnsOf = (words: WordsInUse, make: (expert: Expert) => void, ready: boolean): Column<Expert>[] => {
  const { t } = words;
  return [
    { id: "expert", title: t("packs.expert"), cell: (expert) => expert.name },
    {
      id: "assigned",
      title: t("experts.assigned"),
      numeric: true,
      cell: (expert) => t("assign.load", { count: String(expert.assigned) }),
    },
    {
      id: "packed",
      title: t("experts.packed"),
      cell: (expert) =>
        expert.packedAt === null
          ? t("experts.notPacked")
          : t("experts.packedAt", { time: formatInstant(expert.packedAt) }),
    },
    {
      id: "make",
      title: <span className="visually-hidden">{t("packs.make")}</span>,
      cell: (expert) =>
        canPack(expert) ? (
          <Button
            size="small"
            disabled={!ready}
            aria-label={t("packs.makeFor", { name: expert.name })}
            onClick={() => make(expert)}
          >
            {t("packs.make")}
          </Button>
        ) : (
          <span className="fact-state-to-confirm">
            {t("packs.notReady")}
            {t("common.colon")}
            {whyNot(words, expert)}
          </span>
        ),
    },
  ];
};

function MadeList({ made }: { made: readonly { expert: Expert; pack: Made }[] }) {
  const { t } = useWords();
  return (
    <ul className="made-list">
      {made.map(({ expert, pack }) => (
        <li key={pack.digest} role="status">
          <strong>
            ✓ {t("packs.made", { name: expert.name, count: String(pack.submissions) })}{" "}
            <a href={exportAddress(pack.file.name)} download={pack.file.name}>
              {t("exports.download")}
            </a>
          </strong>
          <span>
            {t("packs.path")} <code>{pack.file.path}</code>
          </span>
          <span>
            {t("packs.digest")} <code>{pack.digest}</code>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Maker({
  round,
  experts,
  identities,
}: {
  round: string;
  experts: readonly Expert[];
  identities: readonly Identity[];
}) {
  const words = useWords();
  const { t } = words;
  const { mutateAsync, error, isPending } = useAct("pack/make");
  const [keyId, setKeyId] = useState(identities[0]?.keyId ?? "");
  const [passphrase, setPassphrase] = useState("");
  const [made, setMade] = useState<readonly { expert: Expert; pack: Made }[]>([]);
  const identity = identities.find((known) => known.keyId === keyId);
  const makeAll = async (wanted: readonly Expert[]) => {
    for (const expert of wanted) {
      // The failure is shown; a wrong passphrase would only fail again for the next one.
      const pack = await mutateAsync({ round, expert: expert.id, keyId, passphrase }).catch(() => null);
      if (!pack) return;
      setMade((known) => [{ expert, pack }, ...known.filter((entry) => entry.expert.id !== expert.id)]);
    }
  };
  const ready = passphrase !== "" && !isPending;
  const columns = columnsOf(words, (expert) => void makeAll([expert]), ready);
  const able = experts.filter(canPack);
  return (
    <div className="stack">
      {identity && (
        <div>
          <Fingerprint value={identity.fingerprint} label={identity.name} />
          <p className="muted">{t("packs.clerkFingerprint")}</p>
        </div>
      )}
      <div className="row">
        <Select
          className="identity-choice"
          aria-label={t("packs.identity")}
          value={keyId}
          onChange={setKeyId}
          options={identities.map((known) => ({ value: known.keyId, label: known.name }))}
        />
        <Input.Password
          className="passphrase-field"
          value={passphrase}
          maxLength={200}
          autoComplete="off"
          aria-label={t("packs.passphraseOf", { name: identity?.name ?? "" })}
          placeholder={t("packs.passphraseOf", { name: identity?.name ?? "" })}
          onChange={(event) => setPassphrase(event.target.value)}
        />
        <Button
          type="primary"
          disabled={!ready || able.length === 0}
          loading={isPending}
          onClick={() => void makeAll(able)}
        >
          {t("packs.makeAll")}
        </Button>
      </div>
      <Failure error={error} />
      <MadeList made={made} />
      <DataTable
        label={t("experts.tab.packs")}
        columns={columns}
        rows={experts}
        rowKey={(expert) => expert.id}
      />
    </div>
  );
}

/** Packs for the experts, signed by the clerk; first the clerk needs an identity to sign with. */
export function Packs({
  round,
  open,
  experts,
}: {
  round: string;
  open: boolean;
  experts: readonly Expert[];
}) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { preferences } = usePreferences();
  const identities = useCall("identity/list", {});
  const expertKeys = useMemo(() => new Set(experts.map((expert) => expert.keyId)), [experts]);
  if (!open) {
    return (
      <EmptyState
        title={t("packs.notReady")}
        hint={t("packs.roundNotOpen")}
        action={
          <Button type="primary" onClick={() => navigate(`/round/${encodeURIComponent(round)}/settings`)}>
            {t("packs.toSettings")}
          </Button>
        }
      />
    );
  }
  return (
    <Answer query={identities}>
      {(known) => {
        // On one laptop for everybody the experts' own keys are here too; the clerk signs with another.
        const own = known.filter((identity) => !expertKeys.has(identity.keyId));
        return own.length === 0 ? (
          <div className="stack">
            <h2>{t("packs.identityTitle")}</h2>
            <p>{t("packs.identityHint")}</p>
            <CreateIdentity suggestedName={preferences.name} onMade={() => undefined} />
          </div>
        ) : (
          <Maker round={round} experts={experts} identities={own} />
        );
      }}
    </Answer>
  );
}
