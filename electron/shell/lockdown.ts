import type { App, Session, WebContents } from "electron";
import { isOurs } from "./app-origin.ts";

/** Chromium's own traffic: switched off before it starts, and nothing can be resolved should some of it remain. */
const switches: readonly (readonly [name: string, value?: string])[] = [
  ["disable-background-networking"],
  ["disable-component-update"],
  ["disable-domain-reliability"],
  ["disable-quic"],
  ["disable-sync"],
  ["no-pings"],
  ["no-proxy-server"],
  ["host-resolver-rules", "MAP * ~NOTFOUND"],
];

export function lockCommandLine(app: Pick<App, "commandLine">): void {
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value);
}

/** `blob:` carries the origin that made it; `data:` cannot reach anywhere. */
const mayLoad = (address: string): boolean =>
  isOurs(address) || address.startsWith("data:") || (address.startsWith("blob:") && isOurs(address.slice(5)));

const mayDownload = (address: string): boolean =>
  (isOurs(address) && new URL(address).pathname.startsWith("/files/")) ||
  (address.startsWith("blob:") && isOurs(address.slice(5)));

/** Copying text is the only thing a page may ask for. */
const allowedPermission = "clipboard-sanitized-write";

export function lockSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !mayLoad(details.url) }));
  session.setPermissionRequestHandler((contents, permission, callback) =>
    callback(permission === allowedPermission && isOurs(contents.getURL())),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === allowedPermission && isOurs(origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  session.setSpellCheckerEnabled(false);
  session.on("will-download", (event, item) => {
    if (!mayDownload(item.getURL())) event.preventDefault();
  });
}

/** For every page, whoever made it. */
export function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.on("will-navigate", (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on("will-frame-navigate", (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on("will-redirect", (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
}
