import { BgColorsOutlined, MoonOutlined, SunOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { Preferences } from "../../shared/contract/app.ts";
import { useWords } from "../ui/use-words.tsx";
import { scales, stepScale, usePreferences } from "./use-preferences.ts";

const nextTheme: Readonly<Record<Preferences["theme"], Preferences["theme"]>> = {
  light: "dark",
  dark: "system",
  system: "light",
};
const themeIcon = { light: <SunOutlined />, dark: <MoonOutlined />, system: <BgColorsOutlined /> } as const;

/** Type size, light or dark, and language, one click each. */
export function LookControls() {
  const { t } = useWords();
  const { preferences, change } = usePreferences();
  const { scale, theme, locale } = preferences;
  const themeWords = `${t("frame.theme")} ${t(`frame.theme.${theme}`)}`;
  return (
    <div className="look-controls">
      <Button
        type="text"
        aria-label={`A− ${t("frame.smaller")}`}
        title={t("frame.scale", { scale: String(scale) })}
        disabled={scale === scales[0]}
        onClick={() => change({ scale: stepScale(scale, -1) })}
      >
        A−
      </Button>
      <Button
        type="text"
        aria-label={`A＋ ${t("frame.larger")}`}
        title={t("frame.scale", { scale: String(scale) })}
        disabled={scale === scales.at(-1)}
        onClick={() => change({ scale: stepScale(scale, 1) })}
      >
        A＋
      </Button>
      <Button
        type="text"
        icon={themeIcon[theme]}
        aria-label={themeWords}
        title={themeWords}
        onClick={() => change({ theme: nextTheme[theme] })}
      />
      <Button
        type="text"
        aria-label={locale === "zh" ? `EN ${t("frame.language")} English` : `中 ${t("frame.language")} 中文`}
        onClick={() => change({ locale: locale === "zh" ? "en" : "zh" })}
      >
        {locale === "zh" ? "EN" : "中"}
      </Button>
    </div>
  );
}
