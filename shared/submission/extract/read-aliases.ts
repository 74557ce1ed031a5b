import { compact } from "../../text/normalise-text.ts";
import { organisationName, relateNames } from "../../text/organisation-name.ts";
import type { Document } from "../document.ts";

/** 湘潭示例经济技术开发区（以下简称“莲城经开区”或“开发区”） */
const given =
  /([^\s,，。；;:：、()（）“”"]{3,40})\s*[(（,，]\s*(?:以下|下文)(?:统|均)?(?:简称|称)(?:为|[:：])?\s*([^)）,，。；;]{2,40})/gu;
const quotes = /[“”"'‘’「」『』《》\s]/g;

/** Names any body may give itself: they tell nobody apart. */
const anybody =
  /^(?:本|我|该|全)?(?:学校|校|公司|院|学院|大学|研究院|研究所|园区|高新区|经开区|开发区|新区|产业园|示范基地|基地|单位|集团|企业|管委会|委员会|市|县|区|双创基地)$/;

const leastName = 6;
const places = /^(?:.{1,8}[省市州县区])+$/;

/** The name without the province or city it stands in: 岳麓高新区 of 长沙市岳麓高新区. */
function isLocalName(before: string, name: string): boolean {
  const [shorter, longer] = [compact(before), compact(name)];
  if (shorter.length < leastName || !longer.endsWith(shorter)) return false;
  return places.test(longer.slice(0, longer.length - shorter.length));
}

const isOf = (before: string, name: string): boolean =>
  compact(before).endsWith(compact(name)) ||
  relateNames(before, name) === "same" ||
  isLocalName(before, name);

/**
 * Short names a text gives the applicant `name`, as written: only where the full name stands right before them, and never a
 * word any body could call itself (学校, 园区 …). In order, each once.
 */
export function readAliases(document: Document, name: string): string[] {
  const found = new Set<string>();
  const texts = document.blocks.flatMap((block) =>
    block.kind === "table"
      ? block.cells.map((cell) => cell.text)
      : block.kind === "image"
        ? []
        : [block.text],
  );
  for (const text of texts) {
    if (!/(?:以下|下文)/.test(text)) continue;
    for (const [, before = "", named = ""] of text.matchAll(given)) {
      if (!isOf(before, name)) continue;
      for (const part of named.split(/或者?|、|和/)) {
        const alias = part.replace(quotes, "");
        const usable = alias.length >= 2 && alias.length <= 20 && !anybody.test(alias);
        if (usable && organisationName(alias).keys.length > 0 && alias !== name) found.add(alias);
      }
    }
  }
  return [...found];
}
