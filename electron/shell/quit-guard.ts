import { type BrowserWindow, dialog } from "electron";
import { say } from "../../shared/text/catalogue/index.ts";
import type { Locale } from "../../shared/text/define-words.ts";
import type { Program } from "../program.ts";

/** Closing the window, or quitting, with changes that are not stored asks first. */
export function guardQuit(
  window: BrowserWindow,
  program: Pick<Program, "unsaved">,
  locale: () => Locale,
): void {
  let asking = false;
  window.on("close", (event) => {
    const count = program.unsaved();
    if (count === 0) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    void mayLeave(window, count, locale())
      .then((leave) => {
        if (leave) window.destroy();
      })
      .finally(() => {
        asking = false;
      });
  });
  // The page's own "leave?" prompt would come on top of this one, and in Electron it blocks closing without a word.
  window.webContents.on("will-prevent-unload", (event) => event.preventDefault());
}

async function mayLeave(window: BrowserWindow, count: number, locale: Locale): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: "warning",
    message: say(locale, "quit.question", { count: String(count) }),
    detail: say(locale, "quit.detail"),
    buttons: [say(locale, "quit.stay"), say(locale, "quit.leave")],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
