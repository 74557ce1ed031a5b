/** Where the original of an imported file and a file the program wrote can be fetched; the same in both ways in. */
export const contentAddress = (round: string, sha256: string): string =>
  `/files/content/${encodeURIComponent(round)}/${encodeURIComponent(sha256)}`;

export const exportAddress = (name: string): string => `/files/export/${encodeURIComponent(name)}`;
