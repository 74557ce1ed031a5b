/** Tasks of a plan that a note's passage bears on, beside the score items: `[{"scheme":"…","task":"…"}]`. */
export const noteTasks = `ALTER TABLE note ADD COLUMN tasks TEXT NOT NULL DEFAULT '[]';`;
