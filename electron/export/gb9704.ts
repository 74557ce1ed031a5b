/**
 * GB/T 9704-2012 in the units of WordprocessingML: lengths in twips (1/20 pt), type sizes in half points.
 * Some offices use other margins; that is why `margin` is a value and not written into the layout.
 */
export const gb9704 = {
  /** 5.1: A4, 210 mm × 297 mm. */
  page: { width: 11906, height: 16838 },
  /** 5.2.1: 天头 37 mm ± 1 mm, 订口 28 mm ± 1 mm, 版心 156 mm × 225 mm; what is left over is bottom 35 and right 26 mm. */
  margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 },
  /** 7.5: the number stands 7 mm under the text area: 35 − 7 mm above the edge, less its own 14 pt. */
  footer: 1307,
  /** 5.2.3: 22 lines of 28 characters. 225 mm ÷ 22 = 579 twips; 580 would fit only 21 lines. */
  linePitch: 579,
  /** 156 mm ÷ 28 = 15.79 pt for a character of 16 pt; in 1/4096 pt. */
  charSpace: -849,
  /** Taken from every character of 16 pt so that 28 of them fit into 156 mm = 8844 twips: 28 × (320 − 5) = 8820. */
  characterSpacing: -5,
  size: { title: 44, text: 32, pageNumber: 28 },
  /** 7.3.3: 首行左空二字, in 1/100 of a character. */
  indentChars: 200,
  /** 7.5: 居右空一字, 居左空一字. */
  pageNumberIndentChars: 100,
} as const;

const latin = { ascii: "Times New Roman", hAnsi: "Times New Roman", cs: "Times New Roman" } as const;

/** Named everywhere, in every run: without it WPS complains about theme fonts that are not there. */
export const fonts = {
  text: { ...latin, eastAsia: "仿宋" },
  levelOne: { ...latin, eastAsia: "黑体" },
  levelTwo: { ...latin, eastAsia: "楷体" },
  title: { ...latin, eastAsia: "方正小标宋简体" },
  pageNumber: { ascii: "宋体", hAnsi: "宋体", cs: "宋体", eastAsia: "宋体" },
} as const;

export type Font = (typeof fonts)[keyof typeof fonts];

/** What to show where a font is not installed: 方正小标宋 is not free and cannot come with the program. */
export const fallbackFonts: Readonly<Record<string, string>> = {
  方正小标宋简体: "宋体",
  仿宋: "仿宋_GB2312",
  楷体: "楷体_GB2312",
};

const digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 1 → 一, 12 → 十二, 20 → 二十: numbers of first-level headings, up to 99. */
export function headingNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? "" : `${tens === 1 ? "" : digits[tens]}十`;
  return `${head}${ones === 0 && tens > 0 ? "" : digits[ones]}`;
}
