import { z } from "zod";
import { RoundSettings, RoundSide, RoundState } from "../../shared/contract/round.ts";
import { Scheme } from "../../shared/scheme/scheme.ts";
import { ScoreForm } from "../../shared/scoring/sheet.ts";
import { type Database, sql } from "./database.ts";

/** `<indicator>/<subject>` → who entered the threshold, and when. */
const ThresholdsEntered = z.record(z.string(), z.object({ by: z.string(), at: z.string() }));
export type ThresholdsEntered = Readonly<z.infer<typeof ThresholdsEntered>>;

/** On an expert's laptop: whose pack the round came from and for whom. */
export const Guest = z.object({
  clerk: z.object({ name: z.string(), keyId: z.string(), fingerprint: z.string() }),
  expert: z.object({ id: z.string(), name: z.string() }),
  packDigest: z.string(),
  madeAt: z.string(),
  /** Submission → other names of its applicant; a pack of an older version brought none. */
  aliases: z.record(z.string(), z.array(z.string())).optional(),
});
export type Guest = z.infer<typeof Guest>;

export interface StoredRound {
  readonly id: string;
  readonly side: z.infer<typeof RoundSide>;
  readonly name: string;
  readonly state: z.infer<typeof RoundState>;
  /** The notice as it was when the round was made; a later change of the file does not reach it. */
  readonly scheme: Scheme;
  readonly settings: RoundSettings;
  readonly thresholdsEntered: ThresholdsEntered;
  readonly frozenScheme: Scheme | null;
  readonly form: ScoreForm | null;
  readonly schemeDigest: string | null;
  readonly formDigest: string | null;
  readonly createdAt: string;
  readonly openedAt: string | null;
  readonly guest: Guest | null;
}

interface RoundRow {
  id: string;
  side: string;
  name: string;
  state: string;
  scheme: string;
  settings: string;
  thresholds_entered: string;
  frozen_scheme: string | null;
  form: string | null;
  scheme_digest: string | null;
  form_digest: string | null;
  created_at: string;
  opened_at: string | null;
  guest: string | null;
}

const optional = <T extends z.ZodType>(schema: T, text: string | null): z.output<T> | null =>
  text === null ? null : schema.parse(JSON.parse(text));

const toRound = (row: RoundRow): StoredRound => ({
  id: row.id,
  side: RoundSide.parse(row.side),
  name: row.name,
  state: RoundState.parse(row.state),
  scheme: Scheme.parse(JSON.parse(row.scheme)),
  settings: RoundSettings.parse(JSON.parse(row.settings)),
  thresholdsEntered: ThresholdsEntered.parse(JSON.parse(row.thresholds_entered)),
  frozenScheme: optional(Scheme, row.frozen_scheme),
  form: optional(ScoreForm, row.form),
  schemeDigest: row.scheme_digest,
  formDigest: row.form_digest,
  createdAt: row.created_at,
  openedAt: row.opened_at,
  guest: optional(Guest, row.guest),
});

export const listRounds = (db: Database): StoredRound[] =>
  sql<RoundRow>(db, "SELECT * FROM round ORDER BY created_at DESC, id DESC").all().map(toRound);

export const findRound = (db: Database, id: string): StoredRound | null => {
  const row = sql<RoundRow>(db, "SELECT * FROM round WHERE id = ?").get(id);
  return row ? toRound(row) : null;
};

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

export const insertRound = (db: Database, round: StoredRound): void => {
  sql(
    db,
    `INSERT INTO round (id, side, name, state, scheme, settings, thresholds_entered, frozen_scheme, form,
       scheme_digest, form_digest, created_at, opened_at, guest)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    round.id,
    round.side,
    round.name,
    round.state,
    JSON.stringify(round.scheme),
    JSON.stringify(round.settings),
    JSON.stringify(round.thresholdsEntered),
    json(round.frozenScheme),
    json(round.form),
    round.schemeDigest,
    round.formDigest,
    round.createdAt,
    round.openedAt,
    json(round.guest),
  );
};

export const updateSettings = (
  db: Database,
  round: string,
  settings: RoundSettings,
  entered: ThresholdsEntered,
): void => {
  sql(db, "UPDATE round SET settings = ?, thresholds_entered = ? WHERE id = ? AND state = 'preparing'").run(
    JSON.stringify(settings),
    JSON.stringify(entered),
    round,
  );
};

export interface Frozen {
  readonly scheme: Scheme;
  readonly form: ScoreForm;
  readonly schemeDigest: string;
  readonly formDigest: string;
  readonly at: string;
}

export const freezeRound = (db: Database, round: string, frozen: Frozen): void => {
  sql(
    db,
    `UPDATE round SET state = 'open', frozen_scheme = ?, form = ?, scheme_digest = ?, form_digest = ?, opened_at = ?
     WHERE id = ? AND state = 'preparing'`,
  ).run(
    JSON.stringify(frozen.scheme),
    JSON.stringify(frozen.form),
    frozen.schemeDigest,
    frozen.formDigest,
    frozen.at,
    round,
  );
};

export const updateGuest = (db: Database, round: string, guest: Guest): void => {
  sql(db, "UPDATE round SET guest = ? WHERE id = ? AND side = 'guest'").run(JSON.stringify(guest), round);
};
