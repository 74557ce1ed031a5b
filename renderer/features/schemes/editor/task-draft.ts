import type { Task } from "../../../../shared/scheme/scheme.ts";
import { freshId } from "./draft-scheme.ts";
import { chineseNumber, tidyLine } from "./plan-text.ts";

const chapter = /^[一二三四五六七八九十]+、/;
const lettered = /^[（(]([一二三四五六七八九十]+)[）)]/;
const numbered = /^(\d{1,3})[.．、](?!\d)\s*/;
const leads = "(?:牵头|责任|主办|负责)(?:单位|部门|处室)?";
const helpers = "(?:配合|参与|参加|协同|协办|协作)(?:单位|部门|处室)?";
const duty = new RegExp(
  `[（(]\\s*${leads}\\s*[：:]([^；;]*?)(?:[；;]\\s*${helpers}\\s*[：:](.*?))?[。]?[）)][。]?$`,
  "s",
);

/** Departments that stand for themselves: the area in front of the first name of a row is not theirs. */
const independent = /^(?:各|相关|有关|共青团|人民银行|中国|国家|中央|市县)/;
const areas = /^(自治区|省|市(?!场)|区|县|州)/;

/**
 * `自治区科技厅、发展改革委，广西税务局` → each with its full name. Between `，` the area of the first name holds for the short ones after it;
 * one that names its own area (`own`: 广西) or has none does not take it.
 */
export function departmentsOf(row: string, own: string): string[] {
  const standsAlone = (name: string): boolean =>
    independent.test(name) || areas.test(name) || (own !== "" && name.includes(own));
  return row.split(/[，,]/).flatMap((part) => {
    const names = part
      .split("、")
      .map((name) => name.trim().replace(/[。；;]$/, ""))
      .filter((name) => name !== "");
    const area = areas.exec(names[0] ?? "")?.[1] ?? "";
    return names.map((name) => (standsAlone(name) ? name : area + name));
  });
}

interface Piece {
  readonly action: string;
  readonly number: number;
  readonly place: string;
  readonly lines: string[];
}

/** Lines → the pieces that are tasks. A page of print may end inside a task: what begins nothing new belongs to the one before. */
function piecesOf(typed: string, place: string): Piece[] {
  const pieces: Piece[] = [];
  let here = { place, heading: "", action: "" };
  let open: Piece | null = null;
  const begin = (number: number, heading: string, line: string): void => {
    open = { action: here.action, number, place: `${here.place}${heading}`, lines: [line] };
    pieces.push(open);
  };
  for (const raw of typed.split("\n")) {
    const line = tidyLine(raw);
    if (line === "") continue;
    const letter = lettered.exec(line);
    const number = numbered.exec(line);
    if (chapter.test(line)) {
      here = { place: line.replace(/[。：:]$/, ""), heading: "", action: "" };
      open = null;
    } else if (number) {
      begin(Number(number[1]), `${here.heading} ${number[1]}.`, line.slice(number[0].length));
    } else if (letter) {
      const bare = line.slice(letter[0].length).trim();
      const title = bare.replace(/[。：:]$/, "");
      // A lettered line that goes on after its title is a task itself: such a plan has no numbers.
      if (title.includes("。")) begin(chineseNumber(letter[1] ?? ""), letter[0], bare);
      else {
        here = { ...here, heading: `${letter[0]}${title}`, action: title };
        open = null;
      }
    } else (open as Piece | null)?.lines.push(line);
  }
  return pieces;
}

function taskOf({ action, number, place, lines }: Piece, id: string, own: string): Task {
  const whole = lines.join("");
  const found = duty.exec(whole);
  const body = found ? whole.slice(0, found.index).trim() : whole;
  const [, title = body, text = ""] = /^([^。]*)。(.*)$/s.exec(body) ?? [];
  return {
    id,
    number,
    action,
    title: title.trim(),
    text: text.trim() === "" ? body : text.trim(),
    lead: departmentsOf(found?.[1] ?? "", own),
    cooperating: departmentsOf(found?.[2] ?? "", own),
    source: { place, quote: found ? found[0].replace(/。$/, "") : title.trim() },
  };
}

/**
 * The text of a plan's tasks → tasks. （一） names the action, `1.` begins a task whose first sentence is its name, and the departments stand
 * in brackets at its end; a task without them asks for them. `province`: whose own offices (广西税务局) need no area in front.
 */
export function tasksFromText(
  typed: string,
  place: string,
  province: string,
  taken: readonly string[],
): Task[] {
  const ids = [...taken];
  const own = province.replace(/(壮族|回族|维吾尔)?(自治区|省|市)$/, "");
  return piecesOf(typed, place).map((piece) => {
    const id = freshId("task", ids);
    ids.push(id);
    return taskOf(piece, id, own);
  });
}
