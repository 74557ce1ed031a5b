import { DateTime } from "luxon";

/** Every notice counts in Beijing time, whatever the laptop's clock zone is. */
const ZONE = "Asia/Shanghai";

/** `12345.50` → `12,345.50`: groups the digits of a decimal string, never through a float. Other text stays. */
export function formatDecimal(value: string): string {
  const parts = /^(-?)(\d+)(\.\d+)?$/.exec(value);
  if (!parts) return value;
  const [, sign = "", whole = "", fraction = ""] = parts;
  return `${sign === "-" ? "−" : ""}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${fraction}`;
}

/** A difference with its sign always shown: `+1,120`, `−0.5`, `0`. */
export const formatMargin = (value: string): string =>
  /^-|^0+(\.0+)?$/.test(value) ? formatDecimal(value) : `+${formatDecimal(value)}`;

/** `11-28 23:40`; a year other than the reader's present one is said: `2021-11-28 23:40`. */
export function formatInstant(instant: string, now: Date = new Date()): string {
  const at = DateTime.fromISO(instant, { zone: ZONE });
  if (!at.isValid) return instant;
  const sameYear = at.year === DateTime.fromJSDate(now, { zone: ZONE }).year;
  return at.toFormat(sameYear ? "MM-dd HH:mm" : "yyyy-MM-dd HH:mm");
}

/** What a `datetime-local` field holds, meant in Beijing time, as an ISO instant. */
export const instantOf = (local: string): string =>
  DateTime.fromISO(local, { zone: ZONE }).toUTC().toISO() ?? "";

/** Wall clock of the laptop, for "saved at". */
export const formatClock = (at: Date): string => DateTime.fromJSDate(at).toFormat("HH:mm:ss");

const UNITS = ["B", "KB", "MB", "GB"] as const;

/** Bytes as people say them: `512 B`, `1.4 MB`. */
export function formatBytes(bytes: number): string {
  let amount = bytes;
  let unit = 0;
  while (amount >= 1024 && unit < UNITS.length - 1) {
    amount /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? amount : amount.toFixed(1)} ${UNITS[unit]}`;
}

/** Last part of a path, also of `outer!/inner/name`. */
export const fileNameOf = (path: string): string => path.split(/!\/|[/\\]/).at(-1) ?? path;
