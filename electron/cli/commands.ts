import type { Command } from "./command.ts";
import { demo } from "./commands/demo.ts";
import { inspect } from "./commands/inspect.ts";
import { check, doctor, exportWhat, importPaths, rank, roundCreate } from "./commands/rounds.ts";
import { registry, scheme, schemes } from "./commands/schemes.ts";
import { enrol, keygen, merge, pack, panelSign, sign, verify } from "./commands/seals.ts";

const commands: readonly Command[] = [
  schemes,
  scheme,
  registry,
  inspect,
  roundCreate,
  importPaths,
  check,
  keygen,
  enrol,
  pack,
  sign,
  merge,
  verify,
  rank,
  panelSign,
  exportWhat,
  demo,
  doctor,
];

/** `round create` is two words. */
export function findCommand(
  name: string,
  rest: readonly string[],
): { command: Command; rest: readonly string[] } | null {
  const one = commands.find((command) => command.name === name);
  if (one) return { command: one, rest };
  const two = commands.find((command) => command.name === `${name} ${rest[0] ?? ""}`);
  return two ? { command: two, rest: rest.slice(1) } : null;
}

export const usageOf = (): string =>
  [
    "npm run -s cli -- <command> [--json]",
    ...commands.map((command) => `  ${command.name} ${command.usage}`),
  ].join("\n");
