import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { fail } from "../../shared/contract/result.ts";
import type { Locale } from "../../shared/text/define-words.ts";
import type { Program } from "../program.ts";
import { answer, sentence } from "./answer.ts";
import { answerCall } from "./call-endpoint.ts";
import { checkOrigin, checkRequest, type Gate } from "./gate.ts";
import { commonHeaders } from "./security-headers.ts";
import { createSession } from "./session.ts";
import { createWebHandler, type WebHandler } from "./web-content.ts";

export interface LocalServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** The one address that opens the window, once. */
  readonly startAddress: string;
  close(): Promise<void>;
}

export interface LocalServerInput {
  readonly program: Program;
  readonly rendererFolder: string;
  readonly locale: Locale;
}

/** Serves the program to one window, on this computer only. */
export async function startLocalServer({
  program,
  rendererFolder,
  locale,
}: LocalServerInput): Promise<LocalServer> {
  const session = createSession();
  const handle = createWebHandler({ program, rendererFolder, locale });
  const server = createServer();
  const { port } = await listen(server);
  const gate: Gate = { host: `127.0.0.1:${port}`, session };
  server.on("request", (request, response) => {
    void respond({ request, response, gate, program, handle, locale });
  });
  const origin = `http://${gate.host}`;
  return {
    origin,
    startAddress: `${origin}/open?token=${session.token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const listen = (server: Server): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: "127.0.0.1", port: 0, exclusive: true }, () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("no port"));
      else resolve(address);
    });
  });

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly gate: Gate;
  readonly program: Program;
  readonly handle: WebHandler;
  readonly locale: Locale;
}

async function respond(exchange: Exchange): Promise<void> {
  const reply = await decide(exchange).catch(() => answer(fail("internal"), 500));
  await send(reply, exchange.response).catch(() => exchange.response.destroy());
  // A refused upload may still be on its way; read on, or the browser reports a broken connection instead of the answer.
  exchange.request.resume();
}

async function decide({ request, gate, program, handle, locale }: Exchange): Promise<Response> {
  const foreign = checkOrigin(request, gate);
  if (foreign !== null) return sentence(foreign.status, foreign.key, locale);
  const url = new URL(request.url ?? "/", `http://${gate.host}`);
  if (url.host !== gate.host) return sentence(421, "gate.other-address", locale);
  if (url.pathname === "/open" && request.method === "GET") return open(url, gate, locale);
  const refusal = checkRequest(request, url.pathname, gate);
  if (refusal !== null) return sentence(refusal.status, refusal.key, locale);
  const web = toWebRequest(request, url);
  return url.pathname === "/call" ? answerCall(program, web) : handle(web);
}

/** Swaps the start token for a cookie that scripts cannot read and other sites cannot send. */
function open(url: URL, gate: Gate, locale: Locale): Response {
  const cookie = gate.session.redeem(url.searchParams.get("token") ?? "");
  if (cookie === null) return sentence(403, "gate.token-used", locale);
  return new Response(null, {
    status: 303,
    headers: {
      ...commonHeaders,
      location: "/",
      "cache-control": "no-store",
      "set-cookie": `${gate.session.cookieName}=${cookie}; HttpOnly; SameSite=Strict; Path=/`,
    },
  });
}

function toWebRequest(request: IncomingMessage, url: URL): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const method = request.method ?? "GET";
  if (method !== "POST") return new Request(url, { method, headers });
  // Node's streams and the browser's are typed apart; a body that is a stream needs `duplex`.
  const body = Readable.toWeb(request) as unknown as NonNullable<RequestInit["body"]>;
  const init = { method, headers, body, duplex: "half" as const };
  return new Request(url, init);
}

async function send(reply: Response, response: ServerResponse): Promise<void> {
  response.writeHead(reply.status, Object.fromEntries(reply.headers));
  if (reply.body === null) response.end();
  else await pipeline(Readable.fromWeb(reply.body as ReadableStream), response);
}
