import type { Params } from "../../contract/result.ts";
import type { Locale } from "../define-words.ts";
import { agreementWords } from "./agreement.ts";
import { appSettingWords } from "./app-settings.ts";
import { auditWords } from "./audit.ts";
import { checkWords } from "./checks.ts";
import { cityLetterWords } from "./city-letters.ts";
import { common } from "./common.ts";
import { correctionWords } from "./corrections.ts";
import { desk } from "./desk.ts";
import { deskRoomWords } from "./desk-room.ts";
import { deskSheetWords } from "./desk-sheet.ts";
import { errors } from "./errors.ts";
import { evaluationWords } from "./evaluation.ts";
import { expertStartWords } from "./expert-start.ts";
import { expertWords } from "./experts.ts";
import { exportWords } from "./exports.ts";
import { exportScreenWords } from "./exports-screen.ts";
import { extractionWords } from "./extraction.ts";
import { findingValues } from "./finding-values.ts";
import { findings } from "./findings.ts";
import { frame } from "./frame.ts";
import { gradingWords } from "./grading.ts";
import { gradingEditorWords } from "./grading-editor.ts";
import { intakeWords } from "./intake.ts";
import { intakeScreenWords } from "./intake-screen.ts";
import { looks } from "./looks.ts";
import { notes } from "./notes.ts";
import { panel } from "./panel.ts";
import { panelSignWords } from "./panel-sign.ts";
import { planWords } from "./plan.ts";
import { planEditorWords } from "./plan-editor.ts";
import { pointEditorWords } from "./point-editor.ts";
import { pointProposalWords } from "./point-proposals.ts";
import { pointWords } from "./points.ts";
import { recordWords } from "./records.ts";
import { refusals } from "./refusals.ts";
import { registerWords } from "./register.ts";
import { roundSettingWords } from "./round-settings.ts";
import { roundWords } from "./rounds.ts";
import { schemeEditorWords } from "./scheme-editor.ts";
import { schemeLibraryWords } from "./scheme-library.ts";
import { schemeWords } from "./schemes.ts";
import { scoring } from "./scoring.ts";
import { seal } from "./seal.ts";
import { signWords } from "./sign.ts";
import { start } from "./start.ts";
import { verifyWords } from "./verify.ts";

/** One typed catalogue, put together from one file per area. */
export const catalogue = {
  zh: {
    ...common.zh,
    ...roundWords.zh,
    ...roundSettingWords.zh,
    ...intakeScreenWords.zh,
    ...checkWords.zh,
    ...expertWords.zh,
    ...exportScreenWords.zh,
    ...appSettingWords.zh,
    ...auditWords.zh,
    ...recordWords.zh,
    ...verifyWords.zh,
    ...schemeLibraryWords.zh,
    ...schemeEditorWords.zh,
    ...gradingEditorWords.zh,
    ...pointEditorWords.zh,
    ...correctionWords.zh,
    ...pointWords.zh,
    ...planWords.zh,
    ...planEditorWords.zh,
    ...registerWords.zh,
    ...desk.zh,
    ...deskRoomWords.zh,
    ...deskSheetWords.zh,
    ...expertStartWords.zh,
    ...looks.zh,
    ...notes.zh,
    ...panel.zh,
    ...signWords.zh,
    ...extractionWords.zh,
    ...findings.zh,
    ...findingValues.zh,
    ...frame.zh,
    ...gradingWords.zh,
    ...cityLetterWords.zh,
    ...pointProposalWords.zh,
    ...panelSignWords.zh,
    ...agreementWords.zh,
    ...evaluationWords.zh,
    ...intakeWords.zh,
    ...errors.zh,
    ...exportWords.zh,
    ...refusals.zh,
    ...start.zh,
    ...schemeWords.zh,
    ...scoring.zh,
    ...seal.zh,
  },
  en: {
    ...common.en,
    ...roundWords.en,
    ...roundSettingWords.en,
    ...intakeScreenWords.en,
    ...checkWords.en,
    ...expertWords.en,
    ...exportScreenWords.en,
    ...appSettingWords.en,
    ...auditWords.en,
    ...recordWords.en,
    ...verifyWords.en,
    ...schemeLibraryWords.en,
    ...schemeEditorWords.en,
    ...gradingEditorWords.en,
    ...pointEditorWords.en,
    ...correctionWords.en,
    ...pointWords.en,
    ...planWords.en,
    ...planEditorWords.en,
    ...registerWords.en,
    ...desk.en,
    ...deskRoomWords.en,
    ...deskSheetWords.en,
    ...expertStartWords.en,
    ...looks.en,
    ...notes.en,
    ...panel.en,
    ...signWords.en,
    ...extractionWords.en,
    ...findings.en,
    ...findingValues.en,
    ...frame.en,
    ...gradingWords.en,
    ...cityLetterWords.en,
    ...pointProposalWords.en,
    ...panelSignWords.en,
    ...agreementWords.en,
    ...evaluationWords.en,
    ...intakeWords.en,
    ...errors.en,
    ...exportWords.en,
    ...refusals.en,
    ...start.en,
    ...schemeWords.en,
    ...scoring.en,
    ...seal.en,
  },
} as const;

export type WordKey = keyof typeof catalogue.zh;

export const isWordKey = (key: string): key is WordKey => Object.hasOwn(catalogue.zh, key);

/** The sentence for a key with `{name}` filled in; a missing param stays visible as `{name}`. */
export const say = (locale: Locale, key: WordKey, params: Params = {}): string =>
  catalogue[locale][key].replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
