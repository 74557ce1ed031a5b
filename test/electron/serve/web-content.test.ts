import { Readable } from "node:stream";
import { beforeEach, expect, test } from "vitest";
import { createWebHandler, type WebHandler } from "../../../electron/serve/web-content.ts";
import { createFakeProgram, type FakeProgram } from "../../support/fake-program.ts";
import { makeRendererFolder } from "../../support/renderer-folder.ts";

const { folder } = makeRendererFolder();
const sha256 = "a".repeat(64);
let program: FakeProgram;
let handle: WebHandler;

beforeEach(() => {
  program = createFakeProgram();
  handle = createWebHandler({ program, rendererFolder: folder, locale: "zh" });
});

const get = (path: string, method = "GET") => handle(new Request(`app://pingshen${path}`, { method }));

test("the page comes with a policy that lets it load its own files only", async () => {
  const response = await get("/");
  expect(response.status).toBe(200);
  expect(await response.text()).toContain("双创评审台");
  const headers = Object.fromEntries(response.headers);
  expect(headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  });
  const policy = headers["content-security-policy"] ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("worker-src 'self'");
  expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
});

test("a screen's path gives the page, so that reloading a screen works", async () => {
  const response = await get("/rounds/3/desk");
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
});

test("scripts and workers are JavaScript, and hashed files may be kept", async () => {
  for (const path of ["/assets/main-1a2b.js", "/assets/pdf.worker-3c4d.mjs"]) {
    const response = await get(path);
    expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(response.headers.get("cache-control")).toContain("immutable");
  }
});

test("no path leads out of the window's folder, to a hidden file or to an unexpected type", async () => {
  const paths = [
    "/../secret.json",
    "/..%2fsecret.json",
    "/%2e%2e/secret.json",
    "/%2e%2e%2fsecret.json",
    "/assets/..%2f..%2fsecret.json",
    "/..%5csecret.json",
    "/.hidden.json",
    "/assets/%2e%2e/.hidden.json",
    "/notes.exe",
    "/%00.json",
    "/C:%5Csecret.json",
    "/%E0%A4%A.json",
    "//secret.json",
    "/missing.js",
  ];
  for (const path of paths) {
    const response = await get(path);
    expect([400, 404], path).toContain(response.status);
    const text = await response.text();
    expect(text, path).not.toContain("top secret");
    expect(text.trim(), path).not.toBe("");
  }
});

test("an export is saved under its Chinese name and can do nothing should it be opened", async () => {
  const name = "推荐名单（定稿）'1'.docx";
  program.exports.set(name, { name, bytes: Buffer.from("docx") });
  const response = await get(`/files/export/${encodeURIComponent(name)}`);
  expect(await response.text()).toBe("docx");
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "application/octet-stream",
    "content-disposition": `attachment; filename="________'1'.docx"; filename*=UTF-8''%E6%8E%A8%E8%8D%90%E5%90%8D%E5%8D%95%EF%BC%88%E5%AE%9A%E7%A8%BF%EF%BC%89%271%27.docx`,
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  });
});

test("a page someone sent in is never shown as a page, a picture is shown as one", async () => {
  const html = { name: "附件.png", bytes: Buffer.from("<script>alert(1)</script>") };
  const png = { name: "照片.html", bytes: Buffer.from("89504e470d0a1a0a00", "hex") };
  program.originals.set(`r1/${sha256}`, html);
  program.originals.set(`r2/${sha256}`, png);
  const first = await get(`/files/content/r1/${sha256}`);
  expect(first.headers.get("content-type")).toBe("application/octet-stream");
  expect(first.headers.get("content-disposition")).toMatch(/^attachment/);
  const second = await get(`/files/content/r2/${sha256}`);
  expect(second.headers.get("content-type")).toBe("image/png");
  expect(second.headers.get("content-disposition")).toMatch(/^inline/);
});

test("a file that is not there, or a digest that is none, is a sentence", async () => {
  for (const path of [
    "/files/export/nothing.docx",
    "/files/export/..",
    "/files/export/%2e%2e%2fpingshen.db",
    "/files/export/a/b",
    "/files/content/r1/abc",
    `/files/content/r1/${sha256}/more`,
    "/files/other/x",
  ]) {
    const response = await get(path);
    expect(response.status, path).toBe(404);
    expect((await response.text()).trim(), path).not.toBe("");
  }
});

const upload = (path: string | null, body: BodyInit) =>
  handle(
    new Request("app://pingshen/upload", {
      method: "POST",
      headers: path === null ? {} : { "x-file-path": path },
      body,
      duplex: "half",
    } as RequestInit),
  );

test("an upload keeps its path and its bytes", async () => {
  const response = await upload(
    encodeURIComponent("长沙市/附件3 汇总表.xlsx"),
    Buffer.from([1, 2, 3, 0, 255]),
  );
  expect(await response.json()).toEqual({ ok: true, value: { upload: "upload-1" } });
  expect(program.uploads.get("长沙市/附件3 汇总表.xlsx")).toEqual(Buffer.from([1, 2, 3, 0, 255]));
});

test("an upload without a readable path, outside, or too large is refused with its reason", async () => {
  for (const path of [null, "", "%E0%A4%A", encodeURIComponent("../../etc/passwd")])
    expect(await (await upload(path, "x")).json()).toMatchObject({ ok: false, code: "bad-path" });
  const endless = Readable.toWeb(Readable.from(chunks(4_000)));
  expect(await (await upload("big.zip", endless as ReadableStream)).json()).toMatchObject({
    ok: false,
    code: "too-large",
  });
});

function* chunks(count: number): Generator<Uint8Array> {
  for (let index = 0; index < count; index += 1) yield new Uint8Array(1_000);
}

test("other methods are refused, and HEAD has no body", async () => {
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "POST"])
    expect((await get("/", method)).status, method).toBe(405);
  expect((await get("/upload")).status).toBe(405);
  const head = await get("/", "HEAD");
  expect([head.status, await head.text()]).toEqual([200, ""]);
});

test("a picture inside of a file is shown, never a path to it", async () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  program.originals.set(`round/${sha256}/image1.png`, { name: "image1.png", bytes: png });
  const response = await get(`/files/picture/round/${sha256}/image1.png`);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("image/png");
  expect(response.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  for (const path of [
    `/files/picture/round/${sha256}/none.png`,
    `/files/picture/round/${sha256}/..%2fimage1.png`,
    `/files/picture/round/${sha256}/image1.png/more`,
    `/files/picture/round/abc/image1.png`,
    `/files/content/round/${sha256}/image1.png`,
  ])
    expect((await get(path)).status).toBe(404);
});
