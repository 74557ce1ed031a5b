import { describe, expect, it } from "vitest";
import { codesOf, inspectBytes, outlineOf, verdictsOf } from "../../support/inspect-bytes.ts";
import { encodedWord, mailWith, percentEncoded } from "../../support/mail-fixture.ts";
import { docxWith, paragraph } from "../../support/office-fixture.ts";
import { rawZip } from "../../support/raw-zip.ts";

const good = docxWith(paragraph("正文"));
const gbk = Buffer.from("b7bdb0b8", "hex"); // 方案
const rare = Buffer.from("95328236", "hex"); // 𠀀, four bytes in GB18030
const headers = [
  "Received: from b by c (Coremail); Fri, 25 Sep 2020 16:59:30 +0800 (CST)",
  "Received: from a by b; Thu, 24 Sep 2020 10:00:00 +0800",
  `From: ${encodedWord("gb2312", gbk)} <zhang@example.cn>`,
  "Date: Thu, 24 Sep 2020 09:59:00 +0800",
];

describe("a mail", () => {
  it("gives sender, subject, time of arrival and text, and hands them on to its attachments", async () => {
    const bytes = mailWith({
      headers: [...headers, `Subject: ${encodedWord("gbk", gbk)}`],
      body: "各位老师：\n\n附件请查收。",
      attachments: [
        {
          headers: [`Content-Disposition: attachment; filename="${encodedWord("GBK", gbk)}.docx"`],
          content: good,
        },
      ],
    });
    const [mail, attachment] = await inspectBytes("in/1.eml", bytes);
    const provenance = {
      sender: "方案 <zhang@example.cn>",
      subject: "方案",
      receivedAt: "2020-09-25T08:59:30.000Z",
    };
    expect(mail).toMatchObject({
      status: "ok",
      messages: [],
      provenance: { path: "in/1.eml", ...provenance },
    });
    expect(mail?.extraction?.kind).toBe("mail");
    expect(mail && outlineOf(mail)).toEqual(["h1 方案", "p 各位老师：", "p 附件请查收。"]);
    expect(attachment).toMatchObject({
      file: "in/1.eml!/方案.docx",
      status: "ok",
      provenance: { path: "in/1.eml!/方案.docx", ...provenance },
    });
  });

  it("reads attachment names in every encoding met", async () => {
    const named = (header: string | Buffer) => ({ headers: [header], content: good });
    const bytes = mailWith({
      headers,
      attachments: [
        named(`Content-Disposition: attachment; filename*=gb18030''${percentEncoded(rare)}.docx`),
        named(
          `Content-Disposition: attachment; filename*0*=GBK''${percentEncoded(gbk)};\r\n filename*1=-2.docx`,
        ),
        named(
          `Content-Type: application/octet-stream; name="${encodedWord("utf-8", Buffer.from("甲"))}.docx"`,
        ),
        named(`Content-Disposition: attachment; filename="${encodedWord("GB2312", rare)}-3.docx"`),
        named(
          Buffer.concat([
            Buffer.from('Content-Disposition: attachment; filename="'),
            gbk,
            Buffer.from('-4.docx"'),
          ]),
        ),
        named('Content-Disposition: attachment; filename="../../x.docx"'),
      ],
    });
    expect((await inspectBytes("1.eml", bytes)).slice(1).map((file) => file.file.slice(7))).toEqual([
      "𠀀.docx",
      "方案-2.docx",
      "甲.docx",
      "𠀀-3.docx",
      "方案-4.docx",
      ".._.._x.docx",
    ]);
  });

  it("is opened when it is attached to another mail, and so are archives", async () => {
    const inner = mailWith({
      headers: ["From: li@example.cn", "Date: Wed, 23 Sep 2020 08:00:00 +0800", "Subject: inner"],
      body: "内",
      attachments: [
        {
          headers: ['Content-Disposition: attachment; filename="a.zip"'],
          content: rawZip([{ name: "a.docx", content: good }]),
        },
      ],
    });
    const bytes = mailWith({
      headers: [...headers, "Subject: outer"],
      body: "外",
      attachments: [
        {
          headers: ['Content-Type: message/rfc822; name="转发.eml"', "Content-Transfer-Encoding: base64"],
          content: inner,
        },
      ],
    });
    const files = await inspectBytes("o.eml", bytes);
    expect(verdictsOf(files)).toEqual([
      "o.eml ok",
      "o.eml!/转发.eml ok",
      "o.eml!/转发.eml!/a.zip ok",
      "o.eml!/转发.eml!/a.zip!/a.docx ok",
    ]);
    expect(files.at(-1)?.provenance).toMatchObject({
      sender: "li@example.cn",
      receivedAt: "2020-09-25T08:59:30.000Z",
    });
    expect(files[1] && codesOf(files[1])).toEqual(["mail-time-outer"]);
  });

  it("keeps its own time of arrival when it was forwarded as it had come in", async () => {
    const inner = mailWith({
      headers: ["From: li@example.cn", "Received: from x; Wed, 23 Sep 2020 08:00:00 +0800", "Subject: inner"],
      body: "内",
    });
    const rfc822 = ["Content-Type: message/rfc822", "Content-Transfer-Encoding: base64"];
    const bytes = mailWith({ headers, body: "外", attachments: [{ headers: rfc822, content: inner }] });
    const [, attached] = await inspectBytes("o.eml", bytes);
    expect([attached?.provenance.receivedAt, attached && codesOf(attached)]).toEqual([
      "2020-09-23T00:00:00.000Z",
      [],
    ]);
  });

  it("has signature pictures, which are noise, and scans, which are not", async () => {
    const png = Buffer.from("89504e470d0a1a0a00", "hex");
    const bytes = mailWith({
      headers,
      body: '<p>甲</p><img src="cid:logo"><br>乙',
      bodyType: "text/html",
      attachments: [
        {
          headers: [
            "Content-Type: image/png; name=logo.png",
            "Content-ID: <logo>",
            "Content-Disposition: inline",
          ],
          content: png,
        },
        {
          headers: ["Content-Type: image/png", "Content-Disposition: attachment; filename=scan.png"],
          content: Buffer.concat([png, png]),
        },
      ],
    });
    const files = await inspectBytes("1.eml", bytes);
    expect(files.slice(1).map((file) => [file.file, file.status, codesOf(file)])).toEqual([
      ["1.eml!/logo.png", "ok", ["noise"]],
      ["1.eml!/scan.png", "partial", ["image-only"]],
    ]);
    expect(files[0] && outlineOf(files[0])).toEqual(["p 甲", "p 乙"]);
  });

  it.each([
    "Thu, 25 Sep 2020 16:59:30 +0800",
    "Fri,  25 Sep 2020 16:59:30 +0800 (CST)",
    "25 Sep 2020 16:59:30 +0800",
    "Friday, 25 Sep 2020 16:59:30 +0800",
  ])("arrived at the time its server wrote, whatever day of the week it put in front: %s", async (time) => {
    const [mail] = await inspectBytes(
      "1.eml",
      mailWith({ headers: ["From: a@b.cn", `Received: from x; ${time}`, "To: c@d.cn"], body: "x" }),
    );
    expect([mail?.provenance.receivedAt, mail && codesOf(mail)]).toEqual(["2020-09-25T08:59:30.000Z", []]);
  });

  it("without any date says that a person must look", async () => {
    const [mail] = await inspectBytes(
      "1.eml",
      mailWith({ headers: ["From: a@b.cn", "To: c@d.cn"], body: "x" }),
    );
    expect(mail && codesOf(mail)).toEqual(["mail-date-missing"]);
    expect(mail?.provenance).toEqual({ path: "1.eml", sender: "a@b.cn" });
  });

  it("that is cut off in the middle still gives what is whole", async () => {
    const bytes = mailWith({
      headers,
      attachments: [{ headers: ['Content-Disposition: attachment; filename="a.docx"'], content: good }],
    });
    const files = await inspectBytes("1.eml", bytes.subarray(0, bytes.length - 300));
    expect(verdictsOf(files)).toEqual(["1.eml ok", "1.eml!/a.docx refused broken"]);
  });
});
