import type { FileKind } from "../submission/document.ts";
import type { Dossier } from "../submission/dossier.ts";
import { byText } from "../text/by-text.ts";
import { findCity } from "./city-name.ts";
import type { Finding } from "./finding.ts";
import { makeFinding } from "./make-finding.ts";
import type { Scheme } from "./scheme.ts";

/** A paper that speaks for a whole city: its 推荐文件, its 申报汇总表. */
export interface CityPaper {
  readonly kind: FileKind;
  /** `null`: it does not say of which city it is. */
  readonly city: string | null;
  readonly file: string;
  readonly refused: boolean;
}

type Attachment = Scheme["attachments"][number];

function judge(attachment: Attachment, city: string, papers: readonly CityPaper[]): Finding {
  const own = papers.filter((paper) => paper.city === city);
  const lost = papers.filter((paper) => paper.city === null);
  const names = (list: readonly CityPaper[]): string =>
    [...new Set(list.map((paper) => paper.file))].sort(byText).join("、");
  const base = {
    rule: `attachment:${attachment.id}:${city}`,
    kind: "attachment",
    subject: `${attachment.title}（${city}）`,
    source: attachment.source,
  } as const;
  if (own.some((paper) => !paper.refused))
    return makeFinding({ ...base, status: "met", params: { city, files: names(own) } });
  if (own.length > 0)
    return makeFinding({
      ...base,
      status: "to-confirm",
      reason: "unread",
      params: { city, files: names(own) },
    });
  return lost.length > 0
    ? makeFinding({
        ...base,
        status: "to-confirm",
        reason: "unread-files",
        params: { city, files: names(lost) },
      })
    : makeFinding({
        ...base,
        status: "not-reported",
        reason: "per-city",
        params: { city, title: attachment.title },
      });
}

/** Papers each recommending city hands in once, for every city that has a submission. `undefined`: nobody knows what arrived. */
export function checkCityPapers(
  scheme: Scheme,
  dossiers: readonly Dossier[],
  papers: readonly CityPaper[] | undefined,
): Finding[] {
  if (papers === undefined) return [];
  const asked = scheme.attachments.filter(
    (attachment) => attachment.per === "city" && attachment.delivers !== undefined,
  );
  const sent = new Set(
    dossiers.map((dossier) => findCity(scheme.cities, dossier.identity.city?.value ?? "")),
  );
  const cities = scheme.cities.filter((city) => sent.has(city));
  const byKind = Map.groupBy(papers, (paper) => paper.kind);
  return asked.flatMap((attachment) => {
    const own = attachment.delivers === undefined ? [] : (byKind.get(attachment.delivers) ?? []);
    return cities.map((city) => judge(attachment, city, own));
  });
}
