import { findCity } from "../../scheme/city-name.ts";
import type { Application } from "../fact.ts";
import { subjectOfName } from "../identity/applicant-name.ts";
import { directionOfText, subjectOfText } from "../identity/identity-words.ts";
import type { TableReading, TableRecord } from "../table/table-reading.ts";
import { type ApplicationRole, applicationRoles, columnOf } from "./column-roles.ts";
import { type Context, cellEvidence } from "./context.ts";

const cityInLine =
  /(?:填报|推荐|报送|申报)?单位(?:\([^)]*\))?[:：]\s*(.+?)(?:发展(?:和)?改革|发改|人民政府|$)/;

/** The city a whole table speaks for, from its 填报单位 line or title. */
function cityOfTable(context: Context, reading: TableReading): string {
  const cities = context.scheme?.cities ?? [];
  const lines = [...reading.meta.map((cell) => cityInLine.exec(cell.text)?.[1] ?? ""), reading.title ?? ""];
  for (const line of lines) {
    const found = cities.find((city) => line.includes(city)) ?? findCity(cities, line);
    if (found !== null && found !== undefined) return found;
  }
  return "";
}

/** Rows of a 申报汇总表 (附件4). A city written once for several rows counts for each of them. */
export function readApplications(context: Context, reading: TableReading): Application[] {
  const roles = applicationRoles(reading);
  const nameColumn = columnOf(roles, "name");
  const at = (record: TableRecord, role: ApplicationRole): string => {
    const column = columnOf(roles, role);
    return column === null ? "" : (record.cells.get(column) ?? []).map((cell) => cell.text.trim()).join(" ");
  };
  let city = cityOfTable(context, reading);
  return reading.records.flatMap((record) => {
    const written = at(record, "city");
    if (written !== "") city = findCity(context.scheme?.cities ?? [], written) ?? written;
    const cell = nameColumn === null ? undefined : record.cells.get(nameColumn)?.[0];
    if (cell === undefined) return [];
    const name = at(record, "name");
    return [
      {
        city,
        name,
        subject: subjectOfText(at(record, "subject")) ?? subjectOfName(name),
        direction: directionOfText(at(record, "direction")),
        contact: [at(record, "contact"), at(record, "phone")].filter((text) => text !== "").join(" "),
        evidence: cellEvidence(context, reading.block, cell),
      },
    ];
  });
}
