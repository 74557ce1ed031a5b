import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
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

  it("shows pictures that are there, and carries none that nobody shows; all of them are small", () => {
    const shown = pages.flatMap((page) =>
      [...textOf(page).matchAll(/!\[([^\]]+)\]\(pictures\/([a-z0-9-]+\.webp)\)/g)].map(
        ([, , name = ""]) => name,
      ),
    );
    const pictures = join(folder, "pictures");
    expect([...new Set(shown)].sort()).toEqual(readdirSync(pictures).sort());
    const bytes = shown.reduce((sum, name) => sum + statSync(join(pictures, name)).size, 0);
    expect(bytes).toBeLessThan(3_000_000);
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
