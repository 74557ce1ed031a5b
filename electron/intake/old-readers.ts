type OldReaders = Pick<typeof import("./read-doc.ts"), "readDoc"> &
  Pick<typeof import("./read-old-workbook.ts"), "readXls">;

let readers: OldReaders | null = null;

/** Readers for what may lie embedded in a newer document, with their libraries: most documents hold nothing. */
export async function loadOldReaders(): Promise<void> {
  if (readers !== null) return;
  const [{ readDoc }, { readXls }] = await Promise.all([
    import("./read-doc.ts"),
    import("./read-old-workbook.ts"),
  ]);
  readers = { readDoc, readXls };
}

/** After `loadOldReaders`. */
export function oldReaders(): OldReaders {
  if (readers === null) throw new Error("old readers are not loaded");
  return readers;
}
