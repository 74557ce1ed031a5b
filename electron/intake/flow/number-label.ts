const digits = "零一二三四五六七八九";
const legalDigits = "零壹贰叁肆伍陆柒捌玖";
const stems = "甲乙丙丁戊己庚辛壬癸";
const branches = "子丑寅卯辰巳午未申酉戌亥";

/** 1 to 9999 in Chinese: 十二, 一百零五. `units` are the words for ten, hundred and thousand. */
function counted(value: number, words: string, units: readonly string[], shortTen: boolean): string {
  let text = "";
  let gap = false;
  const figures = String(value);
  for (const [index, figure] of [...figures].entries()) {
    const place = figures.length - index - 1;
    if (figure === "0") gap = text !== "";
    else {
      text += `${gap ? words[0] : ""}${words[Number(figure)]}${units[place - 1] ?? ""}`;
      gap = false;
    }
  }
  return shortTen && value >= 10 && value < 20 ? text.slice(1) : text;
}

const enclosed = (first: number, value: number): string =>
  value >= 1 && value <= 20 ? String.fromCodePoint(first + value - 1) : String(value);

const letters = (value: number, first: number): string =>
  String.fromCharCode(first + ((value - 1) % 26)).repeat(Math.min(Math.ceil(value / 26), 5));

const romanSteps = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
] as const;

function roman(value: number): string {
  let text = "";
  let rest = value;
  for (const [step, sign] of romanSteps)
    while (rest >= step) {
      text += sign;
      rest -= step;
    }
  return text;
}

const chinese = (value: number): string => counted(value, digits, ["十", "百", "千"], true);
const figureByFigure = (value: number, zero: string): string =>
  [...String(value)].map((figure) => (figure === "0" ? zero : (digits[Number(figure)] ?? ""))).join("");

const formats: Readonly<Record<string, (value: number) => string>> = {
  none: () => "",
  bullet: () => "",
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: (value) => letters(value, 65),
  lowerLetter: (value) => letters(value, 97),
  decimalZero: (value) => String(value).padStart(2, "0"),
  decimalFullWidth: (value) =>
    [...String(value)].map((figure) => "０１２３４５６７８９"[Number(figure)]).join(""),
  decimalEnclosedCircle: (value) => enclosed(0x2460, value),
  decimalEnclosedCircleChinese: (value) => enclosed(0x2460, value),
  decimalEnclosedParen: (value) => enclosed(0x2474, value),
  decimalEnclosedFullstop: (value) => enclosed(0x2488, value),
  ideographEnclosedCircle: (value) => (value <= 10 ? enclosed(0x3280, value) : chinese(value)),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  koreanCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  chineseLegalSimplified: (value) => counted(value, legalDigits, ["拾", "佰", "仟"], false),
  ideographLegalTraditional: (value) => counted(value, legalDigits, ["拾", "佰", "仟"], false),
  japaneseLegal: (value) => counted(value, legalDigits, ["拾", "佰", "仟"], false),
  ideographDigital: (value) => figureByFigure(value, "〇"),
  taiwaneseDigital: (value) => figureByFigure(value, "○"),
  japaneseDigitalTenThousand: (value) => figureByFigure(value, "〇"),
  ideographTraditional: (value) => (value <= 10 ? (stems[value - 1] ?? "") : String(value)),
  ideographZodiac: (value) => (value <= 12 ? (branches[value - 1] ?? "") : String(value)),
};

/** Formats by their number in old Word files and RTF (`nfc`); the rest count in plain figures. */
const byNumber: Readonly<Record<number, string>> = {
  1: "upperRoman",
  2: "lowerRoman",
  3: "upperLetter",
  4: "lowerLetter",
  10: "ideographDigital",
  11: "japaneseCounting",
  14: "decimalFullWidth",
  16: "japaneseLegal",
  18: "decimalEnclosedCircle",
  19: "decimalFullWidth",
  22: "decimalZero",
  23: "bullet",
  26: "decimalEnclosedFullstop",
  27: "decimalEnclosedParen",
  28: "decimalEnclosedCircleChinese",
  29: "ideographEnclosedCircle",
  30: "ideographTraditional",
  31: "ideographZodiac",
  33: "taiwaneseCounting",
  34: "ideographLegalTraditional",
  35: "taiwaneseCountingThousand",
  36: "taiwaneseDigital",
  37: "chineseCounting",
  38: "chineseLegalSimplified",
  39: "chineseCountingThousand",
  255: "none",
};

export const formatByNumber = (nfc: number): string => byNumber[nfc] ?? "decimal";

/** A number as a list shows it, by the format names of OOXML (ISO 29500, 17.18.59); unknown ones count in figures. */
export function numberLabel(value: number, format: string): string {
  if (value < 1 || value > 9999) return format === "none" || format === "bullet" ? "" : String(value);
  return formats[format]?.(value) ?? String(value);
}
