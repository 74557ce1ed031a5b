import { type ThemeConfig, theme } from "antd";
import { useEffect, useState } from "react";
import type { Preferences } from "../../shared/contract/app.ts";

const FONT_FAMILY =
  '"Noto Sans SC Variable", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", ' +
  '"WenQuanYi Micro Hei", system-ui, sans-serif';

const shades = {
  light: { accent: "#1d4f91", paper: "#faf9f6", surface: "#ffffff", text: "#1f2328", muted: "#57606a" },
  dark: { accent: "#7fb0ee", paper: "#16181b", surface: "#1d2024", text: "#e6e4df", muted: "#a9adb5" },
} as const;

export interface Look {
  readonly dark: boolean;
  /** Nothing moves: lists open and close at once. */
  readonly still: boolean;
  /** Type size in percent. */
  readonly scale: number;
}

/** antd's tokens for one shade and type size; lengths follow the type so that the layout reflows as a whole. */
export function antdTheme({ dark, still, scale }: Look): ThemeConfig {
  const shade = dark ? shades.dark : shades.light;
  const at = (pixels: number): number => Math.round((pixels * scale) / 100);
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: shade.accent,
      colorLink: shade.accent,
      // antd lightens a link under the pointer, to below AA on paper; the line under it tells instead.
      colorLinkHover: shade.accent,
      colorLinkActive: shade.accent,
      linkHoverDecoration: "underline",
      colorInfo: shade.accent,
      colorBgBase: shade.surface,
      colorTextBase: shade.text,
      colorTextPlaceholder: shade.muted,
      colorTextDescription: shade.muted,
      colorTextSecondary: shade.muted,
      fontFamily: FONT_FAMILY,
      fontSize: at(14),
      controlHeight: at(32),
      borderRadius: 4,
      motion: !still,
      motionDurationSlow: "0.15s",
      motionDurationMid: "0.12s",
      motionDurationFast: "0.08s",
    },
    components: {
      // White on the light accent of the dark theme would be below AA.
      Button: { primaryColor: dark ? "#10131a" : "#ffffff", primaryShadow: "none", defaultShadow: "none" },
      // The chosen one is told by its colour and weight, not by a shade of grey alone.
      Segmented: { itemSelectedColor: shade.accent, trackBg: dark ? "#24282d" : "#efece5" },
    },
  };
}

function useSystemWish(query: string): boolean {
  const [wished, setWished] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const media = window.matchMedia(query);
    const follow = () => setWished(media.matches);
    media.addEventListener("change", follow);
    return () => media.removeEventListener("change", follow);
  }, [query]);
  return wished;
}

/** Whether the system asks for no motion. */
export const useStill = (): boolean => useSystemWish("(prefers-reduced-motion: reduce)");

export function useDark(choice: Preferences["theme"]): boolean {
  const system = useSystemWish("(prefers-color-scheme: dark)");
  return choice === "system" ? system : choice === "dark";
}
