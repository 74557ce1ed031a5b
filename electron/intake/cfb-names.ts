const SIGNATURE = 0xe011cfd0;
const END_OF_CHAIN = 0xfffffffe;
const ENTRY = 128;
const MAX_SECTORS = 4096;

/** Sector numbers of the chain from `first`, through the sector table the header points at. */
function chainOf(bytes: Buffer, first: number, sectorSize: number): number[] {
  const perSector = sectorSize / 4;
  const chain: number[] = [];
  for (let sector = first; sector < END_OF_CHAIN && chain.length < MAX_SECTORS; ) {
    chain.push(sector);
    const tableIndex = Math.floor(sector / perSector);
    if (tableIndex >= 109) break;
    const tableAt = (bytes.readUInt32LE(76 + tableIndex * 4) + 1) * sectorSize + (sector % perSector) * 4;
    if (tableAt + 4 > bytes.length) break;
    sector = bytes.readUInt32LE(tableAt);
  }
  return chain;
}

/**
 * Names of the streams and storages of a compound file (Word 97, Excel 97, Outlook …). Reads only the directory and
 * never more than `MAX_SECTORS` of it: it serves to tell what the file is, before any library sees it.
 */
export function cfbNames(content: Uint8Array): string[] {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.length < 512 || bytes.readUInt32LE(0) !== SIGNATURE) return [];
  const sectorSize = bytes.readUInt16LE(30) === 12 ? 4096 : 512;
  const names: string[] = [];
  for (const sector of chainOf(bytes, bytes.readUInt32LE(48), sectorSize)) {
    const start = (sector + 1) * sectorSize;
    for (let at = start; at + ENTRY <= Math.min(start + sectorSize, bytes.length); at += ENTRY) {
      const length = bytes.readUInt16LE(at + 64);
      if (length >= 2 && length <= 64) names.push(bytes.toString("utf16le", at, at + length - 2));
    }
  }
  return names;
}
