import { Modal } from "antd";
import { useWords } from "../../ui/use-words.tsx";
import { deskKeyGroups } from "./model/desk-keys.ts";

/** Every key of the desk, by what it is for. */
export function KeyTable({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      title={t("desk.keysTitle")}
      width="min(58rem, 96vw)"
      destroyOnHidden
    >
      <div className="key-groups">
        {deskKeyGroups.map(([title, keys]) => (
          <table key={title} className="plain-table key-table" aria-label={t(title)}>
            <caption>{t(title)}</caption>
            <tbody>
              {keys.map(([key, word]) => (
                <tr key={key}>
                  <th scope="row">
                    <kbd>{key}</kbd>
                  </th>
                  <td>{t(word)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </Modal>
  );
}
