import { readFileSync } from "node:fs";
import path from "node:path";
import { loadRegistry, loadScheme, loadSchemes } from "../../electron/services/resources.ts";
import type { Result } from "../../shared/contract/result.ts";
import type { RegistryEntry } from "../../shared/scheme/registry.ts";
import type { Scheme } from "../../shared/scheme/scheme.ts";
import type {
  Dossier,
  DossierFile,
  Fact,
  FactState,
  IdentityValue,
} from "../../shared/submission/dossier.ts";
import type { Evidence } from "../../shared/submission/evidence.ts";
import type { Project, Qualifier } from "../../shared/submission/fact.ts";

const root = path.join(import.meta.dirname, "../..");

function need<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.params)}`);
  return result.value;
}

export const schemeOf = (id: string): Scheme =>
  need(loadScheme(path.join(root, `resources/schemes/${id}.json`)));

export const allSchemes = (): Scheme[] => need(loadSchemes(path.join(root, "resources/schemes")));

export const registry = (): RegistryEntry[] => need(loadRegistry(path.join(root, "resources/registry")));

export const noticeOf = (id: string): string =>
  readFileSync(path.join(root, `test/fixtures/notices/${id}.txt`), "utf8");

export const sha = (letter: string): string => letter.repeat(64);

export const evidence = (text: string, block = "b1", file = "指标表.xlsx"): Evidence => ({
  file,
  sha256: sha("a"),
  block,
  text,
});

interface FactPart {
  readonly id?: string;
  readonly unit?: string;
  readonly year?: number;
  readonly qualifier?: Qualifier;
  readonly state?: FactState;
  readonly role?: Fact["role"];
  readonly text?: string;
  readonly block?: string;
  readonly file?: string;
  readonly doubt?: string;
  readonly sure?: boolean;
}

let facts = 0;

/** A fact as a reader gives it: sure, unless the part says otherwise. */
export function fact(key: string, value: string, part: FactPart = {}): Fact {
  facts += 1;
  const state = part.state ?? "read";
  const unit = part.unit ?? unitOf(key);
  const role = part.role ?? "value";
  const year = part.year === undefined ? {} : { year: part.year };
  return {
    id: part.id ?? `f${facts}`,
    read:
      state === "typed"
        ? null
        : {
            key,
            value,
            unit,
            ...year,
            ...(part.qualifier === undefined ? {} : { qualifier: part.qualifier }),
            role,
            sure: part.sure ?? state !== "to-confirm",
            ...(part.doubt === undefined ? {} : { doubt: part.doubt }),
            evidence: evidence(part.text ?? value, part.block ?? `b${facts}`, part.file),
          },
    state,
    key,
    value,
    unit,
    ...year,
    role,
    correction:
      state === "typed" || state === "corrected"
        ? { by: "张三", at: "2021-12-01T01:00:00Z", reason: "核对" }
        : null,
  };
}

const units = new Map(schemeOf("guangxi-2020").indicators.map((indicator) => [indicator.id, indicator.unit]));
const unitOf = (key: string): string => units.get(key) ?? "";

export const identity = (value: string, state: FactState = "read"): IdentityValue => ({
  value,
  state,
  readValue: value,
  evidence: evidence(value, "b9"),
  correction: null,
});

export const file = (kind: DossierFile["kind"], part: Partial<DossierFile> = {}): DossierFile => ({
  sha256: sha("b"),
  name: `${kind}.docx`,
  bytes: 1000,
  kind,
  status: "ok",
  error: null,
  messages: [],
  provenance: [],
  ...part,
});

export const project = (
  name: string,
  totalInvestment: string | null,
  part: Partial<Project> = {},
): Project => ({
  name,
  organization: "单位",
  content: "",
  period: "",
  totalInvestment,
  funding: [],
  remark: "",
  evidence: evidence(`${name} ${totalInvestment ?? ""}`, "b3", "项目表.xlsx"),
  ...part,
});

type Who = readonly [name: string, city: string, subject: string, direction: string];

/** A submission in good order except for what a test is about. */
export function dossier(number: number, who: Who, part: Partial<Dossier> = {}): Dossier {
  const [name, city, subject, direction] = who;
  return {
    submission: `s${number}`,
    number,
    version: 1,
    digest: sha("c"),
    identity: {
      name: name === "" ? null : identity(name),
      city: city === "" ? null : identity(city),
      subject: subject === "" ? null : identity(subject),
      direction: direction === "" ? null : identity(direction),
    },
    receivedAt: "2020-09-20T02:00:00Z",
    sender: null,
    files: [file("plan")],
    facts: [],
    projects: [],
    statedTotals: [],
    outline: [],
    totalChars: 4800,
    ...part,
  };
}
