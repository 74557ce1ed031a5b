import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { helpPlaceOf, helpPlaces } from "../../../renderer/app/help-places.ts";

const folder = join(import.meta.dirname, "../../../resources/help");
const pages = readdirSync(folder).filter((name) => name.endsWith(".md"));
const textOf = (page: string): string => readFileSync(join(folder, page), "utf8");
const headingsOf = (page: string): string[] =>
  [...textOf(page).matchAll(/^## (.+)$/gm)].map(([, heading = ""]) => heading);

/** Addresses as the screens have them; the routes of `features/` are read so that a new screen is not forgotten. */
const featureFolder = join(import.meta.dirname, "../../../renderer/features");
const routes = readdirSync(featureFolder).flatMap((feature) => {
  const file = join(featureFolder, feature, "routes.tsx");
  if (!existsSync(file)) return [];
  return [...readFileSync(file, "utf8").matchAll(/path: "([^"]+)"/g)].map(([, path = ""]) =>
    path.replaceAll(/:\w+/g, "abc"),
  );
});

describe("the help of a screen", () => {
  it("is known for every screen there is", () => {
    expect(routes.length).toBeGreaterThan(15);
    expect(routes.filter((path) => helpPlaceOf(path) === null)).toEqual([]);
  });

  it("opens at a section that stands on its page", () => {
    const missing = helpPlaces.filter(
      ({ page, section }) =>
        !pages.includes(`${page}.md`) || (section !== null && !headingsOf(`${page}.md`).includes(section)),
    );
    expect(missing).toEqual([]);
  });

  it("leads from page to page without a dead end, and nowhere else", () => {
    const dead = pages.flatMap((page) =>
      [...textOf(page).matchAll(/(?<!!)\[[^\]]*\]\(([^)]+)\)/g)]
        .map(([, target = ""]) => target)
        .filter((target) => !pages.includes(target))
        .map((target) => `${page}: ${target}`),
    );
    expect(dead).toEqual([]);
  });
});
