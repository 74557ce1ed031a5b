export const appScheme = "app";
export const appOrigin = "app://pingshen";

/** Whether an address is a page or file of this program. */
export function isOurs(address: string): boolean {
  try {
    const url = new URL(address);
    return url.protocol === `${appScheme}:` && url.host === "pingshen" && url.username === "";
  } catch {
    return false;
  }
}
