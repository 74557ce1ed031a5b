import { z } from "zod";
import { CityClock } from "../correction/city-correction.ts";
import { CorrectionItem } from "../correction/correction.ts";
import { WrittenFile } from "./app.ts";
import { defineCall } from "./call.ts";
import { InRound } from "./inputs.ts";

export const cityLetterCalls = [
  /** Cities of the round with what their office would be asked for; a city with nothing to ask is left out. */
  defineCall({
    name: "city-letter/propose",
    access: "read",
    input: InRound,
    output: z.array(z.object({ city: z.string(), items: z.array(CorrectionItem) })),
  }),
  /** Writes the letter to the development and reform commission of a city and starts its clock. */
  defineCall({
    name: "city-letter/make",
    access: "write",
    input: InRound.extend({
      city: z.string().trim().min(1).max(40),
      items: z.array(CorrectionItem).min(1),
      deadline: z.iso.date().nullable(),
      note: z.string().max(1000).default(""),
      /** Who signs below; empty: the issuer of the notice. */
      office: z.string().max(80).default(""),
    }),
    output: z.object({ file: WrittenFile, clock: CityClock }),
    codes: ["deadline-past", "unknown-city"],
  }),
  defineCall({ name: "city-letter/list", access: "read", input: InRound, output: z.array(CityClock) }),
] as const;
