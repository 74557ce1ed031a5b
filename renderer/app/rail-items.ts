import type { Preferences } from "../../shared/contract/app.ts";
import type { WordKey } from "../../shared/text/catalogue/index.ts";

export type Role = Preferences["role"];
export type RailIcon =
  | "rounds"
  | "intake"
  | "checks"
  | "experts"
  | "desk"
  | "sign"
  | "panel"
  | "exports"
  | "library"
  | "settings";

export interface RailItem {
  readonly id: RailIcon;
  readonly label: WordKey;
  readonly roles: readonly Role[];
  /** `null` while no round is chosen and the task needs one. */
  readonly address: (round: string | null) => string | null;
}

const inRound =
  (screen: string) =>
  (round: string | null): string | null =>
    round === null ? null : `/round/${encodeURIComponent(round)}/${screen}`;

/** Tasks in the order of the work; each role sees what it does. */
export const railItems: readonly RailItem[] = [
  { id: "rounds", label: "rail.rounds", roles: ["clerk", "expert", "chair"], address: () => "/" },
  { id: "intake", label: "rail.intake", roles: ["clerk"], address: inRound("intake") },
  { id: "checks", label: "rail.checks", roles: ["clerk", "chair"], address: inRound("checks") },
  { id: "experts", label: "rail.experts", roles: ["clerk"], address: inRound("experts") },
  { id: "desk", label: "rail.desk", roles: ["expert", "chair"], address: inRound("desk") },
  { id: "sign", label: "rail.sign", roles: ["expert", "chair"], address: inRound("sign") },
  { id: "panel", label: "rail.panel", roles: ["clerk", "chair"], address: inRound("panel") },
  { id: "exports", label: "rail.exports", roles: ["clerk", "chair"], address: inRound("exports") },
  { id: "library", label: "rail.library", roles: ["clerk", "chair"], address: () => "/library" },
  { id: "settings", label: "rail.settings", roles: ["clerk", "expert", "chair"], address: () => "/settings" },
];
