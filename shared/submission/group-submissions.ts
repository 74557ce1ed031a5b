import { findCity } from "../scheme/city-name.ts";
import type { Scheme } from "../scheme/scheme.ts";
import { byText } from "../text/by-text.ts";
import { compact } from "../text/normalise-text.ts";
import { organisationName } from "../text/organisation-name.ts";
import type { Applicant, Extraction, Provenance } from "./fact.ts";
import { subjectOfName } from "./identity/applicant-name.ts";
import { addsTo } from "./mail-body.ts";

/** A file as it arrived, with what was read out of it; `null` when it was refused. */
export interface GroupFile {
  readonly file: string;
  readonly sha256: string;
  readonly provenance: Provenance;
  readonly extraction: Extraction | null;
  /** Path of the mail or archive it came in; `null` for a loose file. */
  readonly container: string | null;
}

export interface SubmissionGroup {
  readonly name: Applicant["name"];
  readonly files: GroupFile[];
}

export interface GroupedSubmissions {
  readonly submissions: SubmissionGroup[];
  /** Cover letters, the city's 申报汇总表 and files no submission could be found for. */
  readonly roundFiles: GroupFile[];
}

interface Group {
  readonly keys: Set<string>;
  city: string | null;
  readonly files: GroupFile[];
}

const byPlace = (a: GroupFile, b: GroupFile): number => byText(a.file, b.file) || byText(a.sha256, b.sha256);

const knownScopes = new WeakMap<GroupFile, readonly string[]>();

/** Folders, archives and mails around a file, innermost first. The place where everything lies is none of them. */
function scopesOf(file: GroupFile): readonly string[] {
  const known = knownScopes.get(file) ?? findScopes(file);
  knownScopes.set(file, known);
  return known;
}

function findScopes(file: GroupFile): string[] {
  const scopes: string[] = [];
  let path = file.file.replace(/\\/g, "/");
  for (;;) {
    const inner = path.lastIndexOf("!/");
    const folder = path.lastIndexOf("/");
    const cut = inner >= 0 && inner + 1 >= folder ? inner : folder;
    if (cut <= 0) break;
    path = path.slice(0, cut);
    scopes.push(path);
  }
  if (file.container !== null && !scopes.includes(file.container)) scopes.push(file.container);
  return scopes;
}

const isMail = (file: GroupFile): boolean => file.extraction?.kind === "mail";

/** Belongs to a city and not to one applicant: a table of several applicants, or a letter that names none or several. */
function isOfRound(file: GroupFile): boolean {
  const { extraction } = file;
  return extraction?.kind === "application-table" && extraction.applications.length > 1;
}

function nameOf(file: GroupFile): string | null {
  const { extraction } = file;
  if (extraction === null || ["letter", "evidence", "mail"].includes(extraction.kind)) return null;
  return extraction.applicant.name?.value ?? null;
}

function cityOf(file: GroupFile, scheme: Scheme | null): string | null {
  const city = file.extraction?.applicant.city;
  if (city == null || !city.sure) return null;
  return scheme === null ? city.value : findCity(scheme.cities, city.value);
}

/**
 * Keys of a file's applicant with those of its short names, wherever a file gives them (以下简称…). A short name two
 * applicants give themselves tells nobody apart.
 */
function keysWithAliases(files: readonly GroupFile[]): (file: GroupFile) => readonly string[] {
  const owners = new Map<string, Set<string>>();
  const own = new Map(files.map((file) => [file, organisationName(nameOf(file) ?? "").keys]));
  for (const [file, keys] of own) {
    for (const alias of file.extraction?.aliases ?? [])
      for (const key of organisationName(alias).keys) {
        const known = owners.get(key);
        const same = known === undefined || keys.some((one) => known.has(one));
        owners.set(key, new Set(same ? [...(known ?? []), ...keys] : []));
      }
  }
  return (file) => {
    const keys = own.get(file) ?? [];
    return [...new Set([...keys, ...keys.flatMap((key) => [...(owners.get(key) ?? [])])])];
  };
}

/** Same name and no other city: the same applicant. The same name from two cities is two submissions, for the check to see. */
function groupNamed(
  files: readonly GroupFile[],
  keysOf: (file: GroupFile) => readonly string[],
  scheme: Scheme | null,
): Group[] {
  const groups: Group[] = [];
  const byKey = new Map<string, Set<Group>>();
  const withCity = files.map((file) => ({ file, city: cityOf(file, scheme) }));
  const withCityFirst = withCity.sort(
    (a, b) => Number(a.city === null) - Number(b.city === null) || byPlace(a.file, b.file),
  );
  for (const { file, city } of withCityFirst) {
    const keys = keysOf(file);
    const alike = new Set(keys.flatMap((key) => [...(byKey.get(key) ?? [])]));
    const same = [...alike].filter((group) => city === null || group.city === null || group.city === city);
    const [first] = same.sort(
      (a, b) => nearness(b, file) - nearness(a, file) || byText(firstPath(a), firstPath(b)),
    );
    const group: Group = first ?? { keys: new Set(), city, files: [] };
    if (first === undefined) groups.push(group);
    group.files.push(file);
    group.city ??= city;
    for (const key of keys) {
      group.keys.add(key);
      addTo(byKey, key, group);
    }
  }
  return groups;
}

function addTo(index: Map<string, Set<Group>>, key: string, group: Group): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, new Set([group]));
  else known.add(group);
}

const firstPath = (group: Group): string => [...group.files].sort(byPlace)[0]?.file ?? "";

/** Scopes a group shares with a file. */
const nearness = (group: Group, file: GroupFile): number => {
  const own = scopesOf(file);
  return Math.max(
    0,
    ...group.files.map((other) => scopesOf(other).filter((scope) => own.includes(scope)).length),
  );
};

/** 湖南工业大学/ says whose files it holds, 证明材料/ does not. */
function folderName(scope: string): string | null {
  const name = (scope.split("/").at(-1) ?? "").replace(/!$/, "").replace(/\.(?:zip|eml|msg|rar|7z)$/i, "");
  const bare = name
    .replace(/^[\d.、（）()\s-]+/, "")
    .replace(/(?:申报|双创|示范基地|材料|资料).*$/, "")
    .replace(/[-_—\s]+$/, "");
  return /\.(?:eml|msg)$/i.test(scope) || subjectOfName(bare) === null || /市$/.test(bare) ? null : bare;
}

/** The groups that have a file in a folder, archive or mail. */
function groupsByScope(groups: readonly Group[]): ReadonlyMap<string, ReadonlySet<Group>> {
  const byScope = new Map<string, Set<Group>>();
  for (const group of groups)
    for (const file of group.files) for (const scope of scopesOf(file)) addTo(byScope, scope, group);
  return byScope;
}

/** Finds the submission a nameless file belongs to: the only one of its folder, archive or mail, looking outwards. */
function homesIn(groups: readonly Group[]): (file: GroupFile) => Group | null {
  const byScope = groupsByScope(groups);
  const byKey = new Map<string, Set<Group>>();
  for (const group of groups) for (const key of group.keys) addTo(byKey, key, group);
  return (file) => {
    for (const scope of scopesOf(file)) {
      const [only, more] = byScope.get(scope) ?? [];
      if (more !== undefined) return null;
      if (only !== undefined) return only;
      const owner = folderName(scope);
      if (owner !== null) {
        const { keys } = organisationName(owner);
        return groups.find((group) => keys.some((key) => byKey.get(key)?.has(group))) ?? null;
      }
    }
    return null;
  };
}

/** A plan whose applicant could not be read still is a submission, and takes its folder with it. */
function groupNameless(files: readonly GroupFile[]): Group[] {
  const owned = new Map<string, Group>();
  const groups: Group[] = [];
  for (const file of files) {
    const scope = scopesOf(file).find((candidate) => folderName(candidate) !== null);
    const isPlan = file.extraction?.kind === "plan";
    if (scope === undefined) {
      if (isPlan) groups.push({ keys: new Set(), city: null, files: [file] });
      continue;
    }
    const known = owned.get(scope);
    if (known !== undefined) known.files.push(file);
    else {
      const group = { keys: new Set<string>(), city: null, files: [file] };
      owned.set(scope, group);
      groups.push(group);
    }
  }
  return groups;
}

const kindWorth = ["plan", "application-table", "indicator-table", "project-table"];

function bestName(files: readonly GroupFile[]): Applicant["name"] {
  const worth = (file: GroupFile): number => {
    const place = kindWorth.indexOf(file.extraction?.kind ?? "");
    return place === -1 ? kindWorth.length : place;
  };
  const named = files.filter((file) => nameOf(file) !== null);
  const sure = (file: GroupFile): number => Number(file.extraction?.applicant.name?.sure ?? false);
  const [best] = [...named].sort((a, b) => sure(b) - sure(a) || worth(a) - worth(b) || byPlace(a, b));
  return best?.extraction?.applicant.name ?? null;
}

/** The only submission whose applicant the subject of the mail names: 关于望月示例创业园补充材料的报送. */
function homesBySubject(groups: readonly Group[]): (file: GroupFile) => Group | null {
  const known = groups.map((group) => ({ group, names: [...new Set(group.files.flatMap(namesOf))] }));
  const find = (subject: string): Group | null => {
    const [only, more] = known.filter(({ names }) => names.some((name) => subject.includes(name)));
    return more === undefined ? (only?.group ?? null) : null;
  };
  // Many files come in one mail.
  const found = new Map<string, Group | null>();
  return (file) => {
    const subject = compact(file.provenance.subject ?? "");
    if (subject === "" || !isSupplement(file)) return null;
    const home = found.has(subject) ? (found.get(subject) ?? null) : find(subject);
    found.set(subject, home);
    return home;
  };
}

/** Long enough to stand for one applicant in a sentence. */
const namesOf = (file: GroupFile): string[] =>
  [nameOf(file) ?? "", ...(file.extraction?.aliases ?? [])]
    .map(compact)
    .filter((name) => [...name].length >= 4);

/** A cover letter or a list of a city is nobody's supplement, whatever its mail says. */
const supplementKinds: ReadonlySet<string> = new Set([
  "plan",
  "indicator-table",
  "project-table",
  "evidence",
  "unknown",
]);

export const isSupplement = (file: GroupFile): boolean =>
  supplementKinds.has(file.extraction?.kind ?? "unknown");

/** The text of a mail belongs to the one applicant whose files came in it, when it says something those leave open. */
function addMails(mails: readonly GroupFile[], groups: readonly Group[]): void {
  const byScope = groupsByScope(groups);
  for (const mail of mails) {
    const [only, more] = byScope.get(mail.file) ?? [];
    if (only === undefined || more !== undefined || mail.extraction === null) continue;
    const extractions = only.files.map((file) => file.extraction);
    if (addsTo(mail.extraction, extractions)) only.files.push(mail);
  }
}

/** Files without a name of their own: to the submission around them, else one of their own with their folder. */
function placeNameless(files: readonly GroupFile[], groups: Group[]): GroupFile[] {
  const homeAmongNamed = homesIn(groups);
  const homeBySubject = homesBySubject([...groups]);
  const homes = files.map((file) => ({ file, home: homeAmongNamed(file) ?? homeBySubject(file) }));
  const homeless = homes.filter(({ home }) => home === null).map(({ file }) => file);
  for (const { file, home } of homes) home?.files.push(file);
  groups.push(...groupNameless(homeless));
  const placed = new Set(groups.flatMap((group) => group.files));
  const rest = homeless.filter((file) => !placed.has(file));
  const homeAmongAll = homesIn(groups);
  const late = rest.map((file) => ({ file, home: homeAmongAll(file) }));
  for (const { file, home } of late) home?.files.push(file);
  return late.filter(({ home }) => home === null).map(({ file }) => file);
}

/**
 * Files → submissions: by applicant name (aliases and short forms are one), then by folder, archive and mail, then by the
 * subject of the mail. What belongs to a whole city, and what no submission can be found for, stays with the round; the
 * text of a mail joins the applicant it is about. The order of the input does not matter. In steps, because thousands of
 * files take longer than a window may wait.
 */
export function* groupInSteps(
  files: readonly GroupFile[],
  scheme: Scheme | null,
): Generator<void, GroupedSubmissions> {
  const sorted = [...files].sort(byPlace);
  const ofRound = sorted.filter(isOfRound);
  const own = sorted.filter((file) => !isOfRound(file) && !isMail(file));
  const named = own.filter((file) => nameOf(file) !== null);
  const keysOf = keysWithAliases(named);
  yield;
  const groups = groupNamed(named, keysOf, scheme);
  yield;
  const homeless = placeNameless(
    own.filter((file) => nameOf(file) === null),
    groups,
  );
  yield;
  addMails(sorted.filter(isMail), groups);
  const roundFiles = [...ofRound, ...homeless].sort(byPlace);
  const submissions = groups
    .map((group) => ({ name: bestName(group.files), files: [...group.files].sort(byPlace) }))
    .sort(
      (a, b) =>
        byText(a.files[0]?.file ?? "", b.files[0]?.file ?? "") ||
        byText(a.files[0]?.sha256 ?? "", b.files[0]?.sha256 ?? ""),
    );
  return { submissions, roundFiles };
}

/** Names of applicants a file's surroundings speak of: its folders and archives, innermost first. */
export const namesAround = (file: GroupFile): string[] =>
  scopesOf(file).flatMap((scope) => folderName(scope) ?? []);
