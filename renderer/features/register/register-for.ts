interface Listed {
  readonly id: string;
  readonly register: string | null;
}

/**
 * The register a document evaluates, as long as nobody has chosen one: its own; else the first that is no other document's. A city's
 * evaluation never begins with the bases of the State Council. `null`: a person has to choose.
 */
export function registerFor(
  scheme: string,
  schemes: readonly Listed[],
  registers: readonly { readonly id: string }[],
): string | null {
  const own = schemes.find(({ id }) => id === scheme)?.register;
  if (own && registers.some(({ id }) => id === own)) return own;
  return registers.find(({ id }) => schemes.every(({ register }) => register !== id))?.id ?? null;
}
