import {
  AuditOutlined,
  BookOutlined,
  EditOutlined,
  ExportOutlined,
  InboxOutlined,
  OrderedListOutlined,
  ProfileOutlined,
  ReadOutlined,
  SettingOutlined,
  TeamOutlined,
} from "@ant-design/icons";
import type { ComponentType } from "react";
import { NavLink } from "react-router";
import { useWords } from "../ui/use-words.tsx";
import { type RailIcon, type RailItem, type Role, railItems } from "./rail-items.ts";

const icons: Readonly<Record<RailIcon, ComponentType>> = {
  rounds: ProfileOutlined,
  intake: InboxOutlined,
  checks: AuditOutlined,
  experts: TeamOutlined,
  desk: ReadOutlined,
  sign: EditOutlined,
  panel: OrderedListOutlined,
  exports: ExportOutlined,
  library: BookOutlined,
  settings: SettingOutlined,
};

function RailEntry({ item, round }: { item: RailItem; round: string | null }) {
  const { t } = useWords();
  const Icon = icons[item.id];
  const address = item.address(round);
  const face = (
    <>
      <Icon aria-hidden="true" />
      <span>{t(item.label)}</span>
    </>
  );
  if (address === null) {
    return (
      <span className="rail-entry rail-entry-off" title={t("rail.needsRound")}>
        {face}
      </span>
    );
  }
  return (
    <NavLink className="rail-entry" to={address} end={item.id === "rounds"}>
      {face}
    </NavLink>
  );
}

export function Rail({ role, round }: { role: Role; round: string | null }) {
  const { t } = useWords();
  return (
    <nav className="rail" aria-label={t("rail.label")}>
      {railItems
        .filter((item) => item.roles.includes(role))
        .map((item) => (
          <RailEntry key={item.id} item={item} round={round} />
        ))}
    </nav>
  );
}
