import { z } from "zod";
import { DirectionId, SubjectId } from "./scheme.ts";

/** A base that carries the title already: one line of a published list. */
const ListedBase = z.strictObject({
  /** Full official name, as printed in the list. */
  name: z.string().min(1),
  direction: DirectionId,
  /** As the list says it, e.g. `第三批`. */
  batch: z.string().min(1),
  level: z.enum(["national", "province", "city"]),
  /** Document, annex and heading the name stands under. */
  source: z.string().min(1),
  /** What the list does not print, or what a source says about a renaming; left out where nothing says it. */
  subject: SubjectId.optional(),
  province: z.string().optional(),
  city: z.string().optional(),
  aliases: z.array(z.string().min(1)).optional(),
});
export type ListedBase = z.infer<typeof ListedBase>;

/** A published list of bases as a file of `resources/registry/`. An exclusion of a scheme names it by `id`. */
export const RegisterFile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: z.string().min(1),
  issuer: z.string().min(1),
  documentNo: z.string(),
  date: z.iso.date(),
  bases: z.array(ListedBase).min(1),
});
export type RegisterFile = z.infer<typeof RegisterFile>;

/** One base with the register it stands in, in the order of the published list. */
export type RegistryEntry = Omit<ListedBase, "direction"> & {
  readonly register: string;
  /** `null`: the document that named it knows no directions. */
  readonly direction: DirectionId | null;
  /** It has lost the title: whether that still shuts an applicant out is for a person to say. */
  readonly removed?: boolean;
};

export const entriesOf = (register: RegisterFile): RegistryEntry[] =>
  register.bases.map((base) => ({ ...base, register: register.id }));
