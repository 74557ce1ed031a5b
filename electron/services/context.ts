import { Preferences } from "../../shared/contract/app.ts";
import { type Failure, fail } from "../../shared/contract/result.ts";
import type { RegistryEntry } from "../../shared/scheme/registry.ts";
import type { Scheme } from "../../shared/scheme/scheme.ts";
import { appendAudit } from "../db/audit.ts";
import type { Database } from "../db/database.ts";
import { findRound, type StoredRound } from "../db/rounds.ts";
import { readSetting } from "../db/settings.ts";
import type { IntakePool } from "../intake/pool.ts";
import type { Ports } from "../ports.ts";
import type { Jobs } from "./jobs.ts";
import type { OwnSchemes } from "./own-schemes.ts";
import type { Uploads } from "./uploads.ts";

/** What every service works with; put together in compose.ts. */
export interface Context {
  readonly ports: Ports;
  readonly db: Database;
  /** Of the package and of the clerk's own; a saved one is there at once. */
  readonly schemes: ReadonlyMap<string, Scheme>;
  readonly ownSchemes: OwnSchemes;
  /** Bases in force: the published lists with what was recorded since. */
  readonly registry: readonly RegistryEntry[];
  /** The lists as they were published. */
  readonly published: readonly RegistryEntry[];
  readonly jobs: Jobs;
  readonly uploads: Uploads;
  readonly pool: IntakePool;
}

const defaults: Preferences = { role: "clerk", name: "", locale: "zh", theme: "system", scale: 100 };

export const preferencesOf = (context: Context): Preferences => {
  const parsed = Preferences.safeParse(readSetting(context.db, "preferences"));
  return parsed.success ? parsed.data : defaults;
};

const roleNames = { clerk: "经办人", expert: "专家", chair: "组长" } as const;

/** Who the audit trail and a correction name: the name in the settings, else the role. */
export const actorOf = (context: Context): string => {
  const { name, role } = preferencesOf(context);
  return name === "" ? roleNames[role] : name;
};

/** Writes the one audit entry of a change; call it inside the transaction of the change. */
export const record = (
  context: Context,
  action: string,
  round: string | null,
  detail: Readonly<Record<string, string>> = {},
): void =>
  appendAudit(context.db, { at: context.ports.now(), actor: actorOf(context), action, round, detail });

export const notFound = (what: string): Failure<"not-found"> => fail("not-found", { what });

type OpenRound = StoredRound & {
  readonly frozenScheme: NonNullable<StoredRound["frozenScheme"]>;
  readonly form: NonNullable<StoredRound["form"]>;
  readonly schemeDigest: string;
  readonly formDigest: string;
};

export type { OpenRound };

/** The round, or why it cannot be used for something that needs an open one. */
export function openRound(
  context: Context,
  id: string,
): { ok: true; value: OpenRound } | Failure<"not-found"> | Failure<"round-not-open"> {
  const round = findRound(context.db, id);
  if (!round) return notFound("round");
  const { frozenScheme, form, schemeDigest, formDigest } = round;
  if (!frozenScheme || !form || schemeDigest === null || formDigest === null) return fail("round-not-open");
  return { ok: true, value: { ...round, frozenScheme, form, schemeDigest, formDigest } };
}
