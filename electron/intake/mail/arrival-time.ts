import { DateTime } from "luxon";
import type { Reading } from "../reading.ts";

/** Day of the week in front of a date: it says nothing more, and some programs write a wrong one. */
const weekday = /^[a-z]{3,9},? /i;

/** Moment of a date as mails write it, `null` when it is none. */
export const instant = (text: string): string | null => {
  const written = text.trim().replace(/\s+/g, " ").replace(weekday, "");
  const date = DateTime.fromRFC2822(written, { zone: "utc" });
  return date.isValid ? date.toISO() : null;
};

/** Moment at the end of a `Received` header, where the server that wrote it says when it took the mail. */
export const instantOfReceived = (header: string): string | null =>
  instant(header.slice(header.lastIndexOf(";") + 1));

interface MailTimes {
  /** As the server or the mailbox that took it says. */
  readonly received: string | null;
  /** When the mail arrived that it is attached to. */
  readonly within: string | null;
  /** As its sender says. */
  readonly sent: string | null;
}

/** When a mail arrived. What a sender writes comes last: it must not make a late mail one in time. */
export function arrivalTime({ received, within, sent }: MailTimes, reading: Reading): string | null {
  if (received !== null) return received;
  if (within !== null) {
    reading.messages.add("mail-time-outer");
    return within;
  }
  reading.messages.add(sent === null ? "mail-date-missing" : "mail-date-sent");
  return sent;
}
