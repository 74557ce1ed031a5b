import type { Program, ServedFile } from "../../electron/program.ts";
import { fail, succeed } from "../../shared/contract/result.ts";

export interface FakeProgram extends Program {
  readonly calls: { name: string; input: unknown }[];
  readonly uploads: Map<string, Buffer>;
  readonly exports: Map<string, ServedFile>;
  readonly originals: Map<string, ServedFile>;
  unsavedCount: number;
  closed: number;
  locale: "zh" | "en";
}

/** A program that remembers what it was asked: for the ways in, which must not care what is behind them. */
export function createFakeProgram(): FakeProgram {
  const program: FakeProgram = {
    calls: [],
    uploads: new Map(),
    exports: new Map(),
    originals: new Map(),
    unsavedCount: 0,
    closed: 0,
    locale: "zh",
    dispatch: async (name, input) => {
      program.calls.push({ name, input });
      if (name === "test/fail") throw new Error("a bug with a secret in its message");
      if (name === "app/save-preferences") program.locale = "en";
      return name.startsWith("test/") || name.startsWith("app/")
        ? succeed({ name, input })
        : fail("unknown-call", { name });
    },
    call: async () =>
      succeed({ preferences: { locale: program.locale } }) as Awaited<ReturnType<Program["call"]>> as never,
    acceptUpload: async (path, body) => {
      if (path.includes("..")) return fail("bad-path", { path });
      const chunks: Uint8Array[] = [];
      let size = 0;
      for await (const chunk of body) {
        size += chunk.length;
        if (size > 1_000_000) return fail("too-large", { path });
        chunks.push(chunk);
      }
      program.uploads.set(path, Buffer.concat(chunks));
      return succeed({ upload: `upload-${program.uploads.size}` });
    },
    exportedFile: (name) => program.exports.get(name) ?? null,
    originalFile: (round, sha256) => program.originals.get(`${round}/${sha256}`) ?? null,
    embeddedPicture: (round, sha256, name) => program.originals.get(`${round}/${sha256}/${name}`) ?? null,
    unsaved: () => program.unsavedCount,
    close: async () => {
      program.closed += 1;
    },
  };
  return program;
}
