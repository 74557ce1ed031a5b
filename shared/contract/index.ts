import type { z } from "zod";
import { appCalls } from "./app.ts";
import type { CommonCode } from "./call.ts";
import { cityLetterCalls } from "./city-letter.ts";
import { correctionCalls } from "./correction.ts";
import { deskCalls } from "./desk.ts";
import { evaluationCalls } from "./evaluation.ts";
import { expertCalls } from "./expert.ts";
import { exportCalls } from "./export.ts";
import { gradingCalls } from "./grading.ts";
import { identityCalls } from "./identity.ts";
import { intakeCalls } from "./intake.ts";
import { interruptedCalls, mappingCalls, versionCalls } from "./mapping.ts";
import { noticeCalls } from "./notice.ts";
import { packCalls } from "./pack.ts";
import { panelCalls } from "./panel.ts";
import { planCalls } from "./plan.ts";
import { pointCalls } from "./point.ts";
import { rankingCalls } from "./ranking.ts";
import { registerCalls } from "./register.ts";
import type { Result } from "./result.ts";
import { roundCalls } from "./round.ts";
import { schemeCalls } from "./scheme.ts";
import { sheetCalls } from "./sheet.ts";
import { signedResultCalls } from "./signed-result.ts";

/** Every call across the boundary, once. Client, handlers and preload are derived from this list. */
export const calls = [
  ...appCalls,
  ...roundCalls,
  ...intakeCalls,
  ...expertCalls,
  ...identityCalls,
  ...packCalls,
  ...sheetCalls,
  ...signedResultCalls,
  ...rankingCalls,
  ...exportCalls,
  ...schemeCalls,
  ...registerCalls,
  ...planCalls,
  ...pointCalls,
  ...correctionCalls,
  ...mappingCalls,
  ...versionCalls,
  ...interruptedCalls,
  ...deskCalls,
  ...gradingCalls,
  ...panelCalls,
  ...cityLetterCalls,
  ...noticeCalls,
  ...evaluationCalls,
] as const;

export type AnyCall = (typeof calls)[number];
export type CallName = AnyCall["name"];
export type CallOf<Name extends CallName> = Extract<AnyCall, { name: Name }>;

/** What a caller passes (defaults may be left out). */
export type InputOf<Name extends CallName> = z.input<CallOf<Name>["input"]>;
/** What a handler gets after the schema accepted it. */
export type ParsedInputOf<Name extends CallName> = z.output<CallOf<Name>["input"]>;
export type OutputOf<Name extends CallName> = z.output<CallOf<Name>["output"]>;
export type CodeOf<Name extends CallName> = CallOf<Name>["codes"][number] | CommonCode;

export type ResultOf<Name extends CallName> = Result<OutputOf<Name>, CodeOf<Name>>;

/** A handler for every call: leaving one out does not compile. */
export type Handlers = {
  readonly [Name in CallName]: (input: ParsedInputOf<Name>) => ResultOf<Name> | Promise<ResultOf<Name>>;
};

const byName: ReadonlyMap<string, AnyCall> = new Map(calls.map((call) => [call.name, call]));

export const findCall = (name: string): AnyCall | undefined => byName.get(name);
