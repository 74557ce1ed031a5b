import { z } from "zod";

/** What many calls ask for. */
export const InRound = z.strictObject({ round: z.string() });
export const OfExpert = InRound.extend({ expert: z.string() });
export const OfSheet = OfExpert.extend({ submission: z.string() });
export const OfSubmission = z.strictObject({ submission: z.string() });
export const InScheme = z.strictObject({ scheme: z.string() });
export const Upload = z.strictObject({ upload: z.string() });
export const Passphrase = z.string().min(1).max(200);
/** A text somebody has to write, without the blanks around it. */
export const Text = (longest: number) => z.string().trim().min(1).max(longest);
