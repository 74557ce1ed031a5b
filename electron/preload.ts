import { contextBridge, ipcRenderer } from "electron";
import { callChannel } from "./shell/call-channel.ts";

/** All that the page gets from outside: the contract's calls. */
contextBridge.exposeInMainWorld("pingshen", {
  call: (name: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke(callChannel, name, input),
});
