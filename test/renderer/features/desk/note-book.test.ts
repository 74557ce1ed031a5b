import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  commentWith,
  createNoteBook,
  type NoteDraft,
} from "../../../../renderer/features/desk/model/note-book.ts";
import type { Note } from "../../../../shared/contract/desk.ts";
import { fail, type Result, succeed } from "../../../../shared/contract/result.ts";

const draft = (id: string, text: string, items: string[] = []): NoteDraft => ({
  id,
  submission: "s1",
  evidence: null,
  items,
  tasks: [],
  text,
});

/** A service that stores as the contract says. */
function service() {
  const stored = new Map<string, Note>();
  let refuse = false;
  let clock = 0;
  return {
    stored: () => [...stored.values()],
    refuse: (now: boolean) => {
      refuse = now;
    },
    ports: {
      save: (note: NoteDraft): Promise<Result<Note>> => {
        if (refuse) return Promise.resolve(fail("disk-full"));
        clock += 1;
        const at = `2026-11-21T02:00:${String(clock).padStart(4, "0")}Z`;
        const saved = { ...note, createdAt: stored.get(note.id)?.createdAt ?? at, savedAt: at };
        stored.set(note.id, saved);
        return Promise.resolve(succeed(saved));
      },
      remove: (id: string): Promise<Result<unknown>> => {
        if (refuse) return Promise.resolve(fail("disk-full"));
        stored.delete(id);
        return Promise.resolve(succeed({}));
      },
    },
  };
}

describe("note book", () => {
  test("what is typed is there at once, and stored with its times after", async () => {
    const { ports, stored } = service();
    const book = createNoteBook([], ports);
    book.write(draft("n1", "数字"));
    expect(book.state().notes.map((note) => [note.text, note.savedAt])).toEqual([["数字", ""]]);
    await book.flush();
    expect(book.state().notes).toEqual(stored());
    expect(book.state().queue.unsaved).toEqual([]);
  });

  test("a note that could not be stored stays, says why, and goes through when tried again", async () => {
    const { ports, stored, refuse } = service();
    const book = createNoteBook([], ports);
    refuse(true);
    book.write(draft("n1", "不能丢"));
    await book.flush();
    expect([book.state().notes[0]?.text, book.state().queue.failed.get("n1")?.code]).toEqual([
      "不能丢",
      "disk-full",
    ]);
    refuse(false);
    await book.retry();
    expect(stored().map((note) => note.text)).toEqual(["不能丢"]);
  });

  test("taken away and brought back it has the words it had", async () => {
    const { ports, stored } = service();
    const book = createNoteBook([], ports);
    book.write(draft("n1", "留着", ["basis"]));
    await book.flush();
    book.remove("n1");
    await book.flush();
    expect([book.state().notes, stored()]).toEqual([[], []]);
    book.restore();
    await book.flush();
    expect(stored()).toMatchObject([{ id: "n1", text: "留着", items: ["basis"] }]);
    expect(book.state().removed).toBeNull();
  });

  test("notes of another window come in; words not stored yet keep their place", async () => {
    const { ports } = service();
    const book = createNoteBook([], ports);
    book.write(draft("mine", "正在写"));
    const other: Note = { ...draft("theirs", "另一窗口"), createdAt: "2026", savedAt: "2026" };
    const older: Note = { ...draft("mine", "旧"), createdAt: "2025", savedAt: "2025" };
    book.adopt([older, other]);
    expect(book.state().notes.map((note) => [note.id, note.text])).toEqual([
      ["mine", "正在写"],
      ["theirs", "另一窗口"],
    ]);
    await book.flush();
  });

  test("whatever is written, removed, restored and flushed, what is shown is what is stored", async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant("write" as const), id: fc.constantFrom("a", "b", "c"), text: fc.string() }),
      fc.record({ do: fc.constant("remove" as const), id: fc.constantFrom("a", "b", "c") }),
      fc.record({
        do: fc.constantFrom("restore" as const, "flush" as const, "refuse" as const, "allow" as const),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { ports, stored, refuse } = service();
        const book = createNoteBook([], ports);
        for (const act of steps) {
          if (act.do === "write") book.write(draft(act.id, act.text));
          else if (act.do === "remove") book.remove(act.id);
          else if (act.do === "restore") book.restore();
          else if (act.do === "flush") await book.flush();
          else refuse(act.do === "refuse");
        }
        refuse(false);
        await book.retry();
        const words = (notes: readonly Note[]) => notes.map((note) => [note.id, note.text]).sort();
        expect(words(book.state().notes)).toEqual(words(stored()));
        expect(book.state().queue.unsaved).toEqual([]);
      }),
    );
  });
});

describe("a note put into a comment", () => {
  const note = (text: string) => ({ text, evidence: null });
  test("stands on a line of its own after what was there", () => {
    expect(commentWith("", note("看法"), 2000)).toBe("看法");
    expect(commentWith("已有 \n", note(" 看法 "), 2000)).toBe("已有\n看法");
  });
  test("without words of its own it quotes its passage", () => {
    const evidence = { file: "a", sha256: "0".repeat(64), block: "b1", text: "县长任组长" };
    expect(commentWith("", { text: " ", evidence }, 2000)).toBe("「县长任组长」");
  });
  test("is not cut: without room nothing is written", () => {
    expect(commentWith("字".repeat(1998), note("看法"), 2000)).toBeNull();
    expect(commentWith("字".repeat(1997), note("看法"), 2000)).toHaveLength(2000);
  });
});
