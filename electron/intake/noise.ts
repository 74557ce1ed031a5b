const noiseNames =
  /^(~\$.*|\._.*|\.ds_store|thumbs\.db|desktop\.ini|\.~lock\..*#|ehthumbs\.db|\.\$wpsoffice.*)$/i;

/** Files that systems and programs leave beside the real ones: listed, never submissions. */
export function isNoise(path: string): boolean {
  const steps = path.split("/");
  return steps.some((step) => /^__macosx$/i.test(step)) || noiseNames.test(steps.at(-1) ?? "");
}
