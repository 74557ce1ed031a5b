import type { SubjectId } from "../../scheme/scheme.ts";
import { compact } from "../../text/normalise-text.ts";

/** Endings of full official names, by what kind of body they end. Longer endings first. */
const endings: readonly (readonly [RegExp, SubjectId])[] = [
  [
    /(?:有限责任公司|股份有限公司|集团有限公司|有限公司|集团公司|股份公司|合作社|企业集团|\(有限合伙\))$/,
    "enterprise",
  ],
  [/(?:科学院|研究总院|研究院|研究所|研究中心|设计院|勘察院|农科院|林科院|科学研究院)$/, "institute"],
  [/(?:大学|学院|高等专科学校|职业技术大学|师范学校|党校)$/, "university"],
  [
    /(?:开发区|高新区|经开区|示范区|园区|产业园|工业园|科技园|创业园|试验区|新区|自贸区|保税区|综保区|集中区|科技城|自治县|自治州|街道|[\u4e00-\u9fff]县|[\u4e00-\u9fff]{2}[区市])$/,
    "region",
  ],
];

const authority = /(?:人民政府|管理委员会|管委会|党工委)$/;
const drc = /(?:发展和改革|发展改革|发改)(?:委员会|委|局|科技局)$|(?:厅|办公室|科技局|教育局)$/;

/** （湘潭综合保税区）, （长沙第二产业园）: another name, or a place; （有限合伙） is part of the name. */
const withoutAlias = (name: string): string =>
  name.replace(/\((?!(?:有限|普通)合伙|[^()]*联合)[^()]*\)$/, "");

/** What kind of applicant a full name belongs to, when its ending says so; `null` otherwise. */
export function subjectOfName(name: string): SubjectId | null {
  const clean = withoutAlias(compact(name)).replace(authority, "");
  if (drc.test(clean)) return null;
  return endings.find(([pattern]) => pattern.test(clean))?.[1] ?? null;
}

/** A commission that forwards applications is never an applicant. */
export const isForwarder = (name: string): boolean => drc.test(compact(name));

/** Any of them could be called so: 自治区双创示范基地基本量化指标 names no applicant. */
const anywhere =
  /^(?:自治区|示范区|实验区|试验区|开发区|高新区|经开区|产业园|科技园|(?:全|本|该|各|我)[省市县区州])$/;

/** Does this read like the full name of a body that can apply? */
export function isOrganisationName(text: string): boolean {
  const clean = withoutAlias(compact(text));
  if (anywhere.test(clean)) return false;
  return (
    clean.length >= 3 && clean.length <= 40 && !/[,。;:!?、|]/.test(clean) && subjectOfName(clean) !== null
  );
}
