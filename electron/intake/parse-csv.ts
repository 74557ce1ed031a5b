/** Collects the values of one row; those beyond the limit are only counted. */
class Row {
  readonly values: string[] = [];
  count = 0;
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  add(value: string): void {
    this.count += 1;
    if (this.count <= this.most) this.values.push(value);
  }
}

/** A row of delimited text: its values up to the limit, and how many there are. */
export interface CsvRow {
  readonly values: readonly string[];
  readonly count: number;
}

/** Position behind the quoted text that begins at `at`, and the text; an end that is missing is the end of the file. */
function quotedAt(text: string, at: number): { readonly value: string; readonly to: number } {
  let from = at + 1;
  let value = "";
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return { value: value + text.slice(from), to: text.length };
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, to: quote + 1 };
    value += '"';
    from = quote + 2;
  }
}

const escaped = (mark: string): string => mark.replace(/[$()*+.?[\\\]^{|}-]/g, "\\$&");

/**
 * Rows of delimited text (RFC 4180: quotes double inside quotes, line breaks may stand inside them). Values stay the
 * strings they are: spreadsheet libraries turn `1-2` into a date. At most `most` values of a row are kept.
 */
export function* parseCsv(
  text: string,
  delimiter: string,
  most = Number.POSITIVE_INFINITY,
): Generator<CsvRow> {
  const end = new RegExp(`[${escaped(delimiter)}\\r\\n]`, "g");
  let row = new Row(most);
  let at = 0;
  let open = false;
  while (at < text.length) {
    const quoted = text[at] === '"' ? quotedAt(text, at) : null;
    end.lastIndex = quoted?.to ?? at;
    const stop = end.test(text) ? end.lastIndex - 1 : text.length;
    row.add((quoted?.value ?? "") + text.slice(quoted?.to ?? at, stop));
    const mark = text[stop];
    open = mark === delimiter;
    at = stop + (mark === "\r" && text[stop + 1] === "\n" ? 2 : 1);
    if (open) continue;
    yield row;
    row = new Row(most);
  }
  if (!open) return;
  row.add("");
  yield row;
}
