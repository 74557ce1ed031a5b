import { z } from "zod";

/** What many calls ask for: in which round, of which expert, on which sheet. */
export const InRound = z.strictObject({ round: z.string() });
export const OfExpert = InRound.extend({ expert: z.string() });
export const OfSheet = OfExpert.extend({ submission: z.string() });
export const OfSubmission = z.strictObject({ submission: z.string() });
export const Passphrase = z.string().min(1).max(200);
