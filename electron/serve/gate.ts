import type { IncomingMessage } from "node:http";
import type { WordKey } from "../../shared/text/catalogue/index.ts";
import type { Session } from "./session.ts";

export interface Refusal {
  readonly status: number;
  readonly key: WordKey;
}

export interface Gate {
  /** `127.0.0.1:<port>`, the only name this program answers to. */
  readonly host: string;
  readonly session: Session;
}

const refuse = (status: number, key: WordKey): Refusal => ({ status, key });

/**
 * Before any part of a request is looked at. The Host check stops DNS rebinding, Origin and Sec-Fetch-Site stop other
 * sites (also other ports of this computer, which share cookies), the cookie stops other users.
 */
export function checkOrigin(request: IncomingMessage, gate: Gate): Refusal | null {
  const { host, origin } = request.headers;
  const site = request.headers["sec-fetch-site"];
  if (host !== gate.host) return refuse(421, "gate.other-address");
  if (origin !== undefined && origin !== `http://${gate.host}`) return refuse(403, "gate.other-site");
  if (site !== undefined && site !== "same-origin" && site !== "none") return refuse(403, "gate.other-site");
  if (request.method === "POST" && origin === undefined) return refuse(403, "gate.other-site");
  return null;
}

const methods: readonly (string | undefined)[] = ["GET", "HEAD", "POST"];

/** After the start token has had its chance: who asks, how, and for what. */
export function checkRequest(request: IncomingMessage, pathname: string, gate: Gate): Refusal | null {
  if (!gate.session.admits(request.headers.cookie)) return refuse(403, "gate.no-session");
  if (!methods.includes(request.method)) return refuse(405, "gate.method");
  if (request.method !== "POST") return pathname === "/call" ? refuse(405, "gate.method") : null;
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (pathname === "/call") return type === "application/json" ? null : refuse(415, "gate.content-type");
  if (pathname === "/upload")
    return type === "application/octet-stream" ? null : refuse(415, "gate.content-type");
  return refuse(405, "gate.method");
}
