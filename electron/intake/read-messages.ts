import type { ReadMessage } from "../../shared/submission/document.ts";
import { type MessageCode, refusals } from "../../shared/text/catalogue/refusals.ts";

const fill = (template: string, params: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);

/** Collects the notes about one file; the same note about the same place is kept once. */
export class ReadMessages {
  readonly list: ReadMessage[] = [];
  private readonly seen = new Set<string>();

  add(code: MessageCode, place = "", params: Readonly<Record<string, string>> = {}): void {
    const key = `${code}\n${place}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.list.push({ code, place, text: fill(refusals.zh[`message.${code}`], { place, ...params }) });
  }
}
