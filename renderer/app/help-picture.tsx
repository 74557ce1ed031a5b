import { Modal } from "antd";
import { useState } from "react";
import { useCall } from "../api/use-call.ts";
import { useWords } from "../ui/use-words.tsx";

/** A picture of a screen, small in the text; a click shows it as large as the window allows. */
export function HelpPicture({ src, name }: { src: string; name: string }) {
  const { t } = useWords();
  const [large, setLarge] = useState(false);
  const file = /^(?:\.\/)?pictures\/([a-z0-9-]+\.webp)$/.exec(src)?.[1] ?? null;
  const picture = useCall("help/picture", file === null ? null : { name: file });
  const source = picture.data?.source;
  // Where it is missing the words of the page stand alone; while it is on its way its place is kept.
  if (file === null || picture.isError) return null;
  if (source === undefined) return <span className="help-picture" />;
  return (
    <>
      <button
        type="button"
        className="help-picture"
        aria-label={t("frame.helpEnlarge", { name })}
        onClick={() => setLarge(true)}
      >
        <img src={source} alt={name} />
      </button>
      <Modal open={large} onCancel={() => setLarge(false)} footer={null} title={name} width="96vw" centered>
        <img className="help-picture-large" src={source} alt={name} />
      </Modal>
    </>
  );
}
