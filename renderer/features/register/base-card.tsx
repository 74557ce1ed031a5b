import { Button } from "antd";
import type { Base } from "../../../shared/register/base.ts";
import { formatInstant } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";
import { BaseActs } from "./base-acts.tsx";
import { BaseMark } from "./base-mark.tsx";
import { actWords, registerName } from "./register-words.ts";

/** One base: what is known, other names, what happened, and what may be recorded. */
export function BaseCard({ base, onClose }: { base: Base; onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const place = [base.province, base.city].filter((part) => part !== "").join(" ");
  const facts: readonly (readonly [string, string])[] = [
    [t("bases.list"), registerName(words, base.register)],
    [t("bases.level"), t(`register.level.${base.level}`)],
    [t("scheme.field.direction"), base.direction === null ? t("ui.unset") : t(`direction.${base.direction}`)],
    [t("scheme.field.subject"), base.subject === null ? t("ui.unset") : t(`subject.${base.subject}`)],
    [t("bases.place"), place === "" ? t("ui.unset") : place],
    [t("bases.batch"), base.batch],
    [t("scheme.field.source"), base.source],
    [t("bases.aliases"), base.aliases.length === 0 ? t("ui.none") : base.aliases.join("、")],
  ];
  return (
    <>
      <div className="screen-head">
        <h2>{base.name}</h2>
        <Button onClick={onClose}>{t("frame.close")}</Button>
      </div>
      <BaseMark base={base} />
      <dl className="fact-list">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <BaseActs key={base.id} base={base} />
      <h3>{t("bases.history")}</h3>
      {base.history.length === 0 && <p className="muted">{t("bases.historyNone")}</p>}
      <ul className="rule-list">
        {base.history.map((event) => (
          <li key={event.id}>
            <span className="muted">
              {formatInstant(event.at)} {event.by}
            </span>{" "}
            {actWords(words, event.act)}
          </li>
        ))}
      </ul>
    </>
  );
}
