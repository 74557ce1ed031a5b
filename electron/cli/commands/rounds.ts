import { readFileSync } from "node:fs";
import { exportKinds } from "../../../shared/contract/export.ts";
import { fail } from "../../../shared/contract/result.ts";
import { findRound } from "../../db/rounds.ts";
import { collectPaths } from "../../intake/collect.ts";
import { examine } from "../../services/app.ts";
import { importSources } from "../../services/import.ts";
import { answer, answerFrom, defineCommand } from "../command.ts";

export const roundCreate = defineCommand({
  name: "round create",
  usage: "--scheme <id> [--name <text>] --db <file>",
  options: ["scheme!", "name"],
  positional: 0,
  run: {
    needs: "database",
    makesDatabase: true,
    go: async ({ values }, program) => {
      const scheme = values.scheme ?? "";
      return answerFrom(
        await program.call("round/create", { scheme, name: values.name ?? scheme }),
        ({ id }) => ({ round: id }),
      );
    },
  },
});

export const importPaths = defineCommand({
  name: "import",
  usage: "<path>… --round <id> --db <file>",
  options: ["round!"],
  positional: 1,
  run: {
    needs: "database",
    go: async ({ positional, values }, program) => {
      const round = findRound(program.context.db, values.round ?? "");
      if (!round) return fail("not-found", { what: "round" });
      if (round.side !== "host") return fail("wrong-state");
      const collected = await collectPaths(positional);
      if (collected.files.length === 0) return fail("not-found", { what: "file" });
      const sources = collected.files.map(({ path, absolute }) => ({
        path,
        read: async () => readFileSync(absolute),
      }));
      const control = { signal: new AbortController().signal, report: () => undefined };
      const { value } = await importSources(program.context, round, sources, control);
      return answer({
        files: value.files,
        submissions: value.submissions,
        refused: value.refusals,
        messages: [...collected.messages, ...value.messages],
      });
    },
  },
});

export const check = defineCommand({
  name: "check",
  usage: "--round <id> --db <file>",
  options: ["round!"],
  positional: 0,
  run: {
    needs: "database",
    go: async ({ values }, program) =>
      answerFrom(await program.call("check/run", { round: values.round ?? "" }), (result) => [
        ...result.submissions.map(({ submission, name, findings }) => ({ submission, name, findings })),
        { submission: null, findings: result.round },
      ]),
  },
});

export const rank = defineCommand({
  name: "rank",
  usage: "--round <id> --db <file>",
  options: ["round!"],
  positional: 0,
  run: {
    needs: "database",
    go: async ({ values }, program) =>
      answerFrom(await program.call("ranking/get", { round: values.round ?? "" })),
  },
});

const orders = ["administrative", "score"] as const;
const layouts = ["annex", "numbered", "inline"] as const;

export const exportWhat = defineCommand({
  name: "export",
  usage: `<${exportKinds.join("|")}> --round <id> --db <file> --out <path>`,
  options: ["round!", "out!", "order", "layout"],
  positional: 1,
  choices: { "": exportKinds, order: orders, layout: layouts },
  run: {
    needs: "database",
    go: async ({ positional, values }, program) => {
      const what = exportKinds.find((name) => name === positional[0]);
      if (!what) return fail("bad-input", { field: "what", reason: positional[0] ?? "" });
      const input = { round: values.round ?? "", what, ...orderOf(values.order), ...layoutOf(values.layout) };
      return answerFrom(await program.call("export/make", input), ({ files }) =>
        files.map(({ path, sha256, bytes }) => ({ path, sha256, bytes })),
      );
    },
  },
});

const orderOf = (text: string | undefined) => {
  const order = orders.find((name) => name === text);
  return order ? { order } : {};
};

const layoutOf = (text: string | undefined) => {
  const layout = layouts.find((name) => name === text);
  return layout ? { layout } : {};
};

export const doctor = defineCommand({
  name: "doctor",
  usage: "--db <file>",
  options: [],
  positional: 0,
  run: {
    needs: "database",
    go: (_args, program) => {
      const examined = examine(program.context);
      return answer(examined, { accepted: examined.healthy });
    },
  },
});
