import { Form, InputNumber, Radio } from "antd";
import type { RankGroup } from "../../../shared/scoring/rank-group.ts";
import type { RankingRule } from "../../../shared/scoring/ranking.ts";
import { wholeNumberOf } from "../../ui/digits.ts";
import { useWords } from "../../ui/use-words.tsx";

function CountField({
  id,
  label,
  value,
  min,
  max,
  disabled,
  onChange,
}: {
  id: string;
  label: string;
  value: number | null;
  min: number;
  max: number;
  disabled: boolean;
  onChange: (value: number | null) => void;
}) {
  const { t } = useWords();
  return (
    <Form.Item label={label} htmlFor={id}>
      <InputNumber
        id={id}
        value={value}
        min={min}
        max={max}
        precision={0}
        parser={wholeNumberOf}
        placeholder={t("ui.unset")}
        disabled={disabled}
        onChange={onChange}
      />
    </Form.Item>
  );
}

/** How totals become a rank; declared before the round opens. */
export function RuleEditor({
  rule,
  groups,
  disabled,
  onChange,
}: {
  rule: RankingRule;
  groups: readonly RankGroup[];
  disabled: boolean;
  onChange: (rule: RankingRule) => void;
}) {
  const { t } = useWords();
  return (
    <section className="section">
      <h2>{t("settings.rule")}</h2>
      <Form layout="vertical" component="div">
        <Form.Item label={t("settings.method")}>
          <Radio.Group
            aria-label={t("settings.method")}
            value={rule.method}
            disabled={disabled}
            onChange={(event) =>
              onChange({
                ...rule,
                method: event.target.value,
                // Dropping two of fewer than three sheets leaves nothing to take a mean of.
                minimumSheets:
                  event.target.value === "trimmed" ? Math.max(3, rule.minimumSheets) : rule.minimumSheets,
              })
            }
            options={(["mean", "trimmed"] as const).map((method) => ({
              value: method,
              label: t(`settings.method.${method}`),
            }))}
          />
        </Form.Item>
        <div className="rule-counts">
          <CountField
            id="rule-decimals"
            label={t("settings.decimals")}
            value={rule.decimals}
            min={0}
            max={6}
            disabled={disabled}
            onChange={(decimals) => decimals !== null && onChange({ ...rule, decimals })}
          />
          <CountField
            id="rule-minimum"
            label={t("settings.minimumSheets")}
            value={rule.minimumSheets}
            min={1}
            max={99}
            disabled={disabled}
            onChange={(minimumSheets) => minimumSheets !== null && onChange({ ...rule, minimumSheets })}
          />
        </div>
        <h3>{t("settings.seats")}</h3>
        <p className="muted">{t("settings.seatsHint")}</p>
        <div className="rule-counts">
          {groups.map((group) => (
            <CountField
              key={group}
              id={`seats-${group}`}
              label={t(`rankGroup.${group}`)}
              value={rule.seats[group] ?? null}
              min={0}
              max={999}
              disabled={disabled}
              onChange={(seats) => onChange({ ...rule, seats: { ...rule.seats, [group]: seats } })}
            />
          ))}
        </div>
      </Form>
    </section>
  );
}
