import "./desk.css";
import { Button } from "antd";
import { useState } from "react";
import type { OutputOf } from "../../../shared/contract/index.ts";
import { useCall } from "../../api/use-call.ts";
import { CreateIdentity } from "../../ui/create-identity.tsx";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { IdentityCard } from "./identity-card.tsx";
import { OpenPack } from "./open-pack.tsx";

/** An expert on a strange laptop: identity, hand over its public file, open the pack. */
export function ExpertStartScreen() {
  const { t } = useWords();
  const identities = useCall("identity/list", {});
  return (
    <div className="screen expert-start">
      <h1>{t("expertStart.title")}</h1>
      <Answer query={identities}>{(list) => <Identities list={list} />}</Answer>
      <section className="section" aria-labelledby="step-pack">
        <h2 id="step-pack">{t("expertStart.step3")}</h2>
        <OpenPack />
      </section>
    </div>
  );
}

function Identities({ list }: { list: OutputOf<"identity/list"> }) {
  const { t } = useWords();
  const [made, setMade] = useState<OutputOf<"identity/create"> | null>(null);
  const [adding, setAdding] = useState(false);
  const creating = list.length === 0 || adding;
  return (
    <>
      <section className="section" aria-labelledby="step-identity">
        <h2 id="step-identity">{t("expertStart.step1")}</h2>
        {creating ? (
          <CreateIdentity
            onMade={(result) => {
              setMade(result);
              setAdding(false);
            }}
          />
        ) : (
          <p className="row">
            ✓ {t("identity.made")}
            <Button type="link" onClick={() => setAdding(true)}>
              {t("identity.another")}
            </Button>
          </p>
        )}
      </section>
      <section className="section" aria-labelledby="step-hand-over">
        <h2 id="step-hand-over">{t("expertStart.step2")}</h2>
        {list.length === 0 ? (
          <p className="muted">{t("expertStart.step2Later")}</p>
        ) : (
          <div className="stack">
            {list.map((identity) => (
              <IdentityCard
                key={identity.keyId}
                identity={identity}
                file={made?.identity.keyId === identity.keyId ? made.file : null}
              />
            ))}
          </div>
        )}
      </section>
    </>
  );
}
