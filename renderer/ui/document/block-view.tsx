import { memo, type ReactNode } from "react";
import type { Block } from "../../../shared/submission/document.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { useWords } from "../use-words.tsx";
import { MarkedText } from "./marked-text.tsx";
import { TableView } from "./table-view.tsx";

const textOf = (block: { text: string }, highlight: Evidence | null): ReactNode =>
  highlight === null ? (
    block.text
  ) : (
    <MarkedText
      text={block.text}
      {...(highlight.start === undefined ? {} : { start: highlight.start })}
      {...(highlight.end === undefined ? {} : { end: highlight.end })}
    />
  );

const headings = ["h2", "h3", "h4", "h5", "h6"] as const;

/** One block of a document. `highlight` is set only for the block it points into, so the others stay as drawn. */
export const BlockView = memo(function BlockView({
  block,
  highlight,
}: {
  block: Block;
  highlight: Evidence | null;
}) {
  const { t } = useWords();
  switch (block.kind) {
    case "heading": {
      const Heading = headings[Math.min(block.level, headings.length) - 1] ?? "h6";
      return (
        <Heading data-block={block.id} className="doc-text">
          {textOf(block, highlight)}
        </Heading>
      );
    }
    case "paragraph":
      return (
        <p data-block={block.id} className="doc-text">
          {textOf(block, highlight)}
        </p>
      );
    case "image":
      return (
        <p data-block={block.id} className="doc-image">
          {t("doc.image", { name: block.name })} {block.text}
        </p>
      );
    case "table":
      return <TableView table={block} highlight={highlight} />;
  }
});
