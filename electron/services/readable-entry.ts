import type { AuditEntry } from "../../shared/contract/app.ts";

/** For people: an item of the score form under its title, where the record kept one beside the id. */
export function readableEntry(entry: AuditEntry): AuditEntry {
  const { item, itemTitle } = entry.detail;
  return item === undefined || itemTitle === undefined
    ? entry
    : { ...entry, detail: { ...entry.detail, item: itemTitle } };
}
