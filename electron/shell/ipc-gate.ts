import { type IpcMainInvokeEvent, ipcMain } from "electron";
import { fail, type Result } from "../../shared/contract/result.ts";
import type { Program } from "../program.ts";
import { appOrigin, isOurs } from "./app-origin.ts";
import { callChannel } from "./call-channel.ts";

/** Called after each call that succeeded, so that menus can follow the preferences. */
export type AfterCall = (name: string) => void;

/** Only the top frame of our own page is heard; what it says is still `unknown` to the program. */
export function openIpcGate(program: Pick<Program, "dispatch">, afterCall: AfterCall): void {
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isOurPage(event)) return fail("unknown-call", { name: "" });
    if (typeof name !== "string") return fail("bad-input", { reason: "malformed" });
    const result = await program.dispatch(name, input);
    if (result.ok) afterCall(name);
    return result;
  });
}

function isOurPage({ senderFrame, sender }: IpcMainInvokeEvent): boolean {
  if (senderFrame === null || senderFrame.parent !== null) return false;
  return isOurs(senderFrame.url) && new URL(senderFrame.url).host === new URL(appOrigin).host
    ? senderFrame === sender.mainFrame
    : false;
}
