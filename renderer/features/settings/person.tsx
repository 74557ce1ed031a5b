import { Form, Input, Radio, Segmented } from "antd";
import { useState } from "react";
import { useDraft } from "../../api/save-state.ts";
import { scales, usePreferences } from "../../app/use-preferences.ts";
import { useWords } from "../../ui/use-words.tsx";

const roles = ["clerk", "expert", "chair"] as const;
const themes = ["light", "dark", "system"] as const;

function NameField({ stored, onStore }: { stored: string; onStore: (name: string) => void }) {
  const { t } = useWords();
  const [name, setName] = useState(stored);
  useDraft(name.trim() === stored ? 0 : 1, true);
  const store = () => {
    if (name.trim() !== stored) onStore(name.trim());
  };
  return (
    <Form.Item label={t("app.name.label")} htmlFor="person-name" extra={t("app.nameHint")}>
      <Input
        id="person-name"
        value={name}
        maxLength={40}
        onChange={(event) => setName(event.target.value)}
        onBlur={store}
        onPressEnter={store}
      />
    </Form.Item>
  );
}

/** Who is at the laptop and what they do here. */
export function Person() {
  const { t } = useWords();
  const { preferences, change, known } = usePreferences();
  return (
    <section className="section">
      <h2>{t("app.person")}</h2>
      <Form layout="vertical" component="div" className="person">
        {known && (
          <NameField key={preferences.name} stored={preferences.name} onStore={(name) => change({ name })} />
        )}
        <Form.Item label={t("app.role")}>
          <Radio.Group
            aria-label={t("app.role")}
            className="role-choice"
            value={preferences.role}
            onChange={(event) => change({ role: event.target.value })}
            options={roles.map((role) => ({
              value: role,
              label: (
                <>
                  {t(`role.${role}`)} <span className="muted">{t(`app.role.${role}.hint`)}</span>
                </>
              ),
            }))}
          />
        </Form.Item>
      </Form>
    </section>
  );
}

export function Look() {
  const { t } = useWords();
  const { preferences, change } = usePreferences();
  return (
    <section className="section">
      <h2>{t("app.look")}</h2>
      <div className="stack">
        <div className="row">
          <span className="setting-name">{t("app.scale")}</span>
          <Segmented
            aria-label={t("app.scale")}
            value={preferences.scale}
            onChange={(scale) => change({ scale })}
            options={scales.map((scale) => ({ value: scale, label: `${scale}%` }))}
          />
        </div>
        <div className="row">
          <span className="setting-name">{t("app.theme")}</span>
          <Segmented
            aria-label={t("app.theme")}
            value={preferences.theme}
            onChange={(theme) => change({ theme })}
            options={themes.map((theme) => ({ value: theme, label: t(`frame.theme.${theme}`) }))}
          />
        </div>
        <div className="row">
          <span className="setting-name">{t("app.locale")}</span>
          <Segmented
            aria-label={t("app.locale")}
            value={preferences.locale}
            onChange={(locale) => change({ locale })}
            options={[
              { value: "zh" as const, label: "中文" },
              { value: "en" as const, label: "English" },
            ]}
          />
        </div>
      </div>
    </section>
  );
}
