/** GBK bytes of a text, by turning round the decoder that Node has. A character GBK lacks is an error in the sample. */
export function toGbk(text: string): Buffer {
  const table = gbkTable();
  const parts = [...text].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) return Buffer.from([code]);
    const bytes = table.get(character);
    if (bytes === undefined) throw new Error(`not in GBK: ${character}`);
    return bytes;
  });
  return Buffer.concat(parts);
}

let cached: Map<string, Buffer> | undefined;

function gbkTable(): Map<string, Buffer> {
  if (cached !== undefined) return cached;
  const decoder = new TextDecoder("gbk");
  cached = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const bytes = Buffer.from([lead, trail]);
      const text = decoder.decode(bytes);
      if ([...text].length === 1 && text !== "\ufffd" && !cached.has(text)) cached.set(text, bytes);
    }
  }
  return cached;
}
