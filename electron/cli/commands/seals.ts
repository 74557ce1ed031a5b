import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fail, type Result, succeed } from "../../../shared/contract/result.ts";
import type { Composed } from "../../compose.ts";
import { listExperts } from "../../db/experts.ts";
import { listIdentities } from "../../db/identities.ts";
import { fingerprintOf } from "../../seal/fingerprint.ts";
import { createIdentity } from "../../seal/keys.ts";
import { identityFile, readIdentity } from "../../seal/public-key.ts";
import { verifyBytes } from "../../seal/verify-file.ts";
import { writeWhole } from "../../services/files.ts";
import { mergeFiles } from "../../services/merge-results.ts";
import { type Arguments, answer, answerFrom, defineCommand } from "../command.ts";

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** Never on the command line, where every user of the machine could read it. */
function passphraseOf({ values }: Arguments): Result<string> {
  const file = values["passphrase-file"];
  if (file !== undefined) {
    return isFile(file)
      ? succeed(readFileSync(file, "utf8").replace(/\r?\n$/, ""))
      : fail("not-found", { what: file });
  }
  const given = process.env.PINGSHEN_PASSPHRASE;
  return given === undefined || given === "" ? fail("passphrase-missing") : succeed(given);
}

export const keygen = defineCommand({
  name: "keygen",
  usage: "--name <name> --out <folder> [--passphrase-file <file>]  (or PINGSHEN_PASSPHRASE)",
  options: ["name!", "out!", "passphrase-file"],
  positional: 0,
  run: {
    needs: "plain",
    go: async (args) => {
      const passphrase = passphraseOf(args);
      if (!passphrase.ok) return passphrase;
      const made = await createIdentity(args.values.name ?? "", passphrase.value);
      if (!made.ok) return made;
      const { identity } = made.value.signer;
      const folder = resolve(args.values.out ?? ".");
      mkdirSync(folder, { recursive: true });
      const stem = join(folder, `${identity.name}-${identity.keyId.slice(0, 6)}`);
      writeWhole(`${stem}.key.json`, Buffer.from(`${JSON.stringify(made.value.sealed, null, 2)}\n`));
      writeWhole(`${stem}.pub.json`, Buffer.from(identityFile(identity)));
      return answer({
        name: identity.name,
        keyId: identity.keyId,
        fingerprint: fingerprintOf(identity.keyId),
        key: `${stem}.key.json`,
        public: `${stem}.pub.json`,
      });
    },
  },
});

const expertNamed = (program: Composed, round: string, name: string) =>
  listExperts(program.context.db, round).find((expert) => expert.name === name || expert.id === name) ?? null;

export const enrol = defineCommand({
  name: "enrol",
  usage: "<identity.pub.json> --name <expert> [--employer <unit>] --round <id> --db <file>",
  options: ["round!", "name!", "employer"],
  positional: 1,
  run: {
    needs: "database",
    go: async ({ positional, values }, program) => {
      const file = positional[0] ?? "";
      if (!isFile(file)) return fail("not-found", { what: file });
      const round = values.round ?? "";
      const name = values.name ?? "";
      const known = expertNamed(program, round, name);
      const saved = known
        ? succeed(known)
        : await program.call("expert/save", {
            round,
            expert: null,
            name,
            employer: values.employer ?? "",
            avoid: [],
          });
      if (!saved.ok) return saved;
      const identity = readFileSync(file, "utf8").slice(0, 4001);
      return answerFrom(await program.call("expert/enrol", { round, expert: saved.value.id, identity }));
    },
  },
});

/** Takes a sealed key into the database when it is not there yet; otherwise the only identity there is used. */
async function keyFor(program: Composed, file: string | undefined): Promise<Result<string>> {
  if (file === undefined) {
    const [only, ...others] = listIdentities(program.context.db);
    return only && others.length === 0 ? succeed(only.keyId) : fail("key-missing");
  }
  if (!isFile(file)) return fail("not-found", { what: file });
  const sealed = readFileSync(file, "utf8").slice(0, 8000);
  const imported = await program.call("identity/import-key", { sealed });
  if (imported.ok) return succeed(imported.value.keyId);
  if (imported.code !== "already-here") return imported;
  const known: { identity: { keyId: string } } = JSON.parse(sealed);
  return succeed(known.identity.keyId);
}

interface Signing {
  readonly round: string;
  readonly keyId: string;
  readonly passphrase: string;
}

/** What every signature needs: the round, whose key, and its passphrase. */
async function signingOf(args: Arguments, program: Composed): Promise<Result<Signing>> {
  const passphrase = passphraseOf(args);
  if (!passphrase.ok) return passphrase;
  const key = await keyFor(program, args.values.key);
  if (!key.ok) return key;
  return succeed({ round: args.values.round ?? "", keyId: key.value, passphrase: passphrase.value });
}

export const pack = defineCommand({
  name: "pack",
  usage:
    "--expert <name> [--key <clerk.key.json>] --round <id> --db <file> [--out <folder>] [--passphrase-file <file>]",
  options: ["round!", "expert!", "key", "out", "passphrase-file"],
  positional: 0,
  run: {
    needs: "database",
    go: async (args, program) => {
      const signing = await signingOf(args, program);
      if (!signing.ok) return signing;
      const expert = expertNamed(program, signing.value.round, args.values.expert ?? "");
      if (!expert) return fail("not-found", { what: "expert" });
      const made = await program.call("pack/make", { ...signing.value, expert: expert.id });
      return answerFrom(made, ({ file, digest, submissions }) => ({
        expert: expert.name,
        submissions,
        digest,
        file: file.path,
        sha256: file.sha256,
      }));
    },
  },
});

export const sign = defineCommand({
  name: "sign",
  usage:
    "[--expert <name>] [--key <expert.key.json>] --round <id> --db <file> [--out <folder>] [--passphrase-file <file>]",
  options: ["round!", "expert", "key", "out", "passphrase-file"],
  positional: 0,
  run: {
    needs: "database",
    go: async (args, program) => {
      const signing = await signingOf(args, program);
      if (!signing.ok) return signing;
      const { round } = signing.value;
      const [only] = listExperts(program.context.db, round);
      const expert =
        args.values.expert === undefined ? only : expertNamed(program, round, args.values.expert);
      if (!expert) return fail("not-found", { what: "expert" });
      const signed = await program.call("result/sign", { ...signing.value, expert: expert.id });
      return answerFrom(signed, ({ file, ...rest }) => ({
        expert: expert.name,
        ...rest,
        file: file.path,
        sha256: file.sha256,
      }));
    },
  },
});

/** The chair signs ranking, grades and decisions as they stand in the database now. */
export const panelSign = defineCommand({
  name: "panel-sign",
  usage:
    "[--key <chair.key.json>] [--remark <text>] --round <id> --db <file> [--out <folder>] [--passphrase-file <file>]",
  options: ["round!", "key", "remark", "out", "passphrase-file"],
  positional: 0,
  run: {
    needs: "database",
    go: async (args, program) => {
      const signing = await signingOf(args, program);
      if (!signing.ok) return signing;
      const seen = await program.call("panel/preview", { round: signing.value.round });
      if (!seen.ok) return seen;
      const signed = await program.call("panel/sign", {
        ...signing.value,
        remark: args.values.remark ?? "",
        content: seen.value.payload.content,
      });
      return answerFrom(signed, ({ file, ...rest }) => ({
        ...rest,
        content: seen.value.payload.content,
        warnings: seen.value.warnings,
        file: file.path,
        sha256: file.sha256,
      }));
    },
  },
});

export const merge = defineCommand({
  name: "merge",
  usage: "<result.psr>… --round <id> --db <file>",
  options: ["round!"],
  positional: 1,
  run: {
    needs: "database",
    go: async ({ positional, values }, program) => {
      const missing = positional.find((file) => !isFile(file));
      if (missing !== undefined) return fail("not-found", { what: missing });
      const files = positional.map((file) => ({
        name: basename(file),
        bytes: statSync(file).size,
        read: () => readFile(file),
      }));
      const outcomes = await mergeFiles(program.context, values.round ?? "", files);
      if (!outcomes.ok) return outcomes;
      return answer(outcomes.value, {
        accepted: outcomes.value.every((outcome) => outcome.merged && outcome.refused.length === 0),
      });
    },
  },
});

/**
 * Without `--key`, public identities that lie with the file are used. Whoever could change the file could change
 * those too, so the answer names the fingerprint to compare with the one the clerk enrolled.
 */
function publicKeysBeside(file: string): string[] {
  const folder = dirname(resolve(file));
  return [folder, join(folder, "keys"), join(folder, "..", "keys")]
    .filter((candidate) => statSync(candidate, { throwIfNoEntry: false })?.isDirectory() ?? false)
    .flatMap((candidate) =>
      readdirSync(candidate)
        .filter((name) => name.endsWith(".json"))
        .map((name) => join(candidate, name)),
    );
}

export const verify = defineCommand({
  name: "verify",
  usage: "<file> [--key <identity.pub.json>]",
  options: ["key"],
  positional: 1,
  run: {
    needs: "plain",
    go: async ({ positional, values }) => {
      const file = positional[0] ?? "";
      if (!isFile(file)) return fail("not-found", { what: file });
      const keyFiles = values.key === undefined ? publicKeysBeside(file) : [values.key];
      const keys = keyFiles.flatMap((path) => {
        const identity = isFile(path) ? readIdentity(readFileSync(path, "utf8").slice(0, 4001)) : null;
        return identity?.ok ? [identity.value] : [];
      });
      const { verdict, sort, details } = await verifyBytes(readFileSync(file), keys);
      return answer({ verdict, sort, details }, { accepted: verdict === "valid" });
    },
  },
});
