import { Radio } from "antd";
import type { Identity } from "../../shared/contract/identity.ts";

interface Props {
  readonly legend: string;
  readonly identities: readonly Identity[];
  readonly value: string;
  readonly onChange: (keyId: string) => void;
}

/** Which of the keys on this laptop signs; the fingerprint tells two of one name apart. */
export const IdentityChoice = ({ legend, identities, value, onChange }: Props) => (
  <fieldset className="plain-fieldset">
    <legend>{legend}</legend>
    <Radio.Group
      className="stack"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      options={identities.map(({ keyId, name, fingerprint }) => ({
        value: keyId,
        label: `${name} · ${fingerprint}`,
      }))}
    />
  </fieldset>
);
