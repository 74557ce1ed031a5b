/** Stands for an optional dependency that is not installed and never called. */
export const absent = true;
