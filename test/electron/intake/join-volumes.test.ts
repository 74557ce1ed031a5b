import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InspectedFile } from "../../../electron/intake/inspect.ts";
import { joinedPart, joinVolumes } from "../../../electron/intake/volumes/join-volumes.ts";
import { cutAt, spannedZip } from "../../support/cut-zip.ts";
import { codesOf, inspectBytes, verdictsOf } from "../../support/inspect-bytes.ts";
import { docxWith, paragraph } from "../../support/office-fixture.ts";
import { rawZip } from "../../support/raw-zip.ts";

const zip = rawZip([
  { name: "方案.docx", content: docxWith(paragraph("一、工作基础")) },
  { name: "说明.txt", content: "甲".repeat(200) },
]);

interface Arrival {
  readonly path: string;
  readonly bytes: Buffer;
  readonly sender?: string;
  readonly receivedAt?: string;
}

async function arrive(...arrivals: readonly Arrival[]): Promise<InspectedFile[]> {
  const files = await Promise.all(
    arrivals.map(async ({ path, bytes, ...provenance }) => {
      const [file] = await inspectBytes(path, bytes);
      if (!file) throw new Error(path);
      return { ...file, provenance: { ...file.provenance, ...provenance } };
    }),
  );
  return files.flat();
}

const numbered = (folder: string, pieces: readonly Buffer[]): Arrival[] =>
  pieces.map((bytes, index) => ({ path: `${folder}材料.zip.${String(index + 1).padStart(3, "0")}`, bytes }));
const spanned = (folder: string, pieces: readonly Buffer[]): Arrival[] =>
  pieces.map((bytes, index) => ({
    path: `${folder}材料.${index === pieces.length - 1 ? "zip" : `z${String(index + 1).padStart(2, "0")}`}`,
    bytes,
  }));
const inside = ["方案.docx ok", "说明.txt ok"];

async function readJoined(files: readonly InspectedFile[]): Promise<string[][]> {
  const joined = joinVolumes(files);
  const results = await Promise.all(joined.map(({ input }) => inspectBytes(input.path, input.bytes)));
  return results.map(verdictsOf);
}

describe("an archive that was cut into pieces", () => {
  it("is joined wherever it was cut, in any order of arrival, and reads as before", async () => {
    const places = fc.array(fc.nat({ max: zip.length - 1 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(places, fc.boolean(), fc.boolean(), async (cuts, isSpanned, turned) => {
        const pieces = isSpanned ? spannedZip(zip, cuts) : cutAt(zip, cuts);
        fc.pre(pieces.length > 1);
        const arrivals = isSpanned ? spanned("收件/", pieces) : numbered("收件/", pieces);
        const path = "收件/材料（已合并）.zip";
        expect(await readJoined(await arrive(...(turned ? arrivals.toReversed() : arrivals)))).toEqual([
          [`${path} ok`, ...inside.map((name) => `${path}!/${name}`)],
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it("and sent in several mails arrives with the last of them", async () => {
    const [first, second] = spanned("", spannedZip(zip, [300]));
    if (!first || !second) throw new Error("two pieces");
    const files = await arrive(
      { ...second, path: "1.eml!/材料.zip", sender: "li@a.cn", receivedAt: "2021-11-27T08:00:00.000Z" },
      { ...first, path: "2.eml!/材料.z01", sender: "li@a.cn", receivedAt: "2021-11-28T08:00:00.000Z" },
    );
    const [joined] = joinVolumes(files);
    expect(joined?.input.provenance).toEqual({
      path: "2.eml!/材料（已合并）.zip",
      sender: "li@a.cn",
      receivedAt: "2021-11-28T08:00:00.000Z",
    });
    const part = files[0] && joinedPart(files[0], joined?.input.path ?? "");
    expect(part && [part.status, part.error, part.extraction?.kind, codesOf(part)]).toEqual([
      "ok",
      null,
      "archive",
      ["volume-joined"],
    ]);
  });

  it("is not mixed with another of the same name from another sender", async () => {
    const other = rawZip([{ name: "乙.txt", content: "乙".repeat(300) }]);
    const from = (sender: string, folder: string, pieces: readonly Buffer[]) =>
      numbered("", pieces).map((arrival, index) => ({
        ...arrival,
        path: `${folder}${index}.eml!/${arrival.path}`,
        sender,
      }));
    const files = await arrive(
      ...from("a@a.cn", "甲", cutAt(zip, [200])),
      ...from("b@b.cn", "乙", cutAt(other, [100])),
    );
    const joined = await readJoined(files);
    expect(joined.map((lines) => lines.slice(1).map((line) => line.split("!/").at(-1)))).toEqual([
      inside,
      ["乙.txt ok"],
    ]);
    // Nobody says who sent them: none of them is guessed to belong to the other.
    expect(joinVolumes(files.map((file) => ({ ...file, provenance: { path: file.file } })))).toEqual([]);
  });

  it("is left as it is when a piece is missing, was changed, or is of another kind", async () => {
    const pieces = cutAt(zip, [200, 400]);
    const all = numbered("", pieces);
    expect(await readJoined(await arrive(...all.slice(0, 2)))).toEqual([]);
    expect(await readJoined(await arrive(...all.slice(1)))).toEqual([]);
    expect(await readJoined(await arrive(...spanned("", spannedZip(zip, [200, 400])).slice(1)))).toEqual([]);
    const rar = all.map((piece) => ({ ...piece, path: piece.path.replace(".zip.", ".rar.") }));
    expect(await readJoined(await arrive(...rar))).toEqual([]);
  });

  it("whose directory lies about its pieces is not followed", async () => {
    const bytes = fc.record({
      cut: fc.nat({ max: zip.length - 1 }),
      changes: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(bytes, async ({ cut, changes }) => {
        const pieces = spannedZip(zip, [cut]);
        for (const [at, value] of changes) {
          const last = pieces.at(-1);
          if (last) last[last.length - 1 - (at % last.length)] = value;
        }
        for (const lines of await readJoined(await arrive(...spanned("", pieces))))
          expect(lines.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
