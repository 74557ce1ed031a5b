import { z } from "zod";
import { DirectionId } from "./scheme.ts";

/** A base that carries the title already: one line of a published list. */
const ListedBase = z.strictObject({
  /** Full official name, as printed in the list. */
  name: z.string().min(1),
  direction: DirectionId,
  /** As the list says it, e.g. `第三批`. */
  batch: z.string().min(1),
  level: z.enum(["national", "province"]),
  /** Document, annex and heading the name stands under. */
  source: z.string().min(1),
});

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
export type RegistryEntry = z.infer<typeof ListedBase> & { readonly register: string };

export const entriesOf = (register: RegisterFile): RegistryEntry[] =>
  register.bases.map((base) => ({ ...base, register: register.id }));
