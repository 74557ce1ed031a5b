import { fail, type Result, succeed } from "../../shared/contract/result.ts";
import { PanelContent, PanelPayload } from "../../shared/seal/panel-payload.ts";
import { digestOf, sha256Hex } from "./digest.ts";
import { type JwsProblem, signJws, verifyJws } from "./jws.ts";
import type { Signer } from "./keys.ts";
import { largestResult } from "./result-file.ts";

export const panelExtension = ".psc";

/** SHA-256 of what a panel result says, without who signed it and when. */
export const contentDigest = (content: PanelContent): string =>
  digestOf({ type: "pingshen/panel-content", format: 1, content: PanelContent.parse(content) });

/** The content of a payload, as it was digested. */
export const contentOf = (payload: PanelPayload): PanelContent => PanelContent.strip().parse(payload);

export async function writePanel(
  payload: PanelPayload,
  signer: Signer,
): Promise<{ readonly text: string; readonly digest: string }> {
  if (payload.chair.key !== signer.identity.keyId)
    throw new Error("a panel result is signed with the key it names");
  const compact = await signJws(PanelPayload.parse(payload), "pingshen-panel", signer);
  return { text: `${compact}\n`, digest: sha256Hex(compact) };
}

export interface VerifiedPanel {
  readonly payload: PanelPayload;
  readonly key: string;
  readonly digest: string;
}

/** Reads and verifies a `.psc` file. A payload whose content digest does not fit its own content is no panel result of ours. */
export async function readPanel(
  text: string,
  publicKeyOf: (keyId: string) => string | null,
): Promise<Result<VerifiedPanel, JwsProblem>> {
  const verified = await verifyJws(text, { typ: "pingshen-panel", largest: largestResult, publicKeyOf });
  if (!verified.ok) return verified;
  const payload = PanelPayload.safeParse(verified.value.payload);
  if (!payload.success)
    return fail("malformed", { place: payload.error.issues[0]?.path.join("/") ?? "payload" });
  if (contentDigest(contentOf(payload.data)) !== payload.data.content)
    return fail("malformed", { place: "content" });
  return succeed({ payload: payload.data, key: verified.value.keyId, digest: verified.value.digest });
}
