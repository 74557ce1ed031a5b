const tables = {
  // What happened to a base of a register; its state is what these come to.
  base_event: `
  id TEXT NOT NULL PRIMARY KEY,
  base TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  act TEXT NOT NULL`,
  // A value entered for a target of a plan; the latest counts.
  target_value: `
  id TEXT NOT NULL PRIMARY KEY,
  scheme TEXT NOT NULL,
  target TEXT NOT NULL,
  value TEXT NOT NULL,
  as_of TEXT NOT NULL,
  source TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL`,
  // A passage of a dossier that bears on a task of a plan.
  task_link: `
  id TEXT NOT NULL PRIMARY KEY,
  scheme TEXT NOT NULL,
  task TEXT NOT NULL,
  submission_id TEXT NOT NULL REFERENCES submission(id),
  evidence TEXT NOT NULL,
  note TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL`,
  // An answer to an evaluation point; the latest counts.
  point_answer: `
  id TEXT NOT NULL PRIMARY KEY,
  submission_id TEXT NOT NULL REFERENCES submission(id),
  point TEXT NOT NULL,
  answer TEXT NOT NULL,
  at TEXT NOT NULL`,
  // A letter that asked for missing material, with what the submission held on that day.
  correction: `
  id TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round(id),
  submission_id TEXT NOT NULL REFERENCES submission(id),
  correction TEXT NOT NULL,
  at TEXT NOT NULL`,
} as const;

const indexes = `
CREATE INDEX point_answer_submission ON point_answer (submission_id);
CREATE INDEX correction_round ON correction (round_id);
CREATE INDEX task_link_submission ON task_link (submission_id);`;

/** UPDATE and DELETE are refused by the database itself, also those hidden in INSERT OR REPLACE. */
const appendOnly = (table: string): string =>
  ["UPDATE", "DELETE"]
    .map(
      (verb) => `
CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`,
    )
    .join("");

export const registersAndLetters = `${Object.entries(tables)
  .map(([name, columns]) => `CREATE TABLE ${name} (${columns}\n) STRICT;${appendOnly(name)}`)
  .join("\n")}${indexes}`;
