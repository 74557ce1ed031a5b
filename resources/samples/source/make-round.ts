import { toGbk } from "../write/gbk.ts";
import { type Attachment, type NameStyle, writeMail } from "../write/mail.ts";
import { writeZip } from "../write/zip.ts";
import { type Delivery, deliveries, flags } from "./deliveries.ts";
import { expectedApplicant, type PlacedFile } from "./expected.ts";

export interface SampleRound {
  /** Path below round/ → bytes. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Text of expected.json. */
  readonly expected: string;
}

export async function makeRound(): Promise<SampleRound> {
  const files = new Map<string, Buffer>();
  const placed: PlacedFile[] = [];
  for (const delivery of deliveries) {
    for (const file of delivery.files) placed.push({ path: pathOf(delivery, file.name), file });
    for (const [path, data] of await pack(delivery)) files.set(path, data);
  }
  return { files, expected: `${JSON.stringify(expectation(placed), null, 2)}\n` };
}

function pathOf(delivery: Delivery, name: string): string {
  if (delivery.kind === "folder") return `${delivery.path}/${name}`;
  if (delivery.kind === "mail-with-zip") return `${delivery.path}!/${delivery.zip}!/${name}`;
  return `${delivery.path}!/${name}`;
}

interface Made {
  readonly name: string;
  readonly data: Buffer;
}

async function pack(delivery: Delivery): Promise<[string, Buffer][]> {
  const made: Made[] = [];
  for (const file of delivery.files) made.push({ name: file.name, data: await file.make() });
  switch (delivery.kind) {
    case "folder":
      return made.map(({ name, data }) => [`${delivery.path}/${name}`, data]);
    case "zip":
      return [[delivery.path, archive(made, delivery.gbk)]];
    case "mail":
      return [[delivery.path, writeMail({ ...delivery.mail, attachments: attach(made, delivery.styles) })]];
    case "mail-with-zip": {
      const zip = { name: delivery.zip, data: archive(made, true) };
      return [
        [delivery.path, writeMail({ ...delivery.mail, attachments: attach([zip], ["rfc2047-gb2312-b"]) })],
      ];
    }
  }
}

const archive = (made: readonly Made[], gbk: boolean): Buffer =>
  writeZip(
    made.map(({ name, data }) => ({
      name: gbk ? toGbk(name) : Buffer.from(name, "utf8"),
      utf8Flag: !gbk,
      data,
    })),
  );

const attach = (made: readonly Made[], styles: readonly NameStyle[]): Attachment[] =>
  made.map(({ name, data }, i) => ({ name, data, style: styles[i % styles.length] ?? "rfc2047-gb2312-b" }));

function expectation(placed: readonly PlacedFile[]) {
  const applicants = [...new Set(placed.flatMap(({ file }) => (file.applicant ? [file.applicant] : [])))];
  return {
    scheme: "hunan-2021",
    note: "示例。表格中的事实应全部读出；正文中的事实列出的都应读出，但不保证列全。金额单位均为万元。",
    applicants: applicants.map((applicant) =>
      expectedApplicant(applicant, placed, flags[applicant.id] ?? {}),
    ),
    applicationTables: placed
      .filter(({ file }) => file.applications)
      .map(({ path, file }) => ({
        file: path,
        rows: file.applications?.map(({ name, city, subject, direction, contact }) => ({
          name,
          city,
          subject,
          direction,
          contact: contact.name,
        })),
      })),
    mails: deliveries.flatMap((delivery) =>
      "mail" in delivery
        ? [
            {
              file: delivery.path,
              sender: delivery.mail.from,
              subject: delivery.mail.subject,
              receivedAt: delivery.mail.receivedAt,
            },
          ]
        : [],
    ),
    files: placed.map(({ path, file }) => ({
      path,
      kind: file.kind,
      ...(file.refusal ? { refusal: file.refusal } : {}),
      ...(file.scan ? { scan: true } : {}),
    })),
  };
}
