import { IntakeRefusal } from "./intake-refusal.ts";
import { type Package, type PackageEntry, readEntry } from "./open-package.ts";
import { parseXml } from "./parse-xml.ts";
import type { Reading } from "./reading.ts";

export interface Relation {
  readonly id: string;
  /** Last step of the type's address: the same for transitional and strict documents. */
  readonly type: string;
  /** Full part name, without a leading slash. */
  readonly target: string;
  readonly external: boolean;
}

const resolvePart = (base: string, target: string): string => {
  const steps = target.startsWith("/") ? [] : base.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
};

/** Parts of an office file by name (case and slashes as sloppy writers leave them), within the inflated-bytes budget. */
export class OfficeParts {
  private readonly source: Package;
  private readonly reading: Reading;
  private readonly byName = new Map<string, PackageEntry>();
  private left: number;

  constructor(source: Package, reading: Reading) {
    this.source = source;
    this.reading = reading;
    this.left = reading.limits.inflatedBytes;
    for (const entry of source.entries) {
      const name = entry.name.toLowerCase();
      if (!this.byName.has(name)) this.byName.set(name, entry);
    }
  }

  has(name: string): boolean {
    return this.byName.has(name.toLowerCase());
  }

  names(): IterableIterator<string> {
    return this.byName.keys();
  }

  read(name: string): Buffer | null {
    const entry = this.byName.get(name.toLowerCase());
    if (!entry) return null;
    this.reading.check();
    const { limits } = this.reading;
    const content = readEntry(this.source, entry, limits, Math.min(limits.partBytes, this.left));
    this.left -= content.length;
    return content;
  }

  /** What a part without which there is a document all the same gives; `otherwise`, with a message, when it is damaged. */
  spare<Value>(name: string, read: () => Value, otherwise: Value): Value {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof IntakeRefusal) || error.code !== "broken") throw error;
      this.reading.partial = true;
      this.reading.messages.add("part-unreadable", name);
      return otherwise;
    }
  }

  /** The part, or `broken`: without it there is no document. */
  require(name: string): Buffer {
    const content = this.read(name);
    if (content === null) throw new IntakeRefusal("broken", name);
    return content;
  }

  relations(part: string): Relation[] {
    const slash = part.lastIndexOf("/") + 1;
    const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
    const bytes = this.read(name);
    const list: Relation[] = [];
    if (bytes === null) return list;
    parseXml(bytes, name, this.reading, {
      open(element, { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode }) {
        if (element !== "Relationship") return;
        const external = mode === "External";
        list.push({
          id,
          type: type.slice(type.lastIndexOf("/") + 1),
          target: external ? target : resolvePart(part, target),
          external,
        });
      },
    });
    return list;
  }

  /** Name of the main part, by the package's relationships; writers do not agree on `word/document.xml`. */
  mainPart(usual: string): string {
    const main = this.relations("").find((relation) => relation.type === "officeDocument");
    return main && this.has(main.target) ? main.target : usual;
  }
}
