import { DeskLayout, firstLayout } from "./pane-layout.ts";

/** Only how the desk looks is kept in the window's own storage; work is kept by the services. */
const layoutKey = (round: string, expert: string): string => `pingshen/desk-layout/${round}/${expert}`;
const placeKey = (round: string, expert: string): string => `pingshen/desk-places/${round}/${expert}`;

/** Storage may be full or forbidden: then nothing is remembered, and nothing else suffers. */
function read(storage: Storage, key: string): unknown {
  try {
    return JSON.parse(storage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

function write(storage: Storage, key: string, value: unknown): void {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch {
    // Remembering a position is not worth a message.
  }
}

export function rememberedLayout(storage: Storage, round: string, expert: string): DeskLayout {
  const parsed = DeskLayout.safeParse(read(storage, layoutKey(round, expert)));
  return parsed.success ? parsed.data : firstLayout;
}

export const rememberLayout = (storage: Storage, round: string, expert: string, layout: DeskLayout): void =>
  write(storage, layoutKey(round, expert), layout);

/** Where each page was left: `<submission>/<sha256>` → `<block>@<share of the height>`. */
export type Places = Readonly<Record<string, string>>;

export function rememberedPlaces(storage: Storage, round: string, expert: string): Places {
  const value = read(storage, placeKey(round, expert));
  if (typeof value !== "object" || value === null) return {};
  const good = Object.entries(value).filter(
    ([, place]) => typeof place === "string" && /^[\w-]+@[\d.]+$/.test(place),
  );
  return Object.fromEntries(good) as Places;
}

export const rememberPlaces = (storage: Storage, round: string, expert: string, places: Places): void =>
  write(storage, placeKey(round, expert), places);
