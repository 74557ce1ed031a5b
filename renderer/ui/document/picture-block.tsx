import { type RefObject, useContext, useRef, useState } from "react";
import type { Block } from "../../../shared/submission/document.ts";
import { contentAddress, pictureAddress } from "../../api/file-addresses.ts";
import { useWords } from "../use-words.tsx";
import { DocumentSourceContext } from "./document-source.ts";

type ImageBlock = Extract<Block, { kind: "image" }>;

const steps = [1, 1.5, 2, 3, 4] as const;

/** The picture as large as the window, larger with + and the buttons; Escape leads back. */
function Enlarged({
  address,
  alt,
  dialog,
}: {
  address: string;
  alt: string;
  dialog: RefObject<HTMLDialogElement | null>;
}) {
  const { t } = useWords();
  const [step, setStep] = useState(0);
  const move = (by: 1 | -1) => setStep((at) => Math.min(steps.length - 1, Math.max(0, at + by)));
  const size = steps[step] ?? 1;
  return (
    <dialog
      ref={dialog}
      className="picture-dialog"
      aria-label={alt}
      onKeyDown={(event) => {
        if (event.key === "+" || event.key === "=") move(1);
        else if (event.key === "-") move(-1);
        else if (event.key !== "Escape") return;
        event.stopPropagation();
      }}
    >
      <div className="picture-tools">
        <button type="button" onClick={() => move(-1)} disabled={step === 0} aria-label={t("look.zoom.out")}>
          −
        </button>
        <output>{t("look.zoom.percent", { n: String(size * 100) })}</output>
        <button
          type="button"
          onClick={() => move(1)}
          disabled={step === steps.length - 1}
          aria-label={t("look.zoom.in")}
        >
          ＋
        </button>
        <button type="button" onClick={() => dialog.current?.close()}>
          {t("picture.close")}
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <section className="picture-scroll" tabIndex={0} aria-label={alt}>
        <img src={address} alt={alt} style={{ width: `${size * 100}%` }} />
      </section>
    </dialog>
  );
}

/** A picture at its place in the text, with its description; click or Enter enlarges it. */
export function PictureBlock({ block }: { block: ImageBlock }) {
  const { t } = useWords();
  const source = useContext(DocumentSourceContext);
  const [failed, setFailed] = useState(false);
  const [open, setOpen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  if (source === null)
    return (
      <p data-block={block.id} className="doc-image">
        {t("doc.image", { name: block.name })} {block.text}
      </p>
    );
  if (failed)
    return (
      <p data-block={block.id} className="doc-image">
        {source.picture ? t("picture.unsupported") : t("picture.notShown", { name: block.name })} {block.text}
      </p>
    );
  const { round, sha256 } = source;
  const address = source.picture ? contentAddress(round, sha256) : pictureAddress(round, sha256, block.name);
  const alt = block.text === "" ? t("picture.noAlt", { name: block.name }) : block.text;
  return (
    <figure data-block={block.id} className="doc-picture">
      <button
        type="button"
        aria-label={t("picture.enlarge", { name: block.text || block.name })}
        onClick={() => {
          setOpen(true);
          requestAnimationFrame(() => dialog.current?.showModal());
        }}
      >
        <img src={address} alt={alt} loading="lazy" onError={() => setFailed(true)} />
      </button>
      {block.text !== "" && <figcaption>{t("picture.alt", { text: block.text })}</figcaption>}
      {open && <Enlarged address={address} alt={alt} dialog={dialog} />}
    </figure>
  );
}
