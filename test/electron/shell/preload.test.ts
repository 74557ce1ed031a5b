import { afterEach, expect, test, vi } from "vitest";
import { createFakeElectron } from "../../support/fake-electron.ts";

afterEach(() => {
  vi.doUnmock("electron");
  vi.resetModules();
});

test("the page gets one function and nothing else", async () => {
  const fake = createFakeElectron();
  vi.doMock("electron", () => fake.electron);
  await import("../../../electron/preload.ts");
  expect([...fake.exposed.keys()]).toEqual(["pingshen"]);
  const api = fake.exposed.get("pingshen") as { call(name: string, input: unknown): Promise<unknown> };
  expect(Object.keys(api)).toEqual(["call"]);
  expect(await api.call("app/get-state", { a: 1 })).toEqual({
    channel: "pingshen/call",
    args: ["app/get-state", { a: 1 }],
  });
});
