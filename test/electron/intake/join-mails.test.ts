import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InspectedFile } from "../../../electron/intake/inspect.ts";
import { isMailPiece, joinMails } from "../../../electron/intake/volumes/join-mails.ts";
import { joinedPart } from "../../../electron/intake/volumes/join-volumes.ts";
import { codesOf, inspectBytes, outlineOf, verdictsOf } from "../../support/inspect-bytes.ts";
import { mailWith } from "../../support/mail-fixture.ts";
import { docxWith, paragraph } from "../../support/office-fixture.ts";

/** The mail as it was before a server cut it. */
const whole = mailWith({
  headers: ["Subject: =?utf-8?B?5Y+M5Yib?=", "Message-ID: <whole@a.cn>"],
  body: "随信报送",
  attachments: [
    {
      headers: ["Content-Disposition: attachment; filename=plan.docx"],
      content: docxWith(paragraph("一、工作基础")),
    },
  ],
});

/** Cut into numbered pieces at these places (RFC 2046, 5.2.2). */
function pieces(cuts: readonly number[], id = "x@a.cn"): Buffer[] {
  const places = [0, ...new Set(cuts.map((cut) => 1 + (cut % (whole.length - 1)))), whole.length];
  const sorted = places.sort((a, b) => a - b);
  const total = sorted.length - 1;
  return sorted.slice(1).map((end, index) => {
    const head = [
      `Received: from a; Fri, 26 Nov 2021 0${index + 1}:00:00 +0800`,
      "From: li@a.cn",
      `Subject: part ${index + 1}`,
      "MIME-Version: 1.0",
      `Message-ID: <${index}@a.cn>`,
      "Content-Type: message/partial;",
      ` id="${id}"; number=${index + 1}${index + 1 === total ? `; total=${total}` : ""}`,
      "",
      "",
    ].join("\r\n");
    return Buffer.concat([Buffer.from(head), whole.subarray(sorted[index], end)]);
  });
}

async function arrive(bytes: readonly Buffer[]): Promise<InspectedFile[]> {
  const read = bytes.map((mail, index) => inspectBytes(`收件/${index + 1}.eml`, mail));
  return (await Promise.all(read)).flat();
}

describe("a mail that was sent in numbered pieces", () => {
  it("is joined wherever it was cut, in any order of arrival, and arrives with its last piece", async () => {
    const cuts = fc.array(fc.nat(), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(cuts, fc.boolean(), async (places, turned) => {
        const cut = pieces(places);
        const files = await arrive(turned ? cut.toReversed() : cut);
        expect(files.every(isMailPiece)).toBe(true);
        const [joined, ...others] = joinMails(files);
        if (!joined) throw new Error("not joined");
        const [mail, plan] = await inspectBytes(joined.input.path, joined.input.bytes);
        expect([others.length, mail?.status, mail?.provenance.subject, mail?.provenance.sender]).toEqual([
          0,
          "ok",
          "双创",
          "li@a.cn",
        ]);
        expect(mail?.provenance.receivedAt).toBe(`2021-11-25T${16 + cut.length}:00:00.000Z`);
        expect(plan && [plan.file.split("!/").at(-1), outlineOf(plan)]).toEqual([
          "plan.docx",
          ["h1 一、工作基础"],
        ]);
      }),
      { numRuns: 30 },
    );
  });

  it("says of each piece where it is read", async () => {
    const files = await arrive(pieces([200]));
    expect(verdictsOf(files)).toEqual(["收件/1.eml partial", "收件/2.eml partial"]);
    const [joined] = joinMails(files);
    const [first] = files;
    const part = first && joinedPart(first, joined?.input.path ?? "");
    expect(part && [part.status, part.extraction?.kind, codesOf(part)]).toEqual([
      "ok",
      "mail",
      ["mail-joined"],
    ]);
    expect(part?.messages[0]?.text).toContain("收件/2（已合并）.eml");
  });

  it("is left in pieces when one is missing, two claim one place, or they are of two mails", async () => {
    const [first, second, third] = pieces([200, 400]);
    if (!first || !second || !third) throw new Error("three pieces");
    const [, foreign] = pieces([300, 500], "y@b.cn");
    const [, changed] = pieces([200, 500]);
    for (const set of [
      [first, second],
      [second, third],
      [first, foreign, third],
      [first, second, changed, third],
    ])
      expect(joinMails(await arrive(set.flatMap((piece) => piece ?? [])))).toEqual([]);
    expect(joinMails(await arrive([first, second, second, third]))).toHaveLength(1);
  });
});
