/** What was typed into a field for whole numbers; the digits of a Chinese keyboard (`１２`) count. Not a number: `NaN`. */
export const wholeNumberOf = (typed: string | undefined): number => {
  const plain = (typed ?? "").normalize("NFKC").trim();
  return plain === "" ? Number.NaN : Number(plain);
};
