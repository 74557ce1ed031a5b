/** A fingerprint large enough to be read aloud across a table. */
export const Fingerprint = ({ value, label }: { value: string; label: string }) => (
  <figure className="fingerprint-figure">
    <figcaption>{label}</figcaption>
    <code>{value}</code>
  </figure>
);
