import { DateTime } from "luxon";

/** `2021年11月28日 23:40`, Beijing time: on paper the year is said and days have no leading zeros. */
export function fullInstant(instant: string, locale: "zh" | "en"): string {
  const at = DateTime.fromISO(instant, { zone: "Asia/Shanghai" });
  if (!at.isValid) return instant;
  return at.toFormat(locale === "zh" ? "yyyy年M月d日 HH:mm" : "yyyy-MM-dd HH:mm");
}
