import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { projectRoot } from "./program.ts";

const Fact = z.object({
  file: z.string(),
  place: z.enum(["table", "text"]),
  key: z.string(),
  value: z.string(),
  unit: z.string(),
  role: z.string(),
  year: z.number().optional(),
  qualifier: z.string().optional(),
});

const Flags = z.object({
  overQuota: z.object({ city: z.string(), max: z.number(), submitted: z.number() }).optional(),
  alreadyNational: z.object({ name: z.string() }).optional(),
  contradiction: z.object({ key: z.string(), table: z.string(), text: z.string() }).optional(),
  late: z.object({ receivedAt: z.string(), deadline: z.string() }).optional(),
  missing: z.record(z.string(), z.string()).optional(),
  deviation: z.object({ usual: z.string(), chosen: z.string() }).optional(),
  planTooLong: z.boolean().optional(),
  planTooShort: z.boolean().optional(),
  planUnreadable: z.boolean().optional(),
  encryptedFile: z.string().optional(),
});

const Expected = z.object({
  applicants: z.array(
    z.object({
      name: z.string(),
      city: z.string(),
      subject: z.string(),
      direction: z.string(),
      files: z.array(z.object({ path: z.string(), kind: z.string(), refusal: z.string().optional() })),
      facts: z.array(Fact),
      projects: z.object({
        statedTotal: z.string().nullable(),
        rows: z.array(
          z.object({
            name: z.string(),
            organization: z.string(),
            period: z.string(),
            totalInvestment: z.string(),
          }),
        ),
      }),
      flags: Flags,
    }),
  ),
  files: z.array(z.object({ path: z.string(), kind: z.string(), refusal: z.string().optional() })),
});

/** What a correct reader finds in the sample round, written by hand beside its sources. */
export const expectedSample = Expected.parse(
  JSON.parse(readFileSync(join(projectRoot, "resources/samples/expected.json"), "utf8")),
);
