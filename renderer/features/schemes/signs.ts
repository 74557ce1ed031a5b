import type { Threshold } from "../../../shared/scheme/scheme.ts";

export const signs: Readonly<Record<Threshold["op"], string>> = { ">=": "≥", ">": ">", "<=": "≤", "<": "<" };

export const operators = [">=", ">", "<=", "<"] as const;
