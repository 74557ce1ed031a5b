import { setFlagsFromString } from "node:v8";

/**
 * Keeps the part of the heap where new objects are made at the size it has once the program is loaded. An import lets each file go
 * after storing it, but the engine answers to so much passing by with three times 32 MB of room for it, in every thread,
 * and never gives it back. Measured over 400 files: 110 MB less at the peak, the same processor time.
 */
export const keepYoungHeapSmall = (): void => setFlagsFromString("--semi-space-growth-factor=1");
