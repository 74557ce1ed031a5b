import type { ScoreItem } from "../../../shared/scheme/scheme.ts";
import type { ScoreForm } from "../../../shared/scoring/sheet.ts";
import { useWords } from "../../ui/use-words.tsx";
import { commentLimits, percentOfShare, shareOfPercent } from "./comment-rule.ts";
import { DecimalField } from "./decimal-field.tsx";
import { isUnsetOrShare } from "./settings-draft.ts";

type CommentRule = NonNullable<ScoreForm["commentRule"]>;

const noRule: CommentRule = { atMost: null, atLeast: null };

function LimitField({
  name,
  rule,
  disabled,
  onChange,
}: {
  name: keyof CommentRule;
  rule: CommentRule;
  disabled: boolean;
  onChange: (rule: CommentRule) => void;
}) {
  const { t } = useWords();
  const share = rule[name];
  return (
    <div className="row step-field">
      <span>{t(`settings.comment.${name}`)}</span>
      <DecimalField
        label={t(`settings.comment.${name}`)}
        value={share === null ? null : percentOfShare(share)}
        disabled={disabled}
        onChange={(percent) =>
          onChange({ ...rule, [name]: percent === null ? null : shareOfPercent(percent) })
        }
      />
      <span>%</span>
      {!isUnsetOrShare(share) && (
        <span className="field-problem" role="alert">
          {t("settings.comment.wrong")}
        </span>
      )}
    </div>
  );
}

/** Which scores ask the expert for a reason; nothing is asked for unless it is set here. */
export function CommentRuleEditor({
  rule,
  items,
  disabled,
  onChange,
}: {
  rule: ScoreForm["commentRule"];
  /** With the maxima of the draft: the rule is shown on the first that has one. */
  items: readonly Pick<ScoreItem, "name" | "max">[];
  disabled: boolean;
  onChange: (rule: ScoreForm["commentRule"]) => void;
}) {
  const { t } = useWords();
  const shown = rule ?? noRule;
  const set = shown.atMost !== null || shown.atLeast !== null;
  const change = (next: CommentRule) =>
    onChange(next.atMost === null && next.atLeast === null ? undefined : next);
  const limits = commentLimits(shown, items);
  return (
    <section className="section">
      <h2>{t("settings.comment")}</h2>
      <p className="muted">{t("settings.commentHint")}</p>
      {(["atMost", "atLeast"] as const).map((name) => (
        <LimitField key={name} name={name} rule={shown} disabled={disabled} onChange={change} />
      ))}
      <p role="status">
        {!set && t("settings.comment.unset")}
        {limits?.low && t("settings.comment.low", { item: limits.item, max: limits.max, score: limits.low })}
        {limits?.high &&
          t("settings.comment.high", { item: limits.item, max: limits.max, score: limits.high })}
      </p>
    </section>
  );
}
