import { readdirSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { createOwnSchemes } from "../../../electron/services/own-schemes.ts";
import { schemeOf } from "../../support/dossier.ts";
import { freshFolder, removeFolder } from "../../support/program.ts";

const packaged = schemeOf("guangxi-plan-2021");
const plan = { ...packaged, id: "shili-plan", title: "一" };
let folder = freshFolder();
afterEach(() => {
  removeFolder(folder);
  folder = freshFolder();
});

describe("a scheme that comes from another computer", () => {
  it("is kept at its own version, and an older one that comes later does not become the newest", () => {
    const own = createOwnSchemes(folder, [packaged]);
    expect(own.take({ ...plan, version: 3 })).toBe("taken");
    expect(own.take({ ...plan, version: 2, title: "旧" })).toBe("taken");
    expect(own.all.get("shili-plan")).toMatchObject({ version: 3, title: "一" });
    expect(own.versions("shili-plan").map(({ version }) => version)).toEqual([3, 2]);
    expect(createOwnSchemes(folder, [packaged]).versions("shili-plan")).toEqual(own.versions("shili-plan"));
  });

  it("has a file of its own also under an id Windows keeps for a device", () => {
    const own = createOwnSchemes(folder, [packaged]);
    own.take({ ...plan, id: "nul" });
    expect(readdirSync(folder)).toEqual(["nul-.v1.json"]);
    expect(createOwnSchemes(folder, [packaged]).all.get("nul")).toMatchObject({ id: "nul", title: "一" });
  });

  it("that says what is known already adds nothing", () => {
    const own = createOwnSchemes(folder, [packaged]);
    own.save(plan);
    expect(own.take({ ...plan, version: 7 })).toBe("known");
    expect(readdirSync(folder)).toEqual(["shili-plan.v1.json"]);
  });

  it("never replaces what is stored under the same version", () => {
    const own = createOwnSchemes(folder, [packaged]);
    own.save(plan);
    expect(own.take({ ...plan, version: 1, title: "别的" })).toBe("taken");
    expect(own.versions("shili-plan").map(({ version, title }) => [version, title])).toEqual([
      [2, "别的"],
      [1, "一"],
    ]);
  });

  it("does not touch an id of the program, or one that stands for something else here", () => {
    const own = createOwnSchemes(folder, [packaged]);
    expect(own.take({ ...packaged, title: "别的" })).toBe("of-package");
    expect(own.all.get(packaged.id)).toBe(packaged);
    own.save({ ...schemeOf("hunan-2021"), id: "shili-plan" });
    expect(own.take(plan)).toBe("other-use");
    expect(own.versions("shili-plan")).toHaveLength(1);
  });
});
