/** Words of a printed margin without the codes for place, font, size and page: `&L&"宋体"&12单位：万元&R&P`. */
export const marginWords = (text: string): string =>
  text
    .replace(/&"[^"]*"|&K[\da-f]{6}|&\d+|&[A-Z]/gi, (code) => (/^&[LCR]$/i.test(code) ? " " : ""))
    .replaceAll("&&", "&")
    .trim();
