/** Addresses of the desk, so that the applicant being read survives a reload and a link can lead to a place. */
export const deskAddress = (
  round: string,
  expert: string | null,
  submission?: string,
  place?: { readonly file: string; readonly block: string },
): string => {
  const path = `/round/${encodeURIComponent(round)}/desk${expert === null ? "" : `/${encodeURIComponent(expert)}`}`;
  const query = new URLSearchParams();
  if (submission !== undefined) query.set("submission", submission);
  if (place !== undefined) {
    query.set("file", place.file);
    query.set("block", place.block);
  }
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
};

export const signAddress = (round: string, expert: string | null): string =>
  `/round/${encodeURIComponent(round)}/sign${expert === null ? "" : `/${encodeURIComponent(expert)}`}`;
