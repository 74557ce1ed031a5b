import { useEffect, useState } from "react";
import type { DeskPlace } from "../../../shared/contract/desk-place.ts";
import { call } from "../../api/call.ts";
import type { SheetOwner } from "./desk-session.ts";
import { firstLayout } from "./model/pane-layout.ts";

/** How each desk stands in this window; the services keep it for the next day. */
const places = new Map<string, DeskPlace>();
const lastOf = new Map<string, DeskPlace>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();

const keyOf = ({ round, expert, submission }: SheetOwner): string =>
  JSON.stringify([round, expert, submission]);
const seatOf = ({ round, expert }: SheetOwner): string => JSON.stringify([round, expert]);

const emptyPlace: DeskPlace = { layout: firstLayout, positions: {} };

/** What is known to be this applicant's own arrangement, or one taken over from the applicant before. */
export interface FoundPlace {
  readonly place: DeskPlace;
  readonly own: boolean;
}

async function findPlace(owner: SheetOwner): Promise<FoundPlace> {
  const here = places.get(keyOf(owner));
  if (here !== undefined) return { place: here, own: true };
  const answer = await call("desk/get-place", owner);
  const stored = answer.ok ? answer.value : null;
  if (stored?.own === true) return stored;
  // An arrangement that cannot be had is no reason to keep anyone from reading.
  return { place: lastOf.get(seatOf(owner)) ?? stored?.place ?? emptyPlace, own: false };
}

/** `null` until it is known how the desk was left. */
export function useFoundPlace(owner: SheetOwner): FoundPlace | null {
  const [found, setFound] = useState<FoundPlace | null>(null);
  const { round, expert, submission } = owner;
  useEffect(() => {
    let current = true;
    void findPlace({ round, expert, submission }).then((place) => {
      if (current) setFound(place);
    });
    return () => {
      current = false;
    };
  }, [round, expert, submission]);
  return found;
}

const QUIET_MS = 400;

/** Keeps a change of the arrangement; moves that follow each other travel together. */
export function keepPlace(owner: SheetOwner, change: (place: DeskPlace) => DeskPlace): void {
  const key = keyOf(owner);
  const next = change(places.get(key) ?? emptyPlace);
  places.set(key, next);
  lastOf.set(seatOf(owner), next);
  clearTimeout(timers.get(key));
  timers.set(
    key,
    setTimeout(() => void call("desk/save-place", { ...owner, place: next }), QUIET_MS),
  );
}

/** Takes over what was found, before anything is changed. */
export const startPlace = (owner: SheetOwner, place: DeskPlace): void => {
  if (!places.has(keyOf(owner))) places.set(keyOf(owner), place);
};

export const positionOf = (owner: SheetOwner, page: string): string | undefined =>
  places.get(keyOf(owner))?.positions[page];
