import { protocol, type Session } from "electron";
import type { WebHandler } from "../serve/web-content.ts";
import { appScheme, isOurs } from "./app-origin.ts";

/** Before the program is ready: makes `app:` behave like https, so that 'self', fetch and streams work. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, corsEnabled: true },
    },
  ]);
}

/** Every byte the window loads comes through here. */
export function serveAppScheme(session: Session, handle: WebHandler): void {
  session.protocol.handle(appScheme, async (request) => {
    if (!isOurs(request.url)) return new Response("", { status: 404 });
    return handle(request);
  });
}
