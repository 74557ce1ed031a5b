/** The bytes in pieces, cut at these places. */
export function cutAt(bytes: Buffer, places: readonly number[]): Buffer[] {
  const edges = [0, ...new Set(places.map((place) => place % bytes.length).filter(Boolean))].sort(
    (a, b) => a - b,
  );
  return edges.map((edge, index) => bytes.subarray(edge, edges[index + 1] ?? bytes.length));
}

/** A zip as a spanning archiver writes it: a mark in front, each place told as a piece and an offset in it. */
export function spannedZip(zip: Buffer, places: readonly number[]): Buffer[] {
  const whole = Buffer.concat([Buffer.from("504b0708", "hex"), zip]);
  const end = whole.lastIndexOf(Buffer.from("504b0506", "hex"));
  // The end record is never cut.
  const pieces = cutAt(
    whole,
    places.map((place) => place % end),
  );
  const starts = pieces.map((_, index) =>
    pieces.slice(0, index).reduce((sum, piece) => sum + piece.length, 0),
  );
  const placeOf = (at: number): { disk: number; offset: number } => {
    const disk = starts.findLastIndex((start) => start <= at);
    return { disk, offset: at - (starts[disk] ?? 0) };
  };
  const directory = placeOf(whole.readUInt32LE(end + 16) + 4);
  let at = whole.readUInt32LE(end + 16) + 4;
  for (let index = 0; index < whole.readUInt16LE(end + 10); index += 1) {
    const entry = placeOf(whole.readUInt32LE(at + 42) + 4);
    whole.writeUInt16LE(entry.disk, at + 34);
    whole.writeUInt32LE(entry.offset, at + 42);
    at += 46 + whole.readUInt16LE(at + 28) + whole.readUInt16LE(at + 30) + whole.readUInt16LE(at + 32);
  }
  whole.writeUInt16LE(pieces.length - 1, end + 4);
  whole.writeUInt16LE(directory.disk, end + 6);
  whole.writeUInt32LE(directory.offset, end + 16);
  return pieces;
}
