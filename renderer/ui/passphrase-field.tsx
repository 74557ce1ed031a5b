import { Input } from "antd";
import { Labelled } from "./labelled.tsx";

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly disabled?: boolean;
  /** Being thought up now: a password manager may propose one, and none it knows fits. */
  readonly fresh?: boolean;
  readonly shown?: boolean;
  readonly weak?: boolean;
}

/** A passphrase below its label, out of sight unless `shown`. */
export function PassphraseField({ label, hint = "", problem = null, value, onChange, ...more }: Props) {
  const { disabled = false, fresh = false, shown = false, weak = false } = more;
  return (
    <Labelled label={label} hint={hint} problem={problem}>
      {(control) => (
        <Input
          {...control}
          type={shown ? "text" : "password"}
          className={fresh ? "" : "passphrase"}
          value={value}
          autoComplete={fresh ? "new-password" : "current-password"}
          disabled={disabled}
          status={weak ? "warning" : ""}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Labelled>
  );
}
