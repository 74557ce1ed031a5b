import type { Identity } from "../../shared/contract/identity.ts";
import type { Handlers, ResultOf } from "../../shared/contract/index.ts";
import { type Failure, fail, succeed } from "../../shared/contract/result.ts";
import { SealedKey } from "../../shared/seal/identity.ts";
import { transact } from "../db/database.ts";
import { findIdentity, insertIdentity, listIdentities, type StoredIdentity } from "../db/identities.ts";
import { fingerprintOf } from "../seal/fingerprint.ts";
import { createIdentity, openKey, type Signer } from "../seal/keys.ts";
import { checkIdentity, identityFile } from "../seal/public-key.ts";
import { type Context, notFound, record } from "./context.ts";
import { fileNameOf, writeExport } from "./files.ts";

type IdentityHandlers = Pick<Handlers, Extract<keyof Handlers, `identity/${string}`>>;

export function createIdentityHandlers(context: Context): IdentityHandlers {
  const { db } = context;
  return {
    "identity/list": () => succeed(listIdentities(db).map(toView)),
    "identity/create": async ({ name, passphrase }) => {
      const made = await createIdentity(name, passphrase);
      if (!made.ok) return fail("weak-passphrase", { ...made.params, reason: made.code });
      const identity = storeIdentity(context, made.value.sealed, "identity.create");
      return succeed({ identity: toView(identity), file: writePublic(context, identity) });
    },
    "identity/export": ({ keyId }) => {
      const identity = findIdentity(db, keyId);
      return identity ? succeed(writePublic(context, identity)) : notFound("identity");
    },
    "identity/export-key": ({ keyId }) => {
      const identity = findIdentity(db, keyId);
      return identity ? succeed(writeSealed(context, identity)) : notFound("identity");
    },
    "identity/import-key": ({ sealed }) => importKey(context, sealed),
  };
}

const toView = (identity: StoredIdentity): Identity => ({
  name: identity.name,
  keyId: identity.keyId,
  fingerprint: fingerprintOf(identity.keyId),
  createdAt: identity.createdAt,
});

function storeIdentity(context: Context, sealed: SealedKey, action: string): StoredIdentity {
  const { name, keyId } = sealed.identity;
  const identity = { keyId, name, sealed, createdAt: context.ports.now() };
  transact(context.db, () => {
    insertIdentity(context.db, identity);
    record(context, action, null, { name, key: keyId });
  });
  return identity;
}

const writePublic = (context: Context, identity: StoredIdentity) =>
  writeExport(context, {
    round: null,
    name: `${fileNameOf(identity.name)}-${identity.keyId.slice(0, 6)}.pub.json`,
    bytes: Buffer.from(identityFile(identity.sealed.identity)),
    action: "identity.export",
    detail: { key: identity.keyId },
  });

const writeSealed = (context: Context, identity: StoredIdentity) =>
  writeExport(context, {
    round: null,
    name: `${fileNameOf(identity.name)}-${identity.keyId.slice(0, 6)}.key.json`,
    bytes: Buffer.from(`${JSON.stringify(identity.sealed, null, 2)}\n`),
    action: "identity.export-key",
    detail: { key: identity.keyId },
  });

function importKey(context: Context, text: string): ResultOf<"identity/import-key"> {
  const sealed = parseSealed(text);
  if (!sealed || !checkIdentity(sealed.identity).ok) return fail("malformed");
  if (findIdentity(context.db, sealed.identity.keyId))
    return fail("already-here", { name: sealed.identity.name });
  return succeed(toView(storeIdentity(context, sealed, "identity.import-key")));
}

function parseSealed(text: string): SealedKey | null {
  try {
    return SealedKey.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The signing key of an identity on this laptop. */
export async function openSigner(
  context: Context,
  keyId: string,
  passphrase: string,
): Promise<{ ok: true; value: Signer } | Failure<"not-found"> | Failure<"wrong-passphrase">> {
  const identity = findIdentity(context.db, keyId);
  if (!identity) return notFound("identity");
  const opened = await openKey(identity.sealed, passphrase);
  return opened.ok ? opened : fail("wrong-passphrase", { name: identity.name, reason: opened.code });
}
