import { Button } from "antd";
import { useState } from "react";
import type { RoundSettings, RoundView } from "../../../shared/contract/round.ts";
import { rankGroupsOf } from "../../../shared/scoring/rank-group.ts";
import { useDraft } from "../../api/save-state.ts";
import { useAct } from "../../api/use-act.ts";
import { isFrozen, useRound, useRoundId } from "../../app/use-round.ts";
import { Failure } from "../../ui/failure.tsx";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { CommentRuleEditor } from "./comment-rule-editor.tsx";
import { DefinitionsEditor } from "./definitions-editor.tsx";
import { FormEditor } from "./form-editor.tsx";
import { GradingSettings } from "./grading-settings.tsx";
import { OpenRound } from "./open-round.tsx";
import { RuleEditor } from "./rule-editor.tsx";
import { isStorable } from "./settings-draft.ts";
import { ThresholdEditor } from "./threshold-editor.tsx";

/** `null`: nothing differs from what is stored. */
function useSettingsDraft(view: RoundView) {
  const save = useAct("round/save-settings");
  const [draft, setDraft] = useState<RoundSettings | null>(null);
  const settings = draft ?? view.settings;
  useDraft(draft === null ? 0 : 1);
  return {
    settings,
    dirty: draft !== null,
    change: (part: Partial<RoundSettings>) => setDraft({ ...settings, ...part }),
    discard: () => setDraft(null),
    store: () => save.mutate({ round: view.id, settings }, { onSuccess: () => setDraft(null) }),
    save,
  };
}

function SettingsForm({ view }: { view: RoundView }) {
  const { t } = useWords();
  const frozen = isFrozen(view);
  // A frozen round shows what was frozen; before that, what the notice leaves open is still to be set.
  const notice = frozen ? view.scheme : view.notice;
  const { settings, dirty, change, discard, store, save } = useSettingsDraft(view);
  return (
    <div className="screen">
      <div className="screen-head settings-head">
        <h1>{t("settings.title")}</h1>
        {!frozen && (
          <div className="row">
            {dirty && <Button onClick={discard}>{t("settings.discard")}</Button>}
            <Button
              type={dirty ? "primary" : "default"}
              disabled={!dirty || !isStorable(settings)}
              loading={save.isPending}
              onClick={store}
            >
              {t("settings.save")}
            </Button>
          </div>
        )}
      </div>
      <Failure error={save.error} />
      {frozen && <p>{t("settings.frozenNote")}</p>}
      <FormEditor
        items={notice.scoreSheet.items}
        maxima={settings.maxima}
        step={settings.step}
        disabled={frozen}
        onMaxima={(maxima) => change({ maxima })}
        onStep={(step) => change({ step })}
      />
      <CommentRuleEditor
        rule={settings.commentRule}
        items={notice.scoreSheet.items.map((item) => ({
          name: item.name,
          max: settings.maxima[item.id] ?? item.max,
        }))}
        disabled={frozen}
        onChange={(commentRule) => change({ commentRule })}
      />
      <RuleEditor
        rule={settings.rule}
        groups={rankGroupsOf(notice)}
        disabled={frozen}
        onChange={(rule) => change({ rule })}
      />
      <GradingSettings
        notice={notice}
        grading={settings.grading ?? null}
        disabled={frozen}
        onChange={(grading) => change({ grading })}
      />
      <DefinitionsEditor notice={view.notice} value={settings} disabled={frozen} onChange={change} />
      <ThresholdEditor
        notice={notice}
        thresholds={settings.thresholds}
        disabled={frozen}
        onChange={(thresholds) => change({ thresholds })}
      />
      <OpenRound view={view} unsaved={dirty} />
    </div>
  );
}

export function RoundSettingsScreen() {
  const view = useRound(useRoundId());
  return <Answer query={view}>{(round) => <SettingsForm key={round.id} view={round} />}</Answer>;
}
