import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { afterEach, beforeEach, expect, test } from "vitest";
import { callByteLimit } from "../../../electron/serve/call-endpoint.ts";
import { type LocalServer, startLocalServer } from "../../../electron/serve/http-server.ts";
import { createFakeProgram, type FakeProgram } from "../../support/fake-program.ts";
import { makeRendererFolder } from "../../support/renderer-folder.ts";

const { folder } = makeRendererFolder();
let program: FakeProgram;
let server: LocalServer;
let cookie: string;

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Asked {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** Plain node:http, because fetch would not let a test lie about Host and Origin. */
function ask({ path, method = "GET", headers = {}, body }: Asked): Promise<Answer> {
  const { hostname, port } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString("utf8"),
        }),
      );
      response.on("error", reject);
    });
    request.on("error", reject);
    request.end(body);
  });
}

const own = (): Record<string, string> => ({
  cookie,
  origin: server.origin,
  "content-type": "application/json",
});
const call = (name: string, input: unknown, headers: Record<string, string> = own()) =>
  ask({ path: "/call", method: "POST", headers, body: JSON.stringify({ name, input }) });
const without = (name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(own()).filter(([key]) => key !== name));

beforeEach(async () => {
  program = createFakeProgram();
  server = await startLocalServer({ program, rendererFolder: folder, locale: "zh" });
  const opened = await ask({
    path: new URL(server.startAddress).pathname + new URL(server.startAddress).search,
  });
  cookie = (opened.headers["set-cookie"]?.[0] ?? "").split(";")[0] ?? "";
});

afterEach(() => server.close());

const refused = (answer: Answer, status: number): void => {
  expect(answer.status).toBe(status);
  expect(answer.text.trim()).not.toBe("");
  expect(answer.text).not.toContain("双创评审台</title>");
  expect(program.calls).toEqual([]);
  expect(program.uploads.size).toBe(0);
};

test("the start token becomes a cookie that scripts and other sites cannot use, and the address is left clean", async () => {
  const fresh = await startLocalServer({ program, rendererFolder: folder, locale: "zh" });
  await server.close();
  server = fresh;
  const { pathname, search } = new URL(server.startAddress);
  const opened = await ask({ path: pathname + search });
  expect(opened.status).toBe(303);
  expect(opened.headers.location).toBe("/");
  expect(opened.headers["cache-control"]).toBe("no-store");
  const set = opened.headers["set-cookie"]?.[0] ?? "";
  expect(set).toMatch(/^pingshen-[0-9a-f]{12}=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
  expect(set).not.toContain(search.replace("?token=", ""));
  const page = await ask({ path: "/", headers: { cookie: set.split(";")[0] ?? "" } });
  expect([page.status, page.text.includes("双创评审台")]).toEqual([200, true]);
});

test("the start token works once", async () => {
  const { pathname, search } = new URL(server.startAddress);
  const again = await ask({ path: pathname + search });
  refused(again, 403);
  expect(again.headers["set-cookie"]).toBeUndefined();
  refused(await ask({ path: `${pathname}?token=guess` }), 403);
  refused(await ask({ path: pathname }), 403);
});

test("with the cookie a call from the page is answered", async () => {
  const answer = await call("app/get-state", {});
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.text)).toEqual({ ok: true, value: { name: "app/get-state", input: {} } });
  expect(answer.headers["cache-control"]).toBe("no-store");
});

test("without the cookie nothing is given, neither page nor call nor file nor upload", async () => {
  program.exports.set("a.docx", { name: "a.docx", bytes: Buffer.from("secret list") });
  for (const path of ["/", "/assets/main-1a2b.js", "/files/export/a.docx", "/call"]) {
    const answer = await ask({ path });
    refused(answer, 403);
    expect(answer.text).not.toContain("secret list");
  }
  refused(await call("app/get-state", {}, without("cookie")), 403);
  const wrong = { ...own(), cookie: `${cookie.split("=")[0]}=${"A".repeat(43)}` };
  refused(await call("app/get-state", {}, wrong), 403);
  refused(
    await ask({
      path: "/upload",
      method: "POST",
      headers: { ...without("cookie"), "content-type": "application/octet-stream", "x-file-path": "a.txt" },
      body: "x",
    }),
    403,
  );
});

test("another site gets nothing, even with the cookie", async () => {
  for (const origin of [
    "http://evil.example",
    "null",
    server.origin.replace("127.0.0.1", "localhost"),
    "http://127.0.0.1:1",
  ])
    refused(await call("app/get-state", {}, { ...own(), origin }), 403);
  refused(await call("app/get-state", {}, without("origin")), 403);
  for (const site of ["cross-site", "same-site"])
    refused(await ask({ path: "/", headers: { cookie, "sec-fetch-site": site } }), 403);
});

test("another host name for this port (DNS rebinding) gets nothing", async () => {
  const { port } = new URL(server.origin);
  for (const host of [
    "evil.example",
    `evil.example:${port}`,
    `localhost:${port}`,
    "127.0.0.1",
    `[::1]:${port}`,
  ])
    refused(await ask({ path: "/", headers: { ...own(), host } }), 421);
  refused(await ask({ path: `http://evil.example:${port}/`, headers: { cookie } }), 421);
});

test("only JSON is a call and only raw bytes are an upload, so that no form of another page fits", async () => {
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
    refused(await call("app/get-state", {}, { ...own(), "content-type": type }), 415);
  refused(
    await ask({ path: "/upload", method: "POST", headers: { ...own(), "x-file-path": "a" }, body: "{}" }),
    415,
  );
});

test("other methods are refused", async () => {
  for (const method of ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
    refused(await ask({ path: "/", method, headers: own() }), 405);
  refused(await ask({ path: "/call", headers: own() }), 405);
  refused(await ask({ path: "/", method: "POST", headers: own() }), 405);
});

test("malformed JSON, a body that is no call, and one too large are refusals with a code", async () => {
  for (const body of [
    "",
    "{",
    "null",
    "[]",
    '{"name":1,"input":{}}',
    '{"name":"a","input":{},"more":1}',
    "\u0000",
  ]) {
    const answer = await ask({ path: "/call", method: "POST", headers: own(), body });
    expect([answer.status, JSON.parse(answer.text).code], body).toEqual([400, "bad-input"]);
  }
  const large = await ask({
    path: "/call",
    method: "POST",
    headers: own(),
    body: JSON.stringify({ name: "app/get-state", input: "x".repeat(callByteLimit) }),
  });
  expect([large.status, JSON.parse(large.text)]).toEqual([
    413,
    { ok: false, code: "bad-input", params: { reason: "too-large" } },
  ]);
  expect(program.calls).toEqual([]);
});

test("an unknown call is the program's refusal, and a bug gives no detail away", async () => {
  expect(JSON.parse((await call("no/such", {})).text)).toMatchObject({ ok: false, code: "unknown-call" });
  const bug = await call("test/fail", {});
  expect([bug.status, bug.text]).toEqual([500, '{"ok":false,"code":"internal","params":{}}']);
});

test("an upload is streamed to the program, and a refused one still gets its answer", async () => {
  const headers = { ...own(), "content-type": "application/octet-stream", "x-file-path": "a%2Fb.zip" };
  const good = await ask({ path: "/upload", method: "POST", headers, body: Buffer.alloc(900_000, 7) });
  expect(JSON.parse(good.text)).toEqual({ ok: true, value: { upload: "upload-1" } });
  expect(program.uploads.get("a/b.zip")?.length).toBe(900_000);
  const large = await ask({ path: "/upload", method: "POST", headers, body: Buffer.alloc(30_000_000) });
  expect(JSON.parse(large.text)).toMatchObject({ ok: false, code: "too-large" });
});

test("an upload broken off in the middle leaves the server answering", async () => {
  const { hostname, port } = new URL(server.origin);
  const socket = connect(Number(port), hostname);
  await new Promise((resolve) => socket.once("connect", resolve));
  const lines = [
    "POST /upload HTTP/1.1",
    `Host: ${hostname}:${port}`,
    `Origin: ${server.origin}`,
    `Cookie: ${cookie}`,
    "Content-Type: application/octet-stream",
    "X-File-Path: half.zip",
    "Content-Length: 1000000",
  ];
  socket.write(`${lines.join("\r\n")}\r\n\r\nhalf`);
  await new Promise((resolve) => setImmediate(resolve));
  socket.destroy();
  expect((await call("app/get-state", {})).status).toBe(200);
  expect(program.uploads.size).toBe(0);
});

test("it listens on this computer only", async () => {
  expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const outside = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((entry) => !entry.internal && entry.family === "IPv4");
  for (const { address } of outside) {
    const reached = await new Promise((resolve) => {
      const socket = connect(Number(new URL(server.origin).port), address);
      socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    });
    expect(reached, address).toBe(false);
  }
});

test("closing ends at once, also with a window connected", async () => {
  await call("app/get-state", {});
  await server.close();
  await expect(call("app/get-state", {})).rejects.toThrow();
});
