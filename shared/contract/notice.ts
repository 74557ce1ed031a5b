import { z } from "zod";
import { Document } from "../submission/document.ts";
import { defineCall } from "./call.ts";

const NoticeText = z.object({ scheme: z.string(), title: z.string(), document: Document });

export const noticeCalls = [
  /** The text of the notice a scheme comes from, as a document of the reading desk. */
  defineCall({
    name: "notice/get",
    access: "read",
    input: z.strictObject({ scheme: z.string() }),
    output: NoticeText,
    codes: ["notice-missing"],
  }),
  /** Every notice that can be opened here: those of the program, and those kept with own schemes or brought by a pack. */
  defineCall({
    name: "notice/list",
    access: "read",
    input: z.strictObject({}),
    output: z.array(z.object({ scheme: z.string(), title: z.string(), origin: z.enum(["package", "own"]) })),
  }),
  /**
   * Keeps the text of a notice or of an annex with a scheme of one's own: a file, what `scheme/read-annex` read of one, or typed text.
   * A file of the same name replaces what was kept of it before.
   */
  defineCall({
    name: "notice/keep",
    access: "write",
    input: z.strictObject({
      scheme: z.string(),
      upload: z.string().nullable().default(null),
      read: z
        .strictObject({
          file: z.string().trim().min(1).max(200),
          sha256: z.string().regex(/^[0-9a-f]{64}$/),
          document: Document,
        })
        .nullable()
        .default(null),
      text: z.string().max(400_000).default(""),
    }),
    output: NoticeText,
    codes: ["scheme-of-package", "unknown-upload", "unreadable", "nothing-found"],
  }),
] as const;
