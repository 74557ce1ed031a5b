import { organisationName } from "../../shared/text/organisation-name.ts";

/**
 * Things by the name of their applicant, found under any name that `relateNames` calls the same (that is: with a key in
 * common). Comparing each name with every other takes minutes for a thousand applicants.
 */
export class NameIndex<Thing> {
  private readonly byKey = new Map<string, Thing[]>();

  add(name: string, thing: Thing): void {
    for (const key of new Set(organisationName(name).keys)) {
      const known = this.byKey.get(key);
      if (known) known.push(thing);
      else this.byKey.set(key, [thing]);
    }
  }

  /** Each once, in the order they were added under the first key that fits. */
  find(name: string): Thing[] {
    return [...new Set(organisationName(name).keys.flatMap((key) => this.byKey.get(key) ?? []))];
  }
}
