import { Button } from "antd";
import { exportAddress } from "../../api/file-addresses.ts";
import { useAct } from "../../api/use-act.ts";
import { Failure } from "../../ui/failure.tsx";
import { useWords } from "../../ui/use-words.tsx";

/** The whole check as a workbook, from where it is looked at. */
export function CheckTableExport({ round }: { round: string }) {
  const { t } = useWords();
  const make = useAct("export/make");
  const [file] = make.data?.files ?? [];
  return (
    <>
      <Button loading={make.isPending} onClick={() => make.mutate({ round, what: "check-table" })}>
        {t("checks.export")}
      </Button>
      {file && (
        <span role="status" className="made-file">
          ✓{" "}
          <a href={exportAddress(file.name)} download={file.name}>
            {file.name}
          </a>
        </span>
      )}
      <Failure error={make.error} />
    </>
  );
}
