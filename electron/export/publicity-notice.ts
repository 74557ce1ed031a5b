import type { PublicityTerms } from "../../shared/contract/export.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import { type Line, writeOfficialDocument } from "./official-document.ts";
import { listLines, type RecommendationList, titleLines } from "./recommendation-list.ts";

const BLANK = "＿＿＿＿＿＿";
const orBlank = (value: string): string => (value.trim() === "" ? BLANK : value.trim());

/**
 * 公示稿 as .docx: the recommended applicants with the period of publicity and where objections go: in writing and with a real name
 * (DOMAIN.md section 4). It is a draft; what the leadership decides later is not in the panel's ranking.
 */
export function writePublicityNotice(list: RecommendationList, terms: PublicityTerms): Promise<Buffer> {
  const title = say("zh", "export.publicity.title", { list: list.title });
  const filled = (key: "period" | "objection" | "contact"): Line => ({
    style: "text",
    text: say("zh", `export.publicity.${key}`, {
      from: orBlank(terms.from),
      to: orBlank(terms.to),
      contact: orBlank(terms.contact),
      phone: orBlank(terms.phone),
      address: orBlank(terms.address),
    }),
  });
  const lines: Line[] = [
    ...titleLines(title).map((text): Line => ({ style: "title", text })),
    { style: "blank", text: "" },
    { style: "text", text: say("zh", "export.publicity.opening") },
    filled("period"),
    filled("objection"),
    filled("contact"),
    { style: "blank", text: "" },
    ...listLines(list),
    { style: "blank", text: "" },
    { style: "signature", text: BLANK },
    { style: "signature", text: say("zh", "export.publicity.date") },
  ];
  return writeOfficialDocument(lines, {
    title,
    at: list.at,
    ...(list.margin ? { margin: list.margin } : {}),
  });
}
