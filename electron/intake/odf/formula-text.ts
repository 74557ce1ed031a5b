import type { XmlAttributes, XmlHandlers } from "../parse-xml.ts";

interface Open {
  readonly name: string;
  readonly parts: string[];
}

/** What the formula was typed as, kept beside it for the program that made it. */
const silent = /^annotation(-xml)?$/;

/** One number or name stands for itself; anything longer is told apart from what is around it. */
const grouped = (text: string): string => (/^[\p{L}\p{N}.%]*$/u.test(text) ? text : `(${text})`);

function written({ name, parts }: Open): string {
  const [first = "", second = ""] = parts;
  if (silent.test(name)) return "";
  if (name === "mfrac") return `${grouped(first)}/${grouped(second)}`;
  if (name === "msup") return `${grouped(first)}^${grouped(second)}`;
  if (name === "msqrt") return `√${grouped(parts.join(""))}`;
  if (name === "mfenced") return `(${parts.join(",")})`;
  return parts.join("");
}

/** A MathML formula in one line, so that 1 over 3 is not read as 13. */
export class FormulaText implements XmlHandlers {
  private readonly stack: Open[] = [{ name: "", parts: [] }];

  open(name: string, _attributes: XmlAttributes): void {
    this.stack.push({ name, parts: [] });
  }

  text(text: string): void {
    const words = text.trim();
    if (words !== "") this.stack.at(-1)?.parts.push(words);
  }

  close(): void {
    const open = this.stack.length > 1 ? this.stack.pop() : undefined;
    if (open) this.stack.at(-1)?.parts.push(written(open));
  }

  finish(): string {
    while (this.stack.length > 1) this.close();
    return this.stack[0]?.parts.join("") ?? "";
  }
}
