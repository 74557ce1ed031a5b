/** How a file can be shown beside its reading view, by its name. */
export type FileFormat = "word" | "old-word" | "pdf" | "picture" | "sheet" | "other";

const formats: Readonly<Record<string, FileFormat>> = {
  docx: "word",
  docm: "word",
  dotx: "word",
  doc: "old-word",
  dot: "old-word",
  wps: "old-word",
  wpt: "old-word",
  rtf: "old-word",
  odt: "old-word",
  pdf: "pdf",
  xlsx: "sheet",
  xlsm: "sheet",
  xls: "sheet",
  et: "sheet",
  ods: "sheet",
  csv: "sheet",
  png: "picture",
  jpg: "picture",
  jpeg: "picture",
  gif: "picture",
  bmp: "picture",
};

/** With its point, in lower case: `.doc`. */
export const extensionOf = (name: string): string => /\.[^./\\]{1,8}$/.exec(name)?.[0]?.toLowerCase() ?? "";

export const formatOf = (name: string): FileFormat => formats[extensionOf(name).slice(1)] ?? "other";
