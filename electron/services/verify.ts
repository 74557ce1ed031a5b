import type { OutputOf } from "../../shared/contract/index.ts";
import { fail, type Result, succeed } from "../../shared/contract/result.ts";
import type { PublicIdentity } from "../../shared/seal/identity.ts";
import { listExperts } from "../db/experts.ts";
import { listIdentities } from "../db/identities.ts";
import { listRounds } from "../db/rounds.ts";
import { verifyBytes } from "../seal/verify-file.ts";
import type { Context } from "./context.ts";

/** Public keys this computer has reason to know: enrolled experts of every round, and its own identities. */
const knownKeys = ({ db }: Context): PublicIdentity[] => [
  ...listRounds(db).flatMap(({ id }) => listExperts(db, id).flatMap(({ identity }) => identity ?? [])),
  ...listIdentities(db).map(({ sealed }) => sealed.identity),
];

/** What an uploaded file is, and whether it is what a known key signed; nothing of it is stored. */
export async function verifyUpload(
  context: Context,
  upload: string,
): Promise<Result<OutputOf<"app/verify-file">, "unknown-upload">> {
  const [found] = context.uploads.find([upload]) ?? [];
  if (!found) return fail("unknown-upload");
  const bytes = Buffer.from(await context.uploads.read(found));
  context.uploads.discard([upload]);
  return succeed(await verifyBytes(bytes, knownKeys(context)));
}
