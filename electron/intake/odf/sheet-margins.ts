import { attribute, type XmlAttributes, type XmlHandlers } from "../parse-xml.ts";

const margin = /^(header|footer)(-left|-first)?$/;
/** Filled in when the sheet is printed: what stands here is nobody's text. */
const fields = /^(sheet-name|page-number|page-count|date|time|file-name|title)$/;

/** What is printed above and below the sheets, by the name of the page style; those switched off are left out. */
export class SheetMargins implements XmlHandlers {
  readonly byPage = new Map<string, string[]>();
  private texts: string[] = [];
  private depth = 0;
  private fieldDepth = 0;

  open(name: string, attributes: XmlAttributes): void {
    if (name === "master-page") {
      this.texts = [];
      this.byPage.set(attribute(attributes, "name") ?? "", this.texts);
    } else if (this.depth > 0) this.openInside(name);
    else if (margin.test(name) && attribute(attributes, "display") !== "false") {
      this.depth = 1;
      this.texts.push("");
    }
  }

  private openInside(name: string): void {
    this.depth += 1;
    if (this.fieldDepth > 0 || fields.test(name)) this.fieldDepth += 1;
    else if (/^(p|h|tab|s|line-break)$/.test(name)) this.add(" ");
  }

  text(text: string): void {
    if (this.depth > 0 && this.fieldDepth === 0) this.add(text);
  }

  private add(text: string): void {
    this.texts[this.texts.length - 1] += text;
  }

  close(): void {
    if (this.depth > 0) this.depth -= 1;
    if (this.fieldDepth > 0) this.fieldDepth -= 1;
  }
}
