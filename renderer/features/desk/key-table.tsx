import { Modal } from "antd";
import { useWords } from "../../ui/use-words.tsx";
import { deskKeyTable } from "./model/desk-keys.ts";

export function KeyTable({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t("desk.keysTitle")} destroyOnHidden>
      <table className="plain-table key-table" aria-label={t("desk.keysTitle")}>
        <tbody>
          {deskKeyTable.map(([keys, word]) => (
            <tr key={keys}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{t(word)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
