import { describe, expect, it } from "vitest";
import { codesOf, inspectBytes, inspectOne, outlineOf, verdictsOf } from "../../support/inspect-bytes.ts";
import { mailWith } from "../../support/mail-fixture.ts";
import { msgWith } from "../../support/msg-fixture.ts";
import { docxWith, paragraph } from "../../support/office-fixture.ts";
import { tnefWith } from "../../support/tnef-fixture.ts";

const docx = docxWith(paragraph("正文"));
const delivered = Date.UTC(2021, 10, 28, 9, 30);
/** 方案 in GBK. */
const gbk = Buffer.from("b7bdb0b8", "hex");

describe("an Outlook message", () => {
  it("gives sender, subject, time of arrival, text, attachments and messages attached to it", async () => {
    const files = await inspectBytes(
      "报送.msg",
      msgWith({
        subject: "报送材料",
        senderName: "张三",
        senderAddress: "zs@example.gov.cn",
        body: "附件请查收。\r\n联系人：张三",
        delivered,
        attachments: [
          { name: "方案.docx", content: docx },
          {
            name: "转发",
            message: {
              subject: "内件",
              body: "内文",
              sent: delivered,
              attachments: [{ name: "a.docx", content: docx }],
            },
          },
          { name: "logo.png", content: Buffer.from("89504e470d0a1a0a", "hex"), hidden: true },
        ],
      }),
    );
    expect(verdictsOf(files)).toEqual([
      "报送.msg ok",
      "报送.msg!/方案.docx ok",
      "报送.msg!/转发.msg ok",
      "报送.msg!/转发.msg!/a.docx ok",
      "报送.msg!/logo.png ok",
    ]);
    const [mail, plan, inner, , logo] = files;
    expect(mail && outlineOf(mail)).toEqual(["h1 报送材料", "p 附件请查收。", "p 联系人：张三"]);
    expect(plan?.provenance).toEqual({
      sender: "张三 <zs@example.gov.cn>",
      subject: "报送材料",
      receivedAt: "2021-11-28T09:30:00.000Z",
      path: "报送.msg!/方案.docx",
    });
    expect(mail && codesOf(mail)).toEqual([]);
    expect([inner && codesOf(inner), inner && outlineOf(inner)]).toEqual([
      ["mail-time-outer"],
      ["h1 内件", "p 内文"],
    ]);
    expect(logo?.extraction?.kind).toBe("noise");
  });

  it("takes the time from its headers where Outlook noted none, and reads GBK text", async () => {
    const file = await inspectOne(
      "a.msg",
      msgWith({
        headers:
          "Received: from a by b; Sun, 28 Nov 2021 17:30:00 +0800\r\nReceived: x; Sun, 28 Nov 2021 01:00:00 +0800\r\n",
        narrow: { "0037": gbk, "1000": gbk },
      }),
    );
    expect(file.provenance).toMatchObject({ subject: "方案", receivedAt: "2021-11-28T09:30:00.000Z" });
    expect(outlineOf(file)).toEqual(["h1 方案", "p 方案"]);
  });

  it("says when no one knows when it came", async () => {
    expect(codesOf(await inspectOne("a.msg", msgWith({ body: "x" })))).toEqual(["mail-date-missing"]);
  });

  it("is broken when it is cut, or names itself as its own folder", async () => {
    const whole = msgWith({
      subject: "甲",
      body: "乙".repeat(5000),
      attachments: [{ name: "a", content: docx }],
    });
    expect((await inspectOne("a.msg", whole.subarray(0, whole.length - 3000))).error?.code).toBe("broken");
    const ring = Buffer.from(whole);
    const at = ring.indexOf(Buffer.from("__attach_version1.0", "utf16le"));
    ring.writeUInt32LE(0, at + 76);
    expect((await inspectOne("a.msg", ring)).error?.code).toBe("broken");
  });
});

describe("winmail.dat", () => {
  it("inside a mail gives its attachments, with the mail's own sender and time", async () => {
    const winmail = tnefWith({
      subject: "报送",
      body: Buffer.from("正文\r\n"),
      attachments: [
        { title: gbk, longName: "实施方案.docx", content: docx },
        { title: Buffer.concat([gbk, Buffer.from(".docx")]), content: docx },
        {
          title: Buffer.from("内件"),
          message: { attachments: [{ title: Buffer.from("b.docx"), content: docx }] },
        },
      ],
    });
    const files = await inspectBytes(
      "a.eml",
      mailWith({
        headers: ["From: a@b.cn", "Received: x; Fri, 25 Sep 2020 16:59:30 +0800", "Subject: s"],
        body: "见附件",
        attachments: [
          {
            headers: [
              "Content-Type: application/ms-tnef",
              'Content-Disposition: attachment; filename="winmail.dat"',
            ],
            content: winmail,
          },
        ],
      }),
    );
    expect(verdictsOf(files)).toEqual([
      "a.eml ok",
      "a.eml!/winmail.dat ok",
      "a.eml!/winmail.dat!/实施方案.docx ok",
      "a.eml!/winmail.dat!/方案.docx ok",
      "a.eml!/winmail.dat!/内件.dat ok",
      "a.eml!/winmail.dat!/内件.dat!/b.docx ok",
    ]);
    expect(files[2]?.provenance).toMatchObject({ sender: "a@b.cn", receivedAt: "2020-09-25T08:59:30.000Z" });
    expect(files[1] && outlineOf(files[1])).toEqual(["h1 报送", "p 正文"]);
  });

  it("is broken when its lengths lie", async () => {
    const whole = tnefWith({ subject: "甲", attachments: [{ title: gbk, content: docx }] });
    expect((await inspectOne("winmail.dat", whole.subarray(0, 60))).error?.code).toBe("broken");
  });
});
