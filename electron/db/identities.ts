import { SealedKey } from "../../shared/seal/identity.ts";
import { type Database, sql } from "./database.ts";

export interface StoredIdentity {
  readonly keyId: string;
  readonly name: string;
  readonly sealed: SealedKey;
  readonly createdAt: string;
}

interface IdentityRow {
  key_id: string;
  name: string;
  sealed: string;
  created_at: string;
}

const toIdentity = (row: IdentityRow): StoredIdentity => ({
  keyId: row.key_id,
  name: row.name,
  sealed: SealedKey.parse(JSON.parse(row.sealed)),
  createdAt: row.created_at,
});

export const listIdentities = (db: Database): StoredIdentity[] =>
  sql<IdentityRow>(db, "SELECT * FROM identity ORDER BY created_at, key_id").all().map(toIdentity);

export const findIdentity = (db: Database, keyId: string): StoredIdentity | null => {
  const row = sql<IdentityRow>(db, "SELECT * FROM identity WHERE key_id = ?").get(keyId);
  return row ? toIdentity(row) : null;
};

export const insertIdentity = (db: Database, identity: StoredIdentity): void => {
  sql(db, "INSERT INTO identity (key_id, name, sealed, created_at) VALUES (?, ?, ?, ?)").run(
    identity.keyId,
    identity.name,
    JSON.stringify(identity.sealed),
    identity.createdAt,
  );
};
