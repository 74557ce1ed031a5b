import { findCity } from "../../scheme/city-name.ts";
import { normaliseText, rawSpan } from "../../text/normalise-text.ts";
import { relateNames } from "../../text/organisation-name.ts";
import type { Document } from "../document.ts";
import type { Evidence } from "../evidence.ts";
import type { Applicant, Application } from "../fact.ts";
import { isForwarder, isOrganisationName, subjectOfName } from "../identity/applicant-name.ts";
import { cityOfName } from "../identity/city-of-name.ts";
import { directionOfText, directionsIn, subjectOfText } from "../identity/identity-words.ts";
import { type Context, textEvidence } from "./context.ts";
import type { LabelKind, Labelled } from "./label-values.ts";

interface Found<Value> {
  readonly value: Value;
  readonly sure: boolean;
  readonly evidence: Evidence;
}

export interface ApplicantInput {
  readonly document: Document;
  readonly labelled: readonly Labelled[];
  readonly applications: readonly Application[];
}

/** 某大学湖南省双创示范基地建设实施方案, 关于某大学创建……的申报材料 */
const titled =
  /^(?:关于)?(.{3,40}?)(?:(?:19|20)\d{2}年(?:度)?)?(?:申报|创建|建设|申请)?(?:(?:19|20)\d{2}年(?:度)?)?(?:湖南省|广西壮族自治区|广西|河北省|自治区级?|省级?|国家级?)?(?:大众创业[、,]?万众创新|["“]?双创["”]?)(?:示范)?基地/;
const endsFirst = /^(.{3,40}?)(?:\(.*\))?$/;
const titleBlocks = 12;

function fromTitle(context: Context, document: Document): Found<string> | null {
  for (const [index, block] of document.blocks.slice(0, titleBlocks).entries()) {
    if ((block.kind !== "heading" && block.kind !== "paragraph") || block.text.length > 80) continue;
    const normalised = normaliseText(block.text);
    const name =
      titled.exec(normalised.text.trim())?.[1] ??
      (index < 6 ? endsFirst.exec(normalised.text.trim())?.[1] : undefined);
    if (name === undefined || !isOrganisationName(name) || isForwarder(name)) continue;
    const at = normalised.text.indexOf(name);
    const span = rawSpan(normalised, at, at + name.length);
    const repeated = document.blocks.some(
      (other, place) => place !== index && other.kind === "paragraph" && other.text.includes(span.text),
    );
    return {
      value: span.text,
      sure: titled.test(normalised.text.trim()) || repeated,
      evidence: textEvidence(context, block.id, span, span.text),
    };
  }
  return null;
}

const ofKind = (labelled: readonly Labelled[], kind: LabelKind): Labelled[] =>
  labelled.filter((item) => item.kind === kind);

const stampMarks = /[(（](?:盖章|公章|加盖公章|章)[)）]/g;

function nameOf(context: Context, input: ApplicantInput): Found<string> | null {
  const named = ofKind(input.labelled, "name")
    .map((item) => ({ ...item, value: item.value.replace(stampMarks, "").trim() }))
    .filter((item) => item.value.length >= 3 && item.value.length <= 40 && !isForwarder(item.value));
  const [first] = named;
  if (first !== undefined) {
    const one = named.every((item) => relateNames(item.value, first.value) === "same");
    return { value: first.value, sure: one && isOrganisationName(first.value), evidence: first.evidence };
  }
  const [row, more] = input.applications;
  if (row !== undefined && more === undefined) return { value: row.name, sure: true, evidence: row.evidence };
  const title = fromTitle(context, input.document);
  if (title !== null) return title;
  const reporter = ofKind(input.labelled, "reporter").find(
    (item) => isOrganisationName(item.value) && !isForwarder(item.value),
  );
  const value = reporter?.value.replace(stampMarks, "").trim();
  return reporter === undefined || value === undefined
    ? null
    : { value, sure: false, evidence: reporter.evidence };
}

function cityFor(context: Context, input: ApplicantInput, name: Found<string> | null): Found<string> | null {
  const cities = context.scheme?.cities ?? [];
  for (const item of ofKind(input.labelled, "city")) {
    const city = findCity(cities, item.value) ?? (cities.length === 0 ? item.value : null);
    if (city !== null) return { value: city, sure: true, evidence: item.evidence };
  }
  const [row, more] = input.applications;
  if (row !== undefined && more === undefined && row.city !== "")
    return { value: row.city, sure: cities.includes(row.city), evidence: row.evidence };
  const byName = name === null ? null : cityOfName(cities, name.value);
  if (name !== null && byName !== null) return { value: byName, sure: name.sure, evidence: name.evidence };
  return cityInText(context, input.document, cities, name);
}

/** 学校位于株洲市: the only city the opening paragraphs name is a hint, not a certainty. */
function cityInText(
  context: Context,
  document: Document,
  cities: readonly string[],
  name: Found<string> | null,
): Found<string> | null {
  if (name === null) return null;
  for (const block of document.blocks) {
    if (block.kind !== "paragraph") continue;
    const named = cities.filter((city) => block.text.includes(city));
    const [city] = named;
    if (city === undefined) continue;
    if (named.length > 1) return null;
    const normalised = normaliseText(block.text);
    const at = normalised.text.indexOf(city);
    const span = rawSpan(normalised, at, at + city.length);
    return {
      value: city,
      sure: /位于|坐落|地处|驻地/.test(block.text),
      evidence: textEvidence(context, block.id, span, span.text),
    };
  }
  return null;
}

function labelledChoice<Value>(
  items: readonly Labelled[],
  read: (text: string) => Value | null,
): Found<Value> | null {
  const found = items.flatMap((item) => {
    const value = read(item.value);
    return value === null ? [] : [{ value, sure: true, evidence: item.evidence }];
  });
  const [first] = found;
  return first === undefined ? null : { ...first, sure: new Set(found.map((item) => item.value)).size === 1 };
}

function directionInText(
  context: Context,
  document: Document,
): Found<NonNullable<ReturnType<typeof directionOfText>>> | null {
  const counts = new Map<string, number>();
  let first: Found<NonNullable<ReturnType<typeof directionOfText>>> | null = null;
  for (const block of document.blocks) {
    if (block.kind === "table" || block.kind === "image") continue;
    const normalised = normaliseText(block.text);
    for (const found of normalised.text.matchAll(/(?:创业就业|融通创新|精益创业|全球化创业)方向/g)) {
      const [direction] = directionsIn(found[0]);
      if (direction === undefined) continue;
      counts.set(direction, (counts.get(direction) ?? 0) + 1);
      const span = rawSpan(normalised, found.index, found.index + found[0].length);
      first ??= { value: direction, sure: true, evidence: textEvidence(context, block.id, span, span.text) };
    }
  }
  return first === null ? null : { ...first, sure: counts.size === 1 };
}

/** Who applies, where, as what and in which direction, each with its place; unsure where a person must look. */
export function readApplicant(context: Context, input: ApplicantInput): Applicant {
  const name = nameOf(context, input);
  const [row, more] = input.applications;
  const only = more === undefined ? row : undefined;
  const bySuffix = name === null ? null : subjectOfName(name.value);
  const subject =
    labelledChoice(ofKind(input.labelled, "subject"), subjectOfText) ??
    (only?.subject != null ? { value: only.subject, sure: true, evidence: only.evidence } : null) ??
    (name !== null && bySuffix !== null
      ? { value: bySuffix, sure: name.sure, evidence: name.evidence }
      : null);
  const direction =
    labelledChoice(ofKind(input.labelled, "direction"), directionOfText) ??
    (only?.direction != null ? { value: only.direction, sure: true, evidence: only.evidence } : null) ??
    directionInText(context, input.document);
  return { name, city: cityFor(context, input, name), subject, direction };
}
