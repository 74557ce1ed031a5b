/** Bytes of the operand by the size code of a property modifier ([MS-DOC] 2.2.5.1); 6 says its own size. */
const sizes = [1, 1, 2, 4, 2, 2, -1, 3] as const;
const TABLE_DEFINITION = 0xd608;
const CHANGE_TABS = 0xc615;

/** First byte and length of an operand of variable size. */
function variable(grpprl: Buffer, opcode: number, at: number): { start: number; length: number } {
  if (opcode === TABLE_DEFINITION)
    return { start: at + 2, length: at + 2 <= grpprl.length ? grpprl.readUInt16LE(at) - 1 : 0 };
  const length = grpprl[at] ?? 0;
  if (opcode !== CHANGE_TABS || length !== 255) return { start: at + 1, length };
  const deleted = grpprl[at + 1] ?? 0;
  const added = grpprl[at + 2 + deleted * 4] ?? 0;
  return { start: at + 1, length: 2 + deleted * 4 + added * 3 };
}

/** Visits the property modifiers of a `grpprl`; stops where one does not fit. */
export function forEachSprm(grpprl: Buffer, visit: (opcode: number, operand: Buffer) => void): void {
  let at = 0;
  while (at + 2 <= grpprl.length) {
    const opcode = grpprl.readUInt16LE(at);
    const size = sizes[opcode >> 13] ?? 1;
    const { start, length } = size < 0 ? variable(grpprl, opcode, at + 2) : { start: at + 2, length: size };
    if (length < 0 || start + length > grpprl.length) return;
    visit(opcode, grpprl.subarray(start, start + length));
    at = start + length;
  }
}
