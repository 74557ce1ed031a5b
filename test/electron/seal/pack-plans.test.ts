import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256Hex } from "../../../electron/seal/digest.ts";
import { signJws } from "../../../electron/seal/jws.ts";
import { isFitPlan, planLimits, readPlans } from "../../../electron/seal/pack-plans.ts";
import { packLimits, readPack } from "../../../electron/seal/read-pack.ts";
import { writePack } from "../../../electron/seal/write-pack.ts";
import { openZip, writeZip } from "../../../electron/seal/zip.ts";
import { PackPayload } from "../../../shared/seal/payloads.ts";
import { schemeOf } from "../../support/dossier.ts";
import { makeSigner, packContents } from "../../support/sealed-round.ts";

const plan = { ...schemeOf("guangxi-plan-2021"), id: "shili-plan-2031" };
const [task] = plan.tasks ?? [];
const [target] = plan.targets ?? [];
if (!task || !target) throw new Error("the plan has no tasks or targets");
const notice = {
  title: plan.title,
  document: { blocks: [{ kind: "paragraph" as const, id: "b1", text: "一、总体要求" }] },
};
const clerk = makeSigner("李经办");
const contents = { ...packContents(makeSigner("王五").identity.keyId), plans: [{ scheme: plan, notice }] };

/** The pack as a clerk who means harm would sign it: with anything at all for its plans. */
async function packWith(plans: string): Promise<Buffer> {
  const { bytes } = await writePack(contents, clerk);
  const zip = await openZip(bytes, packLimits, /./);
  if (!zip.ok) throw new Error(zip.code);
  const entries = new Map<string, Buffer>();
  for (const name of zip.value.names) entries.set(name, (await zip.value.read(name)) ?? Buffer.alloc(0));
  const [, body = ""] = (entries.get("manifest.jws")?.toString() ?? "").split(".");
  const payload = PackPayload.parse(JSON.parse(Buffer.from(body, "base64url").toString()));
  entries.delete("manifest.jws");
  entries.set("plans.json", Buffer.from(plans));
  payload.entries = [...entries].map(([name, content]) => ({
    name,
    bytes: content.length,
    sha256: sha256Hex(content),
  }));
  const manifest = await signJws(payload, "pingshen-pack", clerk);
  return writeZip([["manifest.jws", Buffer.from(manifest)], ...entries], new Date(contents.madeAt));
}

const verdictOf = async (plans: string) => {
  const read = await readPack(await packWith(plans));
  return read.ok ? "ok" : [read.code, read.params.place];
};

describe("plans in a pack", () => {
  it("come out as they went in, with their text; a pack without plans says nothing of them", async () => {
    const read = await readPack((await writePack(contents, clerk)).bytes);
    if (!read.ok) throw new Error(read.code);
    expect(read.value.contents.plans).toEqual([{ scheme: plan, notice }]);
    const { plans: _plans, ...without } = contents;
    const bare = await readPack((await writePack(without, clerk)).bytes);
    expect(bare.ok && "plans" in bare.value.contents).toBe(false);
  });

  it("that are anything but plans within the limits make the whole pack refused, with the place", async () => {
    const wrong: readonly unknown[] = [
      {},
      [],
      [{ scheme: { ...plan, purpose: "review" } }],
      [{ scheme: { ...plan, id: "../../etc/passwd" } }],
      [{ scheme: { ...plan, id: `p${"x".repeat(planLimits.idLength)}` } }],
      [{ scheme: { ...plan, version: Number.MAX_SAFE_INTEGER } }],
      [{ scheme: { ...plan, version: 0 } }],
      [{ scheme: { ...plan, surprise: true } }],
      [{ scheme: plan, surprise: true }],
      [{ scheme: plan }, { scheme: { ...plan, version: 2 } }],
      [{ scheme: { ...plan, title: "题".repeat(planLimits.name + 1) } }],
      [{ scheme: { ...plan, tasks: [task, task] } }],
      [{ scheme: { ...plan, tasks: [{ ...task, text: "文".repeat(planLimits.text + 1) }] } }],
      [{ scheme: { ...plan, targets: [{ ...target, value: "很多" }] } }],
      [
        {
          scheme: {
            ...plan,
            tasks: Array.from({ length: planLimits.tasks + 1 }, (_, at) => ({ ...task, id: `t${at}` })),
          },
        },
      ],
      [{ scheme: plan, notice: { title: "x", document: { blocks: "all" } } }],
      Array.from({ length: planLimits.plans + 1 }, (_, at) => ({ scheme: { ...plan, id: `p-${at}` } })),
    ];
    for (const one of wrong)
      expect(await verdictOf(JSON.stringify(one)), JSON.stringify(one).slice(0, 120)).toEqual([
        "malformed",
        "plans.json",
      ]);
    expect(await verdictOf("{")).toEqual(["malformed", "plans.json"]);
    expect(await verdictOf("[".repeat(200_000))).toEqual(["malformed", "plans.json"]);
    expect(await verdictOf(JSON.stringify([{ scheme: plan }]))).toBe("ok");
  });

  it("of more bytes than the limit are not even parsed", async () => {
    expect(await verdictOf(" ".repeat(planLimits.bytes + 1))).toEqual(["too-large", "plans.json"]);
  });

  it("whatever stands there, what is taken is a fit plan with an id that is a plain name", () => {
    const part = fc.oneof(
      fc.anything(),
      fc.constant(plan),
      fc.string().map((id) => ({ ...plan, id })),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ scheme: part }), { maxLength: 3 }), (raw) => {
        for (const { scheme } of readPlans(raw) ?? []) {
          expect(isFitPlan(scheme)).toBe(true);
          expect(scheme.id).toMatch(/^[a-z][a-z0-9-]{0,59}$/);
        }
      }),
    );
  });
});
