/** Where the original of an imported file and a file the program wrote can be fetched; the same in both ways in. */
export const contentAddress = (round: string, sha256: string): string =>
  `/files/content/${encodeURIComponent(round)}/${encodeURIComponent(sha256)}`;

/** A picture inside an imported file, by the name of its image block. */
export const pictureAddress = (round: string, sha256: string, name: string): string =>
  `/files/picture/${encodeURIComponent(round)}/${encodeURIComponent(sha256)}/${encodeURIComponent(name)}`;

export const exportAddress = (name: string): string => `/files/export/${encodeURIComponent(name)}`;
