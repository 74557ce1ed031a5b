import { directionIds, type RegisterCount, type Target } from "../../../../shared/scheme/scheme.ts";
import { ChoiceField, Field, TextField } from "../../../ui/field.tsx";
import { useWords } from "../../../ui/use-words.tsx";
import { DecimalField } from "../../round-settings/decimal-field.tsx";
import { operators, signs } from "../signs.ts";
import { freshId, noSource } from "./draft-scheme.ts";
import { EntryList } from "./entry-list.tsx";
import { KeptText } from "./kept-text.tsx";
import type { SectionProps } from "./section-props.ts";
import { SourceFields } from "./source-fields.tsx";
import { targetsFromText, unreadStatements } from "./target-draft.ts";

const levels = ["national", "province", "city"] as const;

const newTarget = (targets: readonly Target[], year: number): Target => ({
  id: freshId(
    "target",
    targets.map(({ id }) => id),
  ),
  name: "",
  group: targets.at(-1)?.group ?? "",
  op: ">=",
  value: "",
  unit: "",
  year: targets.at(-1)?.year ?? year,
  count: null,
  source: noSource,
});

interface Props {
  readonly target: Target;
  readonly at: string;
  readonly onChange: (target: Target) => void;
}

/** What of the register counts towards a target, or that nothing does. */
function CountFields({ target, at, onChange }: Props) {
  const { t } = useWords();
  const { count } = target;
  const put = (part: Partial<RegisterCount>): void => {
    if (count) onChange({ ...target, count: { ...count, ...part } });
  };
  return (
    <>
      <ChoiceField<RegisterCount["level"] | "entered">
        label={t("editor.targetCount")}
        at={`${at}.count.level`}
        value={count?.level ?? "entered"}
        choices={(["entered", ...levels] as const).map((value) => ({
          value,
          label: t(`editor.targetCount.${value}`),
        }))}
        onChange={(level) =>
          onChange({
            ...target,
            count: level === "entered" ? null : { direction: null, within: "", ...count, level },
          })
        }
      />
      {count && (
        <>
          <ChoiceField<(typeof directionIds)[number] | "any">
            label={t("editor.countDirection")}
            value={count.direction ?? "any"}
            choices={[
              { value: "any", label: t("editor.countDirection.any") },
              ...directionIds.map((value) => ({ value, label: t(`direction.${value}`) })),
            ]}
            onChange={(direction) => put({ direction: direction === "any" ? null : direction })}
          />
          <TextField
            label={t("editor.countWithin")}
            hint={t("editor.countWithinHint")}
            value={count.within}
            at={`${at}.count.within`}
            onChange={(within) => put({ within: within.trim() })}
          />
        </>
      )}
    </>
  );
}

function TargetFields({ target, at, onChange }: Props) {
  const { t } = useWords();
  return (
    <div className="stack">
      <div className="field-grid">
        <TextField
          label={t("editor.targetName")}
          value={target.name}
          at={`${at}.name`}
          wide
          onChange={(name) => onChange({ ...target, name })}
        />
        <TextField
          label={t("editor.targetGroup")}
          hint={t("editor.targetGroupHint")}
          value={target.group}
          at={`${at}.group`}
          onChange={(group) => onChange({ ...target, group })}
        />
        <ChoiceField
          label={t("editor.targetOp")}
          value={target.op}
          choices={operators.map((value) => ({ value, label: t(`editor.op.${value}`) }))}
          onChange={(op) => onChange({ ...target, op })}
        />
        <Field label={t("editor.targetValue")} at={`${at}.value`}>
          <DecimalField
            label={t("editor.targetValue")}
            value={target.value === "" ? null : target.value}
            disabled={false}
            onChange={(value) => onChange({ ...target, value: value ?? "" })}
          />
        </Field>
        <TextField
          label={t("editor.targetUnit")}
          value={target.unit}
          at={`${at}.unit`}
          onChange={(unit) => onChange({ ...target, unit })}
        />
        <KeptText
          label={t("editor.targetYear")}
          value={target.year}
          at={`${at}.year`}
          format={String}
          parse={(typed) => (/^20\d\d$/.test(typed.trim()) ? Number(typed) : undefined)}
          onChange={(year) => onChange({ ...target, year })}
        />
        <CountFields target={target} at={at} onChange={onChange} />
      </div>
      <SourceFields
        at={`${at}.source`}
        source={target.source}
        onChange={(source) => onChange({ ...target, source })}
      />
    </div>
  );
}

/** What a document wants reached by a year. */
export function TargetsEditor({ draft, change, wanted }: SectionProps) {
  const { t } = useWords();
  const targets = draft.targets ?? [];
  return (
    <>
      <p className="muted">{t("editor.targetsHint")}</p>
      <EntryList
        items={targets}
        at="targets"
        wanted={wanted}
        words={{
          none: t("editor.noTargets"),
          add: t("editor.addTarget"),
          paste: t("editor.pasteTargets"),
          pasteHint: t("editor.pasteTargetsHint"),
          pasteText: t("editor.pasteTargetsText"),
          pasteTake: t("editor.pasteTargetsTake"),
          pasteNone: t("editor.pasteTargetsNone"),
          pasteLeft: (count) => t("editor.pasteTargetsLeft", { count: String(count) }),
        }}
        groupOf={(target) => target.group}
        nameOf={(target) => (target.name.trim() === "" ? t("editor.newTarget") : target.name)}
        kindOf={({ op, value, unit, year }) =>
          t("schemes.targetLine", {
            op: signs[op],
            value: value === "" ? "◌" : value,
            unit,
            year: String(year),
          })
        }
        fields={(target, at, put) => <TargetFields target={target} at={at} onChange={put} />}
        fresh={(items) => newTarget(items, draft.year)}
        fromText={(text, place) =>
          targetsFromText(
            text,
            place,
            draft.year,
            targets.map(({ id }) => id),
          )
        }
        unread={unreadStatements}
        onChange={(next) => change({ targets: next })}
      />
    </>
  );
}
