/** The one channel between the page and the main process. */
export const callChannel = "pingshen/call";
