/** A fingerprint in groups, large enough to be read aloud over the telephone. */
export function Fingerprint({ value, label }: { value: string; label: string }) {
  const groups = value.split(/[\s-]+/).filter((group) => group !== "");
  return (
    <p className="fingerprint" role="group" aria-label={`${label} ${groups.join(" ")}`}>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups of one fixed text; two may be equal
        <span key={index}>{group}</span>
      ))}
    </p>
  );
}
