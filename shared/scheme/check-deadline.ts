import { DateTime } from "luxon";
import type { Dossier } from "../submission/dossier.ts";
import type { Finding } from "./finding.ts";
import { makeFinding } from "./make-finding.ts";
import type { Scheme } from "./scheme.ts";

type Deadline = NonNullable<Scheme["deadline"]>;

const format = "yyyy-MM-dd HH:mm";

/** China has kept one offset all year since 1992; a fixed one is looked up in no table, which counts for 1,000 submissions. */
const offset: Readonly<Record<Deadline["zone"], string>> = { "Asia/Shanghai": "UTC+8" };

/** The last instant in time, or of the day when the notice gives no hour. */
function endOf({ date, time, zone }: Deadline): DateTime {
  const day = DateTime.fromISO(date, { zone: offset[zone] });
  if (time === null || time === "24:00") return day.plus({ days: 1 });
  const [hour = "0", minute = "0"] = time.split(":");
  return day.set({ hour: Number(hour), minute: Number(minute) });
}

const isUntold = (iso: string): boolean => !/T\d{2}:\d{2}/.test(iso);

/** 24:00 still is that day; the next one begins right after it. */
const inTime = (received: DateTime, deadline: Deadline): boolean => {
  const end = endOf(deadline);
  return deadline.time === null || deadline.time === "24:00" ? received < end : received <= end;
};

/**
 * When the material arrived against the last day. Unknown arrival, and the same day where the notice gives no hour (下班前), are
 * for a person to confirm. Times are shown in the zone of the notice.
 */
export function checkDeadline(scheme: Scheme, dossier: Dossier): Finding[] {
  const { deadline } = scheme;
  return deadline === null ? [] : [judge(deadline, dossier)];
}

function judge(deadline: Deadline, dossier: Dossier): Finding {
  const base = {
    rule: "deadline",
    kind: "deadline",
    subject: "",
    expected: deadline.time === null ? deadline.date : `${deadline.date} ${deadline.time}`,
  } as const;
  const received = DateTime.fromISO(dossier.receivedAt ?? "", { zone: offset[deadline.zone] });
  if (dossier.receivedAt === null || !received.isValid)
    return makeFinding({ ...base, status: "to-confirm", reason: "time-unknown", source: deadline.source });
  const dateOnly = isUntold(dossier.receivedAt);
  const actual = received.toFormat(dateOnly ? "yyyy-MM-dd" : format);
  const sameDay = received.toISODate() === deadline.date;
  if (sameDay && (deadline.time === null || (dateOnly && deadline.time !== "24:00")))
    return makeFinding({
      ...base,
      status: "to-confirm",
      reason: "same-day",
      actual,
      source: deadline.source,
    });
  if (inTime(received, deadline))
    return makeFinding({ ...base, status: "met", actual, source: deadline.source });
  return makeFinding({
    ...base,
    status: "not-met",
    reason: deadline.lateAccepted === false ? undefined : "late-rule-unknown",
    actual,
    source: deadline.lateSource ?? deadline.source,
  });
}
